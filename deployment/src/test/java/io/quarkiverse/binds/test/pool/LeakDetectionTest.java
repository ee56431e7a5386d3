package io.quarkiverse.binds.test.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** M8: Quarkus's own key detects a connection held for too long outside of a transaction, in the pool of a bind as well. */
class LeakDetectionTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:leak
            quarkus.datasource.jdbc.leak-detection-interval=100ms
            """);

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Db db;

    @Test
    void connectionThatIsHeldIsLogged() throws Exception {
        CountDownLatch leak = new CountDownLatch(1);
        Handler handler = new Handler() {

            @Override
            public void publish(LogRecord record) {
                if (String.valueOf(record.getMessage()).contains("has held a connection for")) {
                    leak.countDown();
                }
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        Logger binds = Logger.getLogger("io.quarkiverse.binds");
        binds.addHandler(handler);
        // that of a unit of work is returned at its end
        db.run(() -> assertThat(db.bind(Bind.DEFAULT).sql("select 1").one(Integer.class)).isOne());
        try (Connection connection = dataSource.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(leak.await(10, TimeUnit.SECONDS)).as("the log").isTrue();
        } finally {
            binds.removeHandler(handler);
        }
    }
}
