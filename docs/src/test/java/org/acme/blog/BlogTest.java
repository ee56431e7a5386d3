package org.acme.blog;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** C5: the examples of the page about testing, on the project of the getting-started page. */
@QuarkusTest
@TestProfile(BlogTest.OwnDatabases.class)
class BlogTest {

    /** Databases of their own, since other tests assert the ids of the first rows. */
    public static class OwnDatabases implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.binds.url", "h2:mem:blog-test;DB_CLOSE_DELAY=-1",
                    "quarkus.binds.users.url", "h2:mem:users-test;DB_CLOSE_DELAY=-1");
        }
    }

    @Inject
    Db db;

    @Inject
    BlogResource blog;

    @BeforeEach
    void noRows() {
        db.run(() -> {
            db.bind(Bind.DEFAULT).sql("delete from blog_post").update();
            db.bind("users").sql("delete from author").update();
            db.commit();
        });
    }

    @Test
    void requestSeesRowsCommittedByTheTest() {
        Long id = db.call(() -> {
            Author author = new Author();
            author.name = "Ada";
            db.add(author);
            db.commit();
            return author.id;
        });

        get("/authors/{id}", id).then().body("name", is("Ada"));
    }

    @Test
    @TestTransaction
    void commitIsRolledBackAfterTheTest() {
        Author author = new Author();
        author.name = "Ada";
        blog.add(author); // commits; here it is a flush

        assertThat(blog.author(author.id).name).isEqualTo("Ada");
    }
}
