package io.quarkiverse.binds.test.migrations.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.migrations.tutorial.TutorialPage.Block;

/**
 * H7, H10: the project of the tutorial is built as the page says, its entities are changed, and each command of the page, run
 * by a shell on MySQL, has the output and the exit code of the page. With {@code -Ddocs.update} the page gets the outputs
 * instead. There is no packaged form: the test packages the application itself.
 */
class TutorialTest {

    private static final String BUILD = "mvn package";
    private static final Pattern VERSION = Pattern.compile("\\b([VU]?)\\d{14}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    @TempDir
    Path directory;

    @Test
    void commandsOfThePageHaveItsOutputs() throws Exception {
        DatabaseServer server = MySql.shared();
        String shop = server.uniqueDatabase("shop");
        String users = server.uniqueDatabase("shop_users");
        try {
            String page = TutorialPage.text();
            String actual = run(page, new TutorialProject(directory, Map.of("QUARKUS_BINDS_URL", server.url(shop),
                    "QUARKUS_BINDS_USERS_URL", server.url(users))));
            if (Boolean.getBoolean("docs.update")) {
                Files.writeString(TutorialPage.PAGE, actual);
            } else {
                assertThat(normalized(actual)).isEqualTo(normalized(page));
            }
            assertThat(server.queryIn(shop, "show columns from product")).extracting(row -> row.get("Field"))
                    .containsExactlyInAnyOrder("id", "title", "price");
        } finally {
            server.dropDatabase(shop);
            server.dropDatabase(users);
        }
    }

    @Test
    void dependenciesOfThePageAreThoseOfThisModule() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        List<String> artifacts = TutorialPage.blocks(TutorialPage.text()).stream()
                .filter(block -> "pom.xml".equals(block.title()))
                .flatMap(block -> block.text().lines()).filter(line -> line.contains("<artifactId>")).map(String::strip)
                .toList();

        assertThat(artifacts).hasSizeGreaterThan(4).allSatisfy(artifact -> assertThat(pom).contains(artifact));
    }

    /** @return the page, with the outputs that the commands have here */
    private static String run(String page, TutorialProject project) throws Exception {
        StringBuilder actual = new StringBuilder();
        StringBuilder functions = new StringBuilder("java() { command java -XX:TieredStopAtLevel=1 \"$@\"; }\n");
        int end = 0;
        for (Block block : TutorialPage.blocks(page)) {
            if (block.title() != null && !block.language().equals("xml")) {
                project.write(block.title(), block.text());
            } else if (block.language().equals("console")) {
                actual.append(page, end, block.position());
                for (String command : block.commands()) {
                    actual.append("$ ").append(command).append('\n');
                    if (command.equals(BUILD)) {
                        project.build();
                    } else if (command.contains("() {")) {
                        functions.append(command).append('\n');
                    } else {
                        actual.append(project.run(functions + command));
                    }
                }
                end = block.position() + block.text().length();
            }
        }
        return actual.append(page.substring(end)).toString();
    }

    private static String normalized(String text) {
        return TIME.matcher(VERSION.matcher(text).replaceAll("$1<version>")).replaceAll("<time>");
    }
}
