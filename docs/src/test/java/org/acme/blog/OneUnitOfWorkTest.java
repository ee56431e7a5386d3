package org.acme.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.UserTransaction;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.docs.Page;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** L1, L2: examples and error messages of the page about the parts of a unit of work. */
@QuarkusTest
@TestProfile(BlogTest.OwnDatabases.class)
class OneUnitOfWorkTest {

    @Inject
    Db db;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    UserTransaction userTransaction;

    @Inject
    Stock stock;

    /** Methods that take part in the unit of work. */
    @ApplicationScoped
    public static class Stock {

        @Transactional
        void reserve() {
            throw new IllegalStateException("out of stock");
        }

        @Inject
        AgroalDataSource dataSource;

        @Transactional(TxType.NOT_SUPPORTED)
        void leave(String title) throws SQLException {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into blog_post (id, title) values (next value for blog_post_seq, ?)")) {
                insert.setString(1, title + " left");
                insert.executeUpdate();
            }
        }

        @Transactional
        @TransactionConfiguration(timeout = 30)
        void count() {
            throw new AssertionError("not called");
        }
    }

    @BeforeEach
    void noRows() {
        db.run(() -> {
            BlogPost.deleteAll();
            Author.deleteAll();
            db.commit();
        });
    }

    public void withTrace(String name) {
        QuarkusTransaction.requiringNew().run(() -> author(name).persist()); // kept, whatever becomes of the rest
        db.add(post(name));
        db.commit();
    }

    public void retitle(String from, String to) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("update blog_post set title = ? where title = ?")) {
            update.setString(1, to);
            update.setString(2, from);
            update.executeUpdate();
        }
        db.commit(); // without it, nothing of this is kept
    }

    private static Author author(String name) {
        Author author = new Author();
        author.name = name;
        return author;
    }

    private static BlogPost post(String title) {
        BlogPost post = new BlogPost();
        post.title = title;
        return post;
    }

    private long posts(String title) {
        return db.call(() -> BlogPost.count("title", title));
    }

    @Test
    void separateTransactionAndUnitOfWorkCommitTheirOwnRows() {
        db.run(() -> withTrace("traced"));
        assertThat(posts("traced")).isEqualTo(1);
        assertThat(db.<Long, RuntimeException> call(() -> Author.count("name", "traced"))).isEqualTo(1);
    }

    @Test
    void statementsOfRawConnectionAreCommittedWithTheUnitOfWork() throws SQLException {
        db.run(() -> {
            db.add(post("old"));
            db.flush();
            retitle("old", "new");
        });
        db.run(() -> {
            try (Connection connection = dataSource.getConnection()) {
                connection.createStatement().executeUpdate("delete from blog_post");
            }
        });
        assertThat(posts("new")).isEqualTo(1);
    }

    @Test
    void suspendingExistingJoinsTheUnitOfWorkAndNotSupportedLeavesIt() throws SQLException {
        for (boolean first : new boolean[] { true, false }) {
            String title = "suspended " + first;
            db.run(() -> {
                if (!first) {
                    BlogPost.count();
                }
                QuarkusTransaction.suspendingExisting().run(() -> post(title).persist());
                stock.leave(title);
            });
            assertThat(posts(title)).isZero();
            assertThat(posts(title + " left")).isEqualTo(1);
        }
    }

    @Test
    void commitIsRefusedAfterSetRollbackOnly() {
        db.run(() -> {
            post("marked").persist();
            QuarkusTransaction.setRollbackOnly();
            assertThat(catchThrowable(db::commit)).hasMessageContaining("The commit was refused");
            post("after").persist();
            db.commit();
        });
        assertThat(posts("marked")).isZero();
        assertThat(posts("after")).isEqualTo(1);
    }

    @Test
    void errorsOfJdbcAreOnThePage() {
        for (boolean first : new boolean[] { true, false }) {
            shown(onConnection(first, Connection::commit));
            shown(onConnection(first, Connection::rollback));
            shown(onConnection(first, connection -> connection.setAutoCommit(true)));
        }
    }

    interface Use {
        void of(Connection connection) throws SQLException;
    }

    private ThrowingCallable onConnection(boolean first, Use use) {
        return () -> db.run(() -> {
            if (!first) {
                BlogPost.count();
            }
            try (Connection connection = dataSource.getConnection()) {
                use.of(connection);
            }
        });
    }

    @Test
    void errorsOfUnitOfWorkAreOnThePage() {
        shown(() -> db.run(() -> {
            BlogPost.count();
            userTransaction.commit();
        }));
        shown(() -> db.run(() -> {
            catchThrowable(stock::reserve);
            db.commit();
        }));
        shown(() -> db.run(() -> {
            BlogPost.count();
            stock.count();
        }));
        shown(() -> db.run(() -> {
            Session outer = db.session();
            db.run(() -> outer.find(BlogPost.class, 1L));
        }));
    }

    private static void shown(ThrowingCallable refused) {
        Throwable thrown = catchThrowable(refused);
        assertThat(thrown).isNotNull();
        assertThat(Page.read(Page.PAGES.resolve("unit-of-work.adoc")).text()).contains(thrown.getMessage());
    }
}
