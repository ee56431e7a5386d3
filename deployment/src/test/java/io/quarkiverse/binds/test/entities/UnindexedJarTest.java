package io.quarkiverse.binds.test.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.logging.Level;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.App;
import io.quarkiverse.binds.test.entities.jar.Country;
import io.quarkus.test.QuarkusUnitTest;

/** H2: an entity in a jar without an index is not found; a warning names the jar, the entity and both remedies. */
class UnindexedJarTest {

    @RegisterExtension
    static final QuarkusUnitTest test = UnindexedJar.beside(App.of("""
            quarkus.binds.url=h2:mem:unindexed
            quarkus.binds.schema=drop-and-create
            """, UnindexedJar.class), Country.class)
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue()
                    && record.getLoggerName().equals("io.quarkiverse.binds"))
            .assertLogRecords(records -> assertThat(records).singleElement().satisfies(record -> assertThat(record.getMessage())
                    .contains(UnindexedJar.COORDINATES, Country.class.getName(), "no index",
                            "quarkus.binds.<name>.packages=io.quarkiverse.binds.test.entities.jar", "jandex-maven-plugin",
                            "quarkus.index-dependency.<any>.artifact-id=unindexed-model")));

    @Entity
    public static class City {
        @Id
        public Long id;
    }

    @Inject
    EntityManager manager;

    @Inject
    Db db;

    /** L17. */
    @Test
    void useOfItsEntityNamesTheMissingIndex() {
        db.run(() -> assertThatThrownBy(() -> db.get(Country.class, 1L)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Country.class.getName() + " is an entity").hasMessageContaining("its jar has no index")
                .hasMessageContaining("quarkus.binds.<name>.packages=io.quarkiverse.binds.test.entities.jar")
                .hasMessageContaining("quarkus.index-dependency"));
    }

    /** L17. */
    @Test
    void useOfAPlainClassNamesTheMissingAnnotation() {
        db.run(() -> assertThatThrownBy(() -> db.get(String.class, 1L)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String is no entity").hasMessageContaining("it needs @Entity"));
    }

    @Test
    void onlyTheApplicationsEntityHasATable() {
        assertThat(App.tables(manager)).containsExactly("city");
    }
}
