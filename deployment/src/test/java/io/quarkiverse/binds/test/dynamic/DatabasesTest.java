package io.quarkiverse.binds.test.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseOptions;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnknownDatabaseException;
import io.quarkiverse.binds.test.App;
import io.quarkiverse.binds.test.support.Await;
import io.quarkus.agroal.DataSource;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.QuarkusUnitTest;

/** Databases of a dynamic bind, selected or named at their use. */
class DatabasesTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:fixed;DB_CLOSE_DELAY=-1
            quarkus.binds.tenants.dynamic=true
            quarkus.binds.tenants.url=h2:mem:tenant_{key};DB_CLOSE_DELAY=-1
            quarkus.binds.tenants.schema=create
            quarkus.binds.tenants.max-open=3
            quarkus.binds.tenants.pool.size=1
            quarkus.binds.tenants.pool.max-overflow=0
            quarkus.binds.tenants.pool.timeout=1s
            """, Remark.class, ThreadSelector.class, AcquiredConnections.class, Await.class);

    @Inject
    Db db;

    @Inject
    Databases databases;

    @Inject
    @PersistenceUnit("tenants")
    Session session;

    @Inject
    @DataSource("tenants")
    AgroalDataSource dataSource;

    @Inject
    @DataSource("tenants")
    AcquiredConnections acquired;

    @AfterEach
    void close() {
        ThreadSelector.choose(null);
        databases.keys().forEach(databases::close);
        // connections of a database closed while in use are closed by another thread
        Await.until("no connection is left", () -> databases.stats().connections() == 0);
    }

    private void add(String key, String text) {
        databases.run(key, () -> {
            db.add(Remark.of(text));
            db.commit();
        });
    }

    private List<String> texts(String key) {
        return databases.call(key, () -> db.query(Remark.class, "order by text").getResultList().stream().map(r -> r.text)
                .toList());
    }

    /** G5, G6. */
    @Test
    void eachKeyHasItsOwnRowsAndTables() {
        add("a", "of a");
        add("b", "of b");

        assertThat(texts("a")).containsExactly("of a");
        assertThat(texts("b")).containsExactly("of b");
        assertThat(databases.keys()).containsExactly("a", "b");
        assertThat(databases.stats().opened()).isGreaterThanOrEqualTo(2);
    }

    /** A pool interceptor applies to all databases of the bind. */
    @Test
    void poolInterceptorSeesAllDatabases() {
        texts("seen-a");
        texts("seen-b");
        acquired.urls.clear();

        texts("seen-a");
        texts("seen-b");

        assertThat(acquired.urls).containsExactly("jdbc:h2:mem:tenant_seen-a", "jdbc:h2:mem:tenant_seen-b");
    }

    /** G5. */
    @Test
    void selectorAppliesToEveryWayOfWorking() throws Exception {
        add("c", "of c");
        add("d", "of d");
        ThreadSelector.choose("d");

        assertThat(db.<List<?>, RuntimeException> call(() -> db.query(Remark.class, "").getResultList())).hasSize(1);
        assertThat(db.<String, RuntimeException> call(() -> Remark.<Remark> findAll().firstResult().text)).isEqualTo("of d");
        assertThat(db.<String, RuntimeException> call(
                () -> db.bind("tenants").sql("select text from remark").one(String.class))).isEqualTo("of d");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select text from remark")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("of d");
        }
        assertThat(inTransaction()).isEqualTo("of d");
    }

    /** Activates a request: Hibernate ORM of Quarkus resolves the tenant within a request only. */
    @ActivateRequestContext
    String inTransaction() {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createQuery("select text from Remark", String.class).getSingleResult());
    }

    /** Section 5.7 of the design. */
    @Test
    void unitOfWorkRefusesSecondDatabase() {
        add("e", "of e");
        add("f", "of f");
        assertThatThrownBy(() -> db.run(() -> {
            ThreadSelector.choose("e");
            db.query(Remark.class, "").getResultList();
            db.commit();
            ThreadSelector.choose("f");
            db.query(Remark.class, "").getResultList();
        })).isInstanceOf(IllegalStateException.class).hasMessageContaining("'e'").hasMessageContaining("'f'")
                .hasMessageContaining("databases.run(\"f\"");
        assertThatThrownBy(() -> db.run(() -> {
            ThreadSelector.choose("e");
            db.bind("tenants").sql("select 1").one(Integer.class);
            ThreadSelector.choose("f");
            db.bind("tenants").sql("select 1").one(Integer.class);
        })).isInstanceOf(IllegalStateException.class).hasMessageContaining("'e'").hasMessageContaining("'f'");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            try {
                ThreadSelector.choose("e");
                dataSource.getConnection().close();
                ThreadSelector.choose("f");
                dataSource.getConnection().close();
            } catch (java.sql.SQLException e) {
                throw new AssertionError(e);
            }
        })).hasStackTraceContaining("'e'").hasStackTraceContaining("'f'");
    }

    @Test
    void innerWorkUsesSameDatabaseUnlessItNamesAnother() {
        add("g", "of g");
        add("h", "of h");
        databases.run("g", () -> {
            assertThat(texts("h")).containsExactly("of h");
            db.run(() -> assertThat(db.query(Remark.class, "").getSingleResult().text).isEqualTo("of g"));
            assertThat(db.query(Remark.class, "").getSingleResult().text).isEqualTo("of g");
        });
    }

    /** Ids are reserved in ranges, separate for each database. */
    @Test
    void idsComeFromTheirOwnDatabase() {
        for (int i = 0; i < 60; i++) {
            add("i", "i" + i);
            add("j", "j" + i);
        }
        assertThat(databases.<Long, RuntimeException> call("j", () -> db.session("tenants")
                .createQuery("select max(id) from Remark", Long.class).getSingleResult())).isEqualTo(60);
    }

    @Test
    void databaseReopenedElsewhereHasItsOwnIds() {
        databases.open("k", "h2:mem:first;DB_CLOSE_DELAY=-1");
        add("k", "first");
        databases.close("k");
        databases.open("k", "h2:mem:second;DB_CLOSE_DELAY=-1");
        for (int i = 0; i < 60; i++) {
            add("k", "second");
        }
        assertThat(texts("k")).hasSize(60).containsOnly("second");
    }

    /** G7. */
    @Test
    void openWithOtherUrlOrOptionsIsRefused() {
        Database first = databases.open("l", "h2:mem:l;DB_CLOSE_DELAY=-1");
        assertThat(databases.open("l", "h2:mem:l;DB_CLOSE_DELAY=-1").isOpen()).isTrue();
        assertThat(first.url()).contains("mem:l");
        assertThatThrownBy(() -> databases.open("l", "h2:mem:other;DB_CLOSE_DELAY=-1"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("mem:l").hasMessageContaining("mem:other");
        assertThatThrownBy(() -> databases.open("l", "h2:mem:l;DB_CLOSE_DELAY=-1",
                DatabaseOptions.defaults().poolSize(2).password("secret"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("poolSize").hasMessageContaining("another password").hasMessageNotContaining("secret");
    }

    @Test
    void missingKeyBadKeyAndUnknownBindHaveTheirOwnErrors() {
        assertThatThrownBy(() -> db.run(() -> db.query(Remark.class, "").getResultList()))
                .isInstanceOf(UnknownDatabaseException.class).hasMessageContaining("DatabaseSelector");
        assertThatThrownBy(() -> databases.get("a/b\n?x=1")).isInstanceOf(UnknownDatabaseException.class)
                .hasMessageContaining("'a/b??x=1'").hasMessageContaining("quarkus.binds.tenants.key-pattern");
        assertThatThrownBy(() -> databases.of("nothere")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tenants");
    }

    /** G8. */
    @Test
    void leastRecentlyUsedDatabaseIsClosed() {
        for (String key : List.of("m", "n", "o")) {
            add(key, key);
        }
        add("m", "again");
        add("p", "p");
        assertThat(databases.keys()).containsExactly("m", "o", "p");
        databases.run("o", () -> {
            db.query(Remark.class, "").getResultList(); // borrows a connection until the end of the unit of work
            add("q", "q");
            add("r", "r");
            add("s", "s");
            assertThat(databases.keys()).contains("o");
        });
        assertThat(texts("n")).containsExactly("n");
    }

    /** G8. */
    @Test
    void errorNamesThreadsHoldingDatabases() {
        databases.run("t", () -> {
            db.query(Remark.class, "").getResultList();
            databases.run("u", () -> {
                db.query(Remark.class, "").getResultList();
                databases.run("v", () -> {
                    db.query(Remark.class, "").getResultList();
                    assertThatThrownBy(() -> texts("w")).hasMessageContaining("'w'").hasMessageContaining("'t' by thread")
                            .hasMessageContaining("quarkus.binds.tenants.max-open");
                });
            });
        });
        assertThat(texts("w")).isEmpty();
    }

    @Test
    void closedDatabaseServesWorkInProgress() {
        databases.run("x", () -> {
            db.add(Remark.of("kept"));
            db.flush();
            assertThat(databases.close("x")).isTrue();
            assertThat(databases.keys()).isEmpty();
            db.add(Remark.of("kept as well"));
            db.commit();
        });
        assertThat(texts("x")).containsExactly("kept", "kept as well");
    }

    /** A borrower does not get a database that is about to be closed. */
    @Test
    void borrowerIsServedDuringRepeatedCloses() {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                databases.close("closing");
            }
        }, work -> new Thread(work).start());
        try {
            for (int i = 0; i < 200; i++) {
                databases.run("closing", () -> db.bind("tenants").sql("select 1").one(Long.class));
            }
        } finally {
            done.set(true);
            closing.join();
        }
    }
}
