package io.quarkiverse.binds.test.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** Pooling can be disabled by Quarkus's own key. */
class PoollessTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:poolless;DB_CLOSE_DELAY=-1
            quarkus.binds.pool.size=1
            quarkus.binds.pool.max-overflow=1
            quarkus.binds.pool.timeout=1s
            quarkus.datasource.jdbc.pooling-enabled=false
            """);

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Db db;

    @Test
    void connectionsAreOpenedWithoutPool() throws Exception {
        Connection before = null;
        for (int i = 0; i < 5; i++) {
            try (Connection connection = dataSource.getConnection()) {
                Connection now = connection.unwrap(Connection.class);
                assertThat((Object) now).isNotSameAs(before);
                before = now;
            }
            assertThat(db.call(() -> db.bind(Bind.DEFAULT).sql("select 1").one(Integer.class))).isEqualTo(1);
        }
    }
}
