package io.quarkiverse.binds.test.pool;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.test.App;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.QuarkusUnitTest;

/** A datasource that is no bind stays as Quarkus creates it. */
class OtherDataSourcesTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:other;DB_CLOSE_DELAY=-1
            quarkus.datasource.plain.db-kind=h2
            quarkus.datasource.plain.jdbc.url=jdbc:h2:mem:plain;DB_CLOSE_DELAY=-1
            """);

    @Inject
    AgroalDataSource bind;

    @Inject
    @DataSource("plain")
    AgroalDataSource plain;

    @Test
    void onlyBindsAreWrapped() throws Exception {
        assertThat(pool(bind)).startsWith("io.quarkiverse.binds");
        assertThat(pool(plain)).startsWith("io.agroal");
    }

    /** Returns the class of the connection cache, of which each pool has one. */
    private static String pool(AgroalDataSource dataSource) throws Exception {
        dataSource.getConnection().close();
        return dataSource.getConfiguration().connectionPoolConfiguration().exceptionSorter() == null ? "io.agroal"
                : dataSource.getConfiguration().connectionPoolConfiguration().exceptionSorter().getClass().getName();
    }
}
