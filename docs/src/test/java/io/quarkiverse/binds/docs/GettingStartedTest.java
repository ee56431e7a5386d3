package io.quarkiverse.binds.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.Binds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/**
 * B8, J2: the project of the getting-started page is built and started; each {@code curl} command of the page is sent to
 * it and returns the response of the page.
 */
@QuarkusTest
class GettingStartedTest {

    private static final Pattern DATA = Pattern.compile(" -d '([^']*)'");
    private static final Pattern PATH = Pattern.compile("localhost:8080(/\\S*)");

    @Inject
    Binds binds;

    @Test
    void everyCommandReturnsTheResponseOfThePage() {
        List<String> sent = new ArrayList<>();
        for (String block : Page.read(Page.PAGES.resolve("getting-started.adoc")).blocks("console")) {
            List<String> lines = block.lines().toList();
            for (int i = 0; i + 1 < lines.size(); i++) {
                if (lines.get(i).startsWith("$ curl ")) {
                    assertThat(answer(lines.get(i))).as(lines.get(i)).isEqualTo(lines.get(i + 1));
                    sent.add(lines.get(i));
                }
            }
        }
        assertThat(sent).hasSizeGreaterThan(3);
    }

    @Test
    void eachEntityIsInTheBindOfThePage() {
        assertThat(binds.get("<default>").entities()).containsExactly("org.acme.blog.BlogPost");
        assertThat(binds.get("users").entities()).containsExactly("org.acme.blog.Author");
    }

    private static String answer(String command) {
        Matcher data = DATA.matcher(command);
        Matcher path = PATH.matcher(command);
        assertThat(path.find()).as(command).isTrue();
        RequestSpecification request = given();
        if (data.find()) {
            assertThat(command).contains("-H 'Content-Type: application/json'");
            return request.contentType("application/json").body(data.group(1)).post(path.group(1)).asString();
        }
        return request.get(path.group(1)).asString();
    }
}
