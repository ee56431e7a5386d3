package io.quarkiverse.binds.test.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.test.App;
import io.quarkiverse.binds.test.start.other.LegacyThing;
import io.quarkus.agroal.DataSource;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.test.QuarkusUnitTest;

/**
 * A17: a persistence unit configured by Quarkus's own keys beside binds, and such keys for a bind, which win over derived
 * values.
 */
class BesidePlainPersistenceUnitTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.users.url=h2:mem:beside-users
            quarkus.binds.users.schema=drop-and-create
            quarkus.datasource."users".jdbc.max-size=4
            quarkus.datasource.users.jdbc.min-size=1
            quarkus.datasource.other.db-kind=h2
            quarkus.datasource.other.jdbc.url=jdbc:h2:mem:beside-other
            quarkus.hibernate-orm.other.datasource=other
            quarkus.hibernate-orm.other.packages=io.quarkiverse.binds.test.start.other
            quarkus.hibernate-orm.other.schema-management.strategy=drop-and-create
            """, LegacyThing.class);

    @Entity
    @Bind("users")
    public static class AppUser {
        @Id
        public Long id;
    }

    @Inject
    @PersistenceUnit("users")
    EntityManager users;

    @Inject
    @PersistenceUnit("other")
    EntityManager other;

    @Inject
    @DataSource("users")
    AgroalDataSource usersPool;

    @Inject
    @DataSource("other")
    AgroalDataSource otherPool;

    @Inject
    Binds binds;

    @Test
    void eachPersistenceUnitHasItsEntities() {
        assertThat(App.tables(users)).containsExactly("app_user");
        assertThat(App.tables(other)).as("not a bind: names are Hibernate's").containsExactly("legacything");
        assertThat(binds.list()).extracting(BindInfo::name).containsExactly("users");
    }

    @Test
    void quarkusKeysWinOverDerivedValues() {
        AgroalConnectionPoolConfiguration pool = usersPool.getConfiguration().connectionPoolConfiguration();
        assertThat(pool.maxSize()).isEqualTo(4);
        assertThat(pool.minSize()).isEqualTo(1);
        assertThat(pool.acquisitionTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(pool.validateOnBorrow()).as("what a look finds out is the bind's business").isTrue();
        assertThat(binds.get("users").setting("pool.pre-ping-idle").value()).isEqualTo("500ms");
        assertThat(otherPool.getConfiguration().connectionPoolConfiguration().maxSize()).isEqualTo(50);
    }

    /** A datasource that is no bind stays as Quarkus creates it. */
    @Test
    void onlyBindsHaveAPoolOfTheExtension() throws SQLException {
        assertThat(sorterOfExceptions(usersPool)).startsWith("io.quarkiverse.binds");
        assertThat(sorterOfExceptions(otherPool)).startsWith("io.agroal");
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                .filteredOn(name -> name.startsWith("agroal")).as("Agroal's thread of the other").hasSize(1);
    }

    /** The class that each pool has one object of, after a connection was opened. */
    private static String sorterOfExceptions(AgroalDataSource dataSource) throws SQLException {
        dataSource.getConnection().close();
        ExceptionSorter sorter = dataSource.getConfiguration().connectionPoolConfiguration().exceptionSorter();
        return sorter == null ? "io.agroal" : sorter.getClass().getName();
    }
}
