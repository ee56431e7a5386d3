package io.quarkiverse.binds.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Generated text that is committed, so that it can be read and reviewed without a build. {@code -Ddocs.update} writes it;
 * an ordinary build compares it.
 */
public final class Generated {

    private static final String UPDATE = "mvn verify -pl docs -am -Ddocs.update";

    private Generated() {
    }

    /**
     * @param file the committed file
     * @throws AssertionError if its text differs
     */
    public static void check(Path file, String text) throws IOException {
        String committed = Files.exists(file) ? Files.readString(file) : "";
        if (System.getProperty("docs.update") != null && !committed.equals(text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            committed = text;
        }
        assertThat(committed).as("%s is stale: run %s, and commit it", Page.ROOT.relativize(file), UPDATE).isEqualTo(text);
    }
}
