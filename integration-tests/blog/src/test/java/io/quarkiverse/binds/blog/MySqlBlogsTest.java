package io.quarkiverse.binds.blog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(MySqlProfile.class)
class MySqlBlogsTest extends BlogsTests {

    private final DatabaseServer server = MySql.shared();

    @AfterEach
    void dropDatabases() {
        made.forEach(name -> server.dropDatabase("blog_" + name));
    }

    /** G5, G6: articles in the databases of two blogs, read from outside. */
    @Test
    void articlesAreInTheDatabaseOfTheirBlog() {
        String one = createBlog();
        String other = createBlog();
        write(one, "of one");

        assertThat(server.queryIn("blog_" + one, "select title from article")).extracting(row -> row.get("title"))
                .containsExactly("of one");
        assertThat(server.queryIn("blog_" + other, "select title from article")).isEmpty();
    }
}
