package io.quarkiverse.binds.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text that is generated and committed, so that it can be read and reviewed without a build. With {@code -Ddocs.update} it is
 * written; without, as in every ordinary build, it must be what is committed.
 */
public final class Generated {

    private static final String UPDATE = "mvn verify -pl docs -am -Ddocs.update";

    private Generated() {
    }

    /**
     * @param file the committed file
     * @throws AssertionError if its text is another
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
