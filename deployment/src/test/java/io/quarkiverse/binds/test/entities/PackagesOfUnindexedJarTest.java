package io.quarkiverse.binds.test.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.test.App;
import io.quarkiverse.binds.test.entities.jar.Country;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.test.QuarkusUnitTest;

/** H2, H6: {@code packages} assigns the entities of another jar to a bind and indexes the jar; there is no warning. */
class PackagesOfUnindexedJarTest {

    @RegisterExtension
    static final QuarkusUnitTest test = UnindexedJar.beside(App.of("""
            quarkus.binds.world.url=h2:mem:packages-unindexed
            quarkus.binds.world.schema=drop-and-create
            quarkus.binds.world.packages=io.quarkiverse.binds.test.entities.jar
            """, UnindexedJar.class), Country.class)
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue()
                    && record.getLoggerName().equals("io.quarkiverse.binds"))
            .assertLogRecords(records -> assertThat(records).isEmpty());

    @Inject
    @PersistenceUnit("world")
    EntityManager manager;

    @Inject
    Binds binds;

    @Test
    void entityOfJarIsInTheBind() {
        assertThat(App.tables(manager)).containsExactly("country");
        assertThat(binds.get("world").entities()).containsExactly(Country.class.getName());
    }
}
