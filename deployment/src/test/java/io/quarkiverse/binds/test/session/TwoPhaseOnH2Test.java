package io.quarkiverse.binds.test.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.TransactionManager;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.ModelChange;
import io.quarkiverse.binds.ModelsCommitted;
import io.quarkiverse.binds.test.App;
import io.quarkus.agroal.DataSource;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.test.QuarkusUnitTest;

/** G11, K23: two-phase commit with H2's XA driver, beside an ordinary bind, and outside of units of work. */
class TwoPhaseOnH2Test {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:two-phase;DB_CLOSE_DELAY=-1
            quarkus.binds.two-phase=true
            quarkus.binds.users.url=h2:mem:two-phase-users;DB_CLOSE_DELAY=-1
            quarkus.binds.users.two-phase=true
            quarkus.binds.users.driver-properties.LOCK_TIMEOUT=777
            quarkus.binds.plain.url=h2:mem:two-phase-plain;DB_CLOSE_DELAY=-1
            quarkus.binds."*".schema=drop-and-create
            quarkus.transaction-manager.object-store.directory=target/object-store
            """, Note.class, Member.class, Receipt.class, Watcher.class);

    @Entity
    public static class Note extends PanacheEntity {
        public String text = "";
    }

    @Entity
    @Bind("users")
    public static class Member extends PanacheEntity {
        public String name = "";
    }

    @Entity
    @Bind("plain")
    public static class Receipt extends PanacheEntity {
        public String text = "";
    }

    @ApplicationScoped
    public static class Watcher {

        private final List<String> events = new CopyOnWriteArrayList<>();

        void after(@Observes ModelsCommitted event) {
            events.add(event.changes().stream().map(ModelChange::bind).sorted().toList().toString());
        }

        List<String> events() {
            return events;
        }
    }

    @Inject
    Watcher watcher;

    @Inject
    Db db;

    @Inject
    @DataSource("users")
    AgroalDataSource users;

    @Inject
    @DataSource("plain")
    AgroalDataSource plain;

    @Inject
    TransactionManager transactions;

    @ConfigProperty(name = "quarkus.transaction-manager.enable-recovery")
    boolean recovery;

    @Test
    void allBindsCommitOrNone() {
        long before = total();
        watcher.events().clear();
        db.run(() -> {
            db.add(new Note(), new Member(), new Receipt());
            db.commit();
        });
        assertThat(watcher.events()).containsExactly("[<default>, plain, users]");
        db.run(() -> {
            db.add(new Note(), new Member(), new Receipt());
            db.flush();
        });

        assertThat(total()).isEqualTo(before + 3);
        assertThat(watcher.events()).hasSize(1);
    }

    private long total() {
        return db.call(() -> Note.count() + Member.count() + Receipt.count());
    }

    @Test
    void recoveryIsEnabled() {
        assertThat(recovery).isTrue();
    }

    @Test
    void driverPropertiesReachTheXaDriver() throws SQLException {
        try (Connection connection = users.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select lock_timeout()")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(777);
        }
    }

    /** A transaction has one connection of a bind, also if one that was borrowed before is returned meanwhile. */
    @Test
    void transactionKeepsItsConnectionWhenAnEarlierOneIsReturned() throws Exception {
        for (AgroalDataSource dataSource : List.of(users, plain)) {
            Connection before = dataSource.getConnection();
            transactions.begin();
            try (Connection first = dataSource.getConnection()) {
                Connection own = first.unwrap(Connection.class);
                before.close();
                try (Connection second = dataSource.getConnection()) {
                    assertThat(second.unwrap(Connection.class)).isSameAs(own);
                }
            } finally {
                transactions.rollback();
            }
        }
    }

    /** Autocommit applies as in JDBC, although the pool's connections have it off within a transaction. */
    @Test
    void statementOutsideOfTransactionIsCommitted() throws SQLException {
        long before = total();
        try (Connection connection = users.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("insert into member (id, name) values (-1, 'x')");
        }

        assertThat(total()).isEqualTo(before + 1);
    }
}
