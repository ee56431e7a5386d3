package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.test.QuarkusUnitTest;

/**
 * C1, C2, C11, D5, G9, K1: one session per request and bind, shared by all injection points, and no row is stored without
 * a commit.
 */
class SessionOfRequestTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:session-of-request;DB_CLOSE_DELAY=-1
            quarkus.binds.users.url=h2:mem:session-of-request-users;DB_CLOSE_DELAY=-1
            quarkus.binds."*".schema=drop-and-create
            """, Notes.class, Note.class, Member.class);

    @Entity
    public static class Note extends PanacheEntity {
        public String text;
    }

    @Entity
    @Bind("users")
    public static class Member extends PanacheEntity {
        public String name;
    }

    @Path("notes")
    public static class Notes {

        @Inject
        Db db;

        @Inject
        Session session;

        @Inject
        @PersistenceUnit("users")
        EntityManager users;

        @GET
        @Path("same")
        public String same() {
            Session first = db.session();
            boolean same = first == db.session() && first == db.session(Note.class)
                    && db.session("users") == db.session(Member.class) && first != db.session("users");
            boolean injected = real(session) == real(first) && real(Note.getSession()) == real(first)
                    && real(users.unwrap(Session.class)) == real(db.session("users"));
            return same + " " + injected + " " + real(first).getSessionIdentifier();
        }

        private static SessionImplementor real(Session session) {
            return session.unwrap(SessionImplementor.class);
        }

        @POST
        @Path("{text}/flush")
        public long flushOnly(@PathParam("text") String text) {
            Note note = new Note();
            note.text = text;
            db.add(note);
            db.flush();
            return Note.count();
        }

        @POST
        @Path("{text}/commit")
        public String commit(@PathParam("text") String text) {
            Note note = new Note();
            note.text = text;
            Member member = new Member();
            member.name = text;
            db.add(note, member);
            db.commit();
            note.text = text + "!";
            return note.id != null && db.session().contains(note) && member.id != null ? "managed" : "detached";
        }

        @POST
        @Path("{text}/transactional")
        public String transactional(@PathParam("text") String text) {
            long before = Note.count(); // begins the transaction that the method joins
            save(text);
            return before + " " + Note.count();
        }

        @Transactional
        void save(String text) {
            Note note = new Note();
            note.text = text;
            note.persist();
        }

        @GET
        @Path("count")
        public String count() {
            return Note.count() + " " + Member.count();
        }
    }

    @Inject
    Db db;

    @Test
    void oneSessionPerRequestAndBind() {
        String first = get("/notes/same").then().statusCode(200).extract().asString();
        String second = get("/notes/same").then().statusCode(200).extract().asString();
        assertThat(first).startsWith("true true ");
        assertThat(second).startsWith("true true ").isNotEqualTo(first);
    }

    @Test
    void nothingIsStoredWithoutCommit() {
        String before = get("/notes/count").asString();
        post("/notes/a/flush").then().statusCode(200);
        get("/notes/count").then().body(equalTo(before));
    }

    @Test
    void commitStoresBothBindsAndKeepsEntitiesManaged() {
        String before = get("/notes/count").asString();
        post("/notes/b/commit").then().statusCode(200).body(equalTo("managed"));
        String[] counts = before.split(" ");
        get("/notes/count").then()
                .body(equalTo((Integer.parseInt(counts[0]) + 1) + " " + (Integer.parseInt(counts[1]) + 1)));
        Note note = db.call(() -> db.query(Note.class, "text = ?1", "b").getSingleResult());
        assertThat(note.text).as("changed after the commit, without another").isEqualTo("b");
    }

    @Test
    void transactionalMethodInRequestCommits() {
        String before = get("/notes/count").asString().split(" ")[0];
        post("/notes/c/transactional").then().statusCode(200)
                .body(equalTo(before + " " + (Integer.parseInt(before) + 1)));
        get("/notes/count").then().body(org.hamcrest.Matchers.startsWith((Integer.parseInt(before) + 1) + " "));
    }
}
