package io.quarkiverse.binds.blog;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;

/** Two databases from one block of properties. B8: the application has no other code for it than {@code @Bind}. */
abstract class BindsTests {

    private static final Set<String> POSTS = Set.of("blog", "blog_post", "blog_post_tag", "bulk_job", "post_comment",
            "tag");
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    /** Suffix of the table by which Hibernate emulates a sequence. */
    private static final String SEQUENCE_TABLE = "_seq";

    /**
     * G1, G4, K4: entities of one package in two databases, and each database has only its own tables; {@code BlogPost} has the
     * table {@code blog_post}.
     */
    @Test
    void eachDatabaseHasOnlyItsOwnTables() {
        JsonPath databases = get("/databases").then().statusCode(200).body("bind", contains("<default>", "users"))
                .extract().jsonPath();
        assertThat(tables(databases, 0)).isEqualTo(POSTS);
        assertThat(tables(databases, 1)).containsExactly("app_user");
        assertThat(databases.getString("[0].database")).isNotEqualTo(databases.getString("[1].database"));
    }

    private static Set<String> tables(JsonPath databases, int index) {
        return databases.<String> getList("[" + index + "].tables").stream().filter(table -> !table.endsWith(SEQUENCE_TABLE))
                .collect(Collectors.toSet());
    }

    @Test
    void seedAddsTenThousandRows() {
        long posts = total("/posts");
        given().post("/seed?posts=10000").then().statusCode(200).body("posts", equalTo(10_000))
                .body("comments", equalTo(5000));
        assertThat(total("/posts")).isEqualTo(posts + 10_000);
        get("/posts?per_page=50").then().body("items.author", everyItem(startsWith("author-")));

        // a second call adds posts, not users
        long users = total("/users");
        given().post("/seed?posts=3").then().statusCode(200).body("posts", equalTo(3)).body("users", equalTo(0));
        assertThat(total("/posts")).isEqualTo(posts + 10_003);
        assertThat(total("/users")).isEqualTo(users);
    }

    private static long total(String path) {
        return get(path).then().statusCode(200).extract().jsonPath().getLong("total");
    }

    @Test
    void homePageIsJsonForCurl() {
        given().accept("*/*").get("/").then().statusCode(200).contentType("application/json")
                .body("endpoints.path", notNullValue())
                .body("binds.name", contains("<default>", "blogs", "users"))
                .body("binds.kind", contains(kind(), kind(), kind()))
                .body("binds[0].entities", contains(entities("Blog", "BlogPost", "BulkJob", "Comment", "Tag")))
                .body("binds[1].entities", contains(entities("Article")))
                .body("binds[2].entities", contains(entities("User")));
    }

    private static String[] entities(String... names) {
        return List.of(names).stream().map(name -> "io.quarkiverse.binds.blog.model." + name).toArray(String[]::new);
    }

    @Test
    void homePageIsHtmlForBrowser() {
        given().accept(BROWSER).get("/").then().statusCode(200).contentType("text/html")
                .body(containsString("<h2>Bind &lt;default&gt;</h2>"))
                .body(containsString("<td>POST</td><td>/seed?posts=10000</td>"))
                .body(containsString("<h2>Bind users</h2>"));
    }

    /** Each bind has a readiness check. */
    @Test
    void readinessAsksBothDatabases() {
        get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"))
                .body("checks.name", hasItems("Database of the default bind", "Database of bind 'users'"));
    }

    /** Kind of database that these tests run on. */
    abstract String kind();

    /** Settings of a bind, as {@code value (source)}. */
    static Map<String, String> settings(String bind) {
        List<Map<String, String>> settings = get("/").then().extract().jsonPath()
                .getList("binds.find { it.name == '" + bind + "' }.settings");
        return settings.stream()
                .collect(Collectors.toMap(s -> s.get("key"), s -> s.get("value") + " (" + s.get("source") + ")"));
    }
}
