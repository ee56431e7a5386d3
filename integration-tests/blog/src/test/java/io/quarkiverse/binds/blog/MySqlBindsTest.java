package io.quarkiverse.binds.blog;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.databases.MySqlTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(MySqlProfile.class)
class MySqlBindsTest extends BindsTests {

    @Override
    String kind() {
        return "mysql";
    }

    /** B5, G2: raw SQL goes to the default bind, whose database has a dollar sign in its name. */
    @Test
    void rawSqlGoesToTheDefaultBind() {
        String database = MySqlTestResource.database("default");
        assertThat(database).startsWith("bob$app");
        get("/databases").then().statusCode(200)
                .body("database", contains(database, MySqlTestResource.database("users")));
    }

    /** G4, K4: rows of both databases, read from outside. */
    @Test
    void rowsAreInTheDatabaseOfTheirBind() {
        DatabaseServer server = MySql.shared();
        String posts = MySqlTestResource.database("default");
        String users = MySqlTestResource.database("users");
        String name = Api.unique("kim");
        String title = Api.unique("title");
        Api.createPost(Api.createUser(name), title);

        assertThat(server.queryIn(users, "select name from app_user where name = ?", name)).hasSize(1);
        assertThat(server.queryIn(posts, "select title from blog_post where title = ?", title)).hasSize(1);
        assertThat(tablesNamed(server, posts, "app_user")).isEmpty();
        assertThat(tablesNamed(server, users, "blog_post")).isEmpty();
        assertThat(tablesNamed(server, users, "app_user")).hasSize(1);
    }

    private static List<?> tablesNamed(DatabaseServer server, String database, String table) {
        return server.query("select table_name from information_schema.tables where table_schema = ? and table_name = ?",
                database, table);
    }

    /** A5, A17, K10: the bind wins over all binds, which win over the kind's default, which wins over the default. */
    @Test
    void mostSpecificSettingWins() {
        assertThat(settings("<default>")).containsEntry("pool.size", "7 (bind)")
                .containsEntry("pool.recycle", "7200s (mysql default)").containsEntry("pool.timeout", "30s (default)");
        assertThat(settings("users")).containsEntry("pool.size", "3 (\"*\")").containsEntry("pool.recycle", "3600s (bind)")
                .containsEntry("pool.max-overflow", "10 (default)");
    }

    /** A16: a driver property takes effect at the server. */
    @Test
    void driverPropertiesReachTheDriver() {
        assertThat(settings("users")).containsEntry("driver-properties.connectionAttributes", "app:blog (bind)");
        get("/users").then().statusCode(200);
        assertThat(MySql.shared().query("select distinct p.db from performance_schema.session_connect_attrs a"
                + " join information_schema.processlist p on p.id = a.processlist_id"
                + " where a.attr_name = 'app' and a.attr_value = 'blog'"))
                .extracting(row -> row.values().iterator().next()).contains(MySqlTestResource.database("users"))
                .doesNotContain(MySqlTestResource.database("default"));
    }

    @Test
    void urlsAreMasked() {
        get("/").then().body("binds[0].url", containsString(":***@")).body("binds[0].url", containsString("bob$app"))
                .body("binds[2].settings.find { it.key == 'password' }.value", equalTo("***"));
    }
}
