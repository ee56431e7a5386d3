package io.quarkiverse.binds.test.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.test.App;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.QuarkusUnitTest;

/** A start opens no connection if Hibernate ORM is told to ask no server; the first use does. */
class StartWithoutConnectionTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:asked
            quarkus.binds.users.url=h2:mem:not-asked
            quarkus.binds."*".schema=none
            quarkus.hibernate-orm.users.database.start-offline=true
            """, Connections.class);

    @Entity
    public static class Post {
        @Id
        public Long id;
    }

    @Entity
    @Bind("users")
    public static class User {
        @Id
        public Long id;
    }

    /** The connections that the start has opened. */
    @ApplicationScoped
    public static class Connections {

        final AtomicLong posts = new AtomicLong();
        final AtomicLong users = new AtomicLong();

        void started(@Observes StartupEvent event, Db db) {
            posts.set(opened(db, Bind.DEFAULT));
            users.set(opened(db, "users"));
        }

        static long opened(Db db, String bind) {
            PoolStats stats = db.bind(bind).pool();
            return stats.created();
        }

        long ofPosts() {
            return posts.get();
        }

        long ofUsers() {
            return users.get();
        }
    }

    @Inject
    Connections connections;

    @Inject
    Db db;

    @Test
    void firstUseOpensTheFirstConnection() {
        // the one that Hibernate ORM opens, and perhaps already that of the check of the server
        assertThat(connections.ofPosts()).isPositive();
        assertThat(connections.ofUsers()).isZero();

        List<Integer> rows = db.call(() -> db.bind("users").sql("select 1").list(Integer.class));

        assertThat(rows).containsExactly(1);
        assertThat(Connections.opened(db, "users")).isPositive();
    }
}
