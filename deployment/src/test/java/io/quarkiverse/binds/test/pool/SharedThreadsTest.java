package io.quarkiverse.binds.test.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.App;
import io.quarkiverse.binds.test.support.Await;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;
import io.quarkus.test.QuarkusUnitTest;

/** L18: the number of threads does not depend on the number of binds; XA binds, replicas and dynamic binds included. */
class SharedThreadsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int BINDS = 20;
    /** Two, and some for a busy machine: another one starts when a task has waited for 100 ms. */
    private static final int MOST_THREADS = 9;
    private static final String WITH_MIN_SIZE = "b3";
    private static final String ORDINARY = "b5";

    @RegisterExtension
    static final QuarkusUnitTest test = App.of(properties()).setAfterUndeployListener(
            () -> Await.until("the threads end with the application", LONG, () -> threads().isEmpty()));

    @Inject
    Db db;

    private static String properties() {
        StringBuilder properties = new StringBuilder("""
                quarkus.transaction-manager.object-store.directory=target/object-store
                quarkus.binds.b0.two-phase=true
                quarkus.binds.b1.two-phase=true
                quarkus.binds.b2.replicas=h2:mem:shared-replica
                quarkus.binds.databases.url=h2:mem:shared-{key}
                quarkus.binds.databases.dynamic=true
                """);
        properties.append("quarkus.datasource.%s.jdbc.min-size=1%n".formatted(WITH_MIN_SIZE));
        for (int i = 0; i < BINDS; i++) {
            properties.append("quarkus.binds.b%d.url=h2:mem:shared%d%n".formatted(i, i));
        }
        return properties.toString();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.startsWith("agroal") || name.startsWith("binds-housekeeping")).toList();
    }

    @Test
    void twentyBindsShareFewThreads() throws SQLException {
        borrowOfEach();
        names().forEach(bind -> db.bind(bind).dispose());
        Await.until("their connections are closed, and the one of min-size is replaced", LONG,
                () -> names().stream().allMatch(bind -> db.bind(bind).pool().idle() == (bind.equals(WITH_MIN_SIZE) ? 1 : 0))
                        && db.bind(WITH_MIN_SIZE).pool().created() > 1);

        assertThat(threads()).as("of %d binds", BINDS).hasSizeBetween(1, MOST_THREADS)
                .allMatch(name -> name.startsWith("binds-"));
    }

    /** A closed connection of some drivers still takes 40 KB. */
    @Test
    void closedConnectionIsForgotten() throws SQLException {
        WeakReference<Connection> closed = borrowOfEach();
        db.bind(ORDINARY).dispose();

        Await.until("it is collected", LONG, () -> {
            System.gc();
            return closed.refersTo(null);
        });
    }

    /** @return the connection of an ordinary bind, at the server */
    private static WeakReference<Connection> borrowOfEach() throws SQLException {
        List<Connection> borrowed = new ArrayList<>();
        for (String bind : names()) {
            borrowed.add(dataSource(bind).getConnection());
        }
        WeakReference<Connection> ordinary = new WeakReference<>(
                borrowed.get(names().indexOf(ORDINARY)).unwrap(Connection.class));
        for (Connection connection : borrowed) {
            connection.close();
        }
        return ordinary;
    }

    private static AgroalDataSource dataSource(String bind) {
        return AgroalDataSourceUtil.dataSourceInstance(bind).get();
    }

    private static List<String> names() {
        return IntStream.range(0, BINDS).mapToObj(i -> "b" + i).toList();
    }
}
