package io.quarkiverse.binds.test.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.test.QuarkusUnitTest;

/** L17: a query that names an entity of another bind is answered with the name of that bind. */
class QueryOverTwoBindsTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:query-over-two-binds
            quarkus.binds.users.url=h2:mem:query-over-two-binds-users
            quarkus.binds."*".schema=drop-and-create
            """);

    @Entity(name = "Post")
    public static class Post extends PanacheEntity {
        public Long author;
    }

    @Entity(name = "Person")
    @Bind("users")
    public static class Author extends PanacheEntity {
        public String name;
    }

    @Inject
    Db db;

    @Inject
    SessionFactory posts;

    @Test
    void queryNamesTheOtherBind() {
        String two = "select p from Post p where p.author in (select a.id from Person a)";
        refused(() -> db.query(Post.class, two), "Person", "the default bind", "'users'");
        refused(() -> db.session().createQuery(two, Post.class), "Person", "the default bind", "'users'");
        refused(() -> Post.find(two).list(), "Person", "the default bind", "'users'");
        refused(() -> posts.openStatelessSession().createSelectionQuery(two, Post.class), "Person", "the default bind",
                "'users'");
        refused(() -> db.session().createMutationQuery("delete from " + Author.class.getName()), Author.class.getName(),
                "the default bind", "'users'");
        refused(() -> db.session("users").createQuery("from Person a, Post p", Object[].class), "Post", "'users'",
                "the default bind");
    }

    @Test
    void unknownEntityIsAnsweredByHibernate() {
        db.run(() -> assertThatThrownBy(() -> db.session().createQuery("from Nobody", Object.class))
                .hasMessageContaining("Could not resolve").hasMessageContaining("Nobody"));
    }

    @Test
    void queriesOfOneBindWork() {
        db.run(() -> {
            assertThat(db.query(Author.class, "name = ?1", "ann").getResultList()).isEmpty();
            assertThat(db.query(Post.class, "").getResultList()).isEmpty();
        });
    }

    private void refused(ThrowingCallable query, String entity, String own, String other) {
        db.run(() -> assertThatThrownBy(query).hasMessageContaining("runs in " + (own.startsWith("'") ? "bind " : "") + own)
                .hasMessageContaining("its entity " + entity + " lives in ").hasMessageContaining(other)
                .hasMessageContaining("a query runs in one database").hasMessageContaining("db.session(\""));
    }
}
