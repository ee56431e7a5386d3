package io.quarkiverse.binds.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** The committed configuration reference equals the output of the extension processor for the Javadoc of the mappings. */
class ConfigurationReferenceTest {

    private static final Path GENERATED = Page.DOCS.resolve("target/configuration-reference/quarkus-binds.adoc");

    @Test
    void configurationReferenceIsUpToDate() throws IOException {
        assertThat(GENERATED).as("the runtime module has to be compiled first").exists();
        String text = Files.readString(GENERATED).lines().map(String::stripTrailing)
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(text).contains("quarkus.binds.url", "quarkus.binds.\"bind-name\".pool.recycle");
        Generated.check(Page.PAGES.resolve("includes/quarkus-binds.adoc"), text);
    }
}
