package io.quarkiverse.binds.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.Db;

/** M9: a build without Flyway logs no warning about missing classes of it. */
class SubtypesOfFlywayTest {

    @Test
    void classesWithSupertypesOfFlywayAreExcludedFromTheBeans() throws IOException {
        Set<String> subtypes = new TreeSet<>();
        for (ClassInfo type : index().getKnownClasses()) {
            if (Stream.concat(Stream.ofNullable(type.superName()), type.interfaceNames().stream())
                    .map(DotName::toString).anyMatch(name -> name.startsWith("org.flywaydb."))) {
                subtypes.add(type.name().toString());
            }
        }

        assertThat(subtypes).isNotEmpty().containsExactlyElementsOf(new TreeSet<>(MigrationsProcessor.SUBTYPES_OF_FLYWAY));
    }

    /** The index of the runtime artifact. */
    private static Index index() throws IOException {
        String root = Db.class.getProtectionDomain().getCodeSource().getLocation().toString();
        for (String prefix : List.of(root, "jar:" + root + "!/")) {
            try (InputStream in = new URL(prefix + "META-INF/jandex.idx").openStream()) {
                return new IndexReader(in).read();
            } catch (IOException e) {
                if (prefix.startsWith("jar:")) {
                    throw e;
                }
            }
        }
        throw new AssertionError("no index in " + root);
    }
}
