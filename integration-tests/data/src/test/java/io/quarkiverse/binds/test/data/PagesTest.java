package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** I2, K12, K13, K14: pages of query results by number, their rules, their JSON and their headers, on each kind of database. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class PagesTest {

    private static final int ROWS = 250;

    private final Set<Kind> filled = new HashSet<>();

    private static Response page(Kind kind, String path) {
        return given().urlEncodingEnabled(false).when().get("/" + kind.bind() + "/todos" + path);
    }

    private void rows(Kind kind) {
        if (filled.add(kind)) {
            put("/" + kind.bind() + "/todos/" + ROWS).then().statusCode(204);
        }
    }

    @ParameterizedTest
    @EnumSource
    void firstPageHasTheConfiguredSizeAndTheNamesOfTheModel(Kind kind) {
        rows(kind);
        Map<String, Object> json = page(kind, "").then().statusCode(200).extract().jsonPath().getMap("");
        assertThat(json.keySet()).containsExactly("items", "page", "per_page", "total", "pages", "has_prev", "prev_num",
                "has_next", "next_num", "first", "last");
        assertThat(json).containsEntry("page", 1).containsEntry("per_page", 20).containsEntry("total", ROWS)
                .containsEntry("pages", 13).containsEntry("has_prev", false).containsEntry("prev_num", null)
                .containsEntry("has_next", true).containsEntry("next_num", 2).containsEntry("first", 1)
                .containsEntry("last", 20);
    }

    @ParameterizedTest
    @EnumSource
    void pagesTogetherAreAllRowsInTheirOrder(Kind kind) {
        rows(kind);
        for (String way : List.of("", "/sql", "/criteria")) {
            for (int number = 1; number <= 3; number++) {
                JsonPath json = page(kind, way + "?per_page=100&page=" + number).then().statusCode(200).extract().jsonPath();
                assertThat(json.getInt("total")).as(way).isEqualTo(ROWS);
                List<Integer> numbers = json.getList("items.number", Integer.class);
                assertThat(numbers).as(way).hasSize(number < 3 ? 100 : 50).isSorted().startsWith(100 * (number - 1) + 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void lastPageHoldsTheRest(Kind kind) {
        rows(kind);
        page(kind, "?page=13").then().body("first", equalTo(241)).body("last", equalTo(250)).body("items", hasSize(10))
                .body("has_next", equalTo(false));
    }

    @ParameterizedTest
    @EnumSource
    void sizeComesFromTheRequestUpToTheBoundOfTheCallOrOfTheConfiguration(Kind kind) {
        rows(kind);
        page(kind, "?page=2&per_page=10").then().body("first", equalTo(11)).body("items", hasSize(10));
        page(kind, "/bound?page=2&per_page=100").then().body("per_page", equalTo(50)).body("first", equalTo(51));
        page(kind, "?per_page=101").then().body("per_page", equalTo(100));
    }

    @ParameterizedTest
    @EnumSource
    void badPagesAreNotFoundWithAReason(Kind kind) {
        rows(kind);
        for (String query : List.of("page=abc", "per_page=abc", "page=0", "per_page=-1", "page=%20",
                "page=9223372036854775808", "page=1.5", "page=14", "page=2147483647&per_page=100")) {
            assertThat(page(kind, "?" + query).statusCode()).as(query).isEqualTo(404);
            assertThat(page(kind, "/bound?" + query).statusCode()).as(query).isEqualTo(404);
            page(kind, "/bound?" + query).then().body(containsString("page"));
        }
    }

    /** The answer repeats the parameter as plain text, without characters that would change a terminal or the line of a log. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "%0D%0ASet-Cookie:%20a=b|'\uFFFD\uFFFDSet-Cookie: a=b'",
            "%1B%5B31m%00|'\uFFFD[31m\uFFFD'", "%E2%80%AE1%C2%85|'\uFFFD1\uFFFD'", "%3Cscript%3E|'<script>'",
            "%F0%9F%98%80%D9%A3x|'\uD83D\uDE00\u0663x'" }, quoteCharacter = '"')
    void badPageIsRepeatedWithoutControlCharacters(String page, String shown) {
        rows(Kind.H2);
        for (String parameter : List.of("page", "per_page")) {
            page(Kind.H2, "?" + parameter + "=" + page).then().statusCode(404).contentType("text/plain").body(equalTo(
                    "'" + parameter + "' must be a whole number from 1 to 2147483647, not " + shown));
        }
    }

    /** The total is part of the page: without it there is none, unless it is not asked for. */
    @ParameterizedTest
    @EnumSource(names = { "MYSQL", "H2" })
    void failingCountFailsThePageThatWasRead(Kind kind) {
        rows(kind);
        JsonPath outcome = page(kind, "/uncountable").then().statusCode(200).extract().jsonPath();
        assertThat(outcome.getString("[0]")).containsIgnoringCase("duplicate column name");
        assertThat(outcome.getInt("[1]")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void badPagesBecomeTheDefaultWithoutErrorOut(Kind kind) {
        rows(kind);
        for (String query : List.of("page=abc", "per_page=abc", "page=0", "per_page=-1")) {
            page(kind, "/lenient?" + query).then().statusCode(200).body("page", equalTo(1)).body("per_page", equalTo(20))
                    .body("items", hasSize(20));
        }
        page(kind, "/lenient?page=999").then().statusCode(200).body("page", equalTo(999)).body("items", hasSize(0))
                .body("first", equalTo(0)).body("last", equalTo(0));
    }

    @ParameterizedTest
    @EnumSource
    void responseLinksToOtherPagesAndTellsTheTotal(Kind kind) {
        rows(kind);
        Response middle = page(kind, "?q=%7Bx%7D&page=2&per_page=10");
        assertThat(middle.header("X-Total-Count")).isEqualTo("250");
        String link = middle.header("Link");
        String url = link.substring(0, link.indexOf('?'));
        assertThat(url).startsWith("<http://").endsWith("/" + kind.bind() + "/todos");
        assertThat(link.split(", ")).containsExactly(
                url + "?q=%7Bx%7D&page=1&per_page=10>; rel=\"first\"", url + "?q=%7Bx%7D&page=1&per_page=10>; rel=\"prev\"",
                url + "?q=%7Bx%7D&page=3&per_page=10>; rel=\"next\"", url + "?q=%7Bx%7D&page=25&per_page=10>; rel=\"last\"");
        assertThat(page(kind, "?page=13").header("Link")).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
    }

    @ParameterizedTest
    @EnumSource
    void uncountedPageHasNoTotal(Kind kind) {
        rows(kind);
        Response response = page(kind, "/uncounted?page=2");
        response.then().body("total", equalTo(null)).body("pages", equalTo(0)).body("has_next", equalTo(false))
                .body("next_num", equalTo(null)).body("items", hasSize(20));
        assertThat(response.header("X-Total-Count")).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void neighboursKeepSizeBoundAndTotal(Kind kind) {
        rows(kind);
        page(kind, "/next?page=2&per_page=110").then().body("page", equalTo(3)).body("first", equalTo(221))
                .body("items", hasSize(30)).body("total", equalTo(ROWS));
        page(kind, "/prev?page=2&per_page=110").then().body("page", equalTo(1)).body("per_page", equalTo(110))
                .body("items", hasSize(110)).body("total", equalTo(ROWS));
        page(kind, "/prev?page=1").then().body("page", equalTo(1)).body("items", hasSize(20));
        page(kind, "/next?page=13").then().statusCode(200).body("items", hasSize(0)).body("page", equalTo(14));
    }

    /** Number n has n modulo 3 tags: an inner join leaves out every third, and no page may load more than its entities. */
    @ParameterizedTest
    @EnumSource
    void fetchedCollectionsAreCompleteOnEachPage(Kind kind) {
        rows(kind);
        for (String way : List.of("left", "inner", "distinct", "graph", "list", "criteria", "panache-left", "panache-inner",
                "panache-list", "panache-named", "panache-graph")) {
            boolean inner = way.endsWith("inner") || way.equals("distinct");
            Response response = page(kind, "/fetched/" + way + "?page=2&per_page=10");
            assertThat(response.statusCode()).as("%s: %s", way, response.asString()).isEqualTo(200);
            JsonPath json = response.jsonPath();
            assertThat(json.getInt("total")).as(way).isEqualTo(inner ? ROWS - ROWS / 3 : ROWS);
            List<Integer> numbers = json.getList("items.number", Integer.class);
            if (inner) {
                assertThat(numbers).as(way).containsExactly(235, 233, 232, 230, 229, 227, 226, 224, 223, 221);
            } else {
                assertThat(numbers).as(way).containsExactly(240, 239, 238, 237, 236, 235, 234, 233, 232, 231);
            }
            assertThat(json.getList("items.tags", Integer.class)).as(way)
                    .containsExactlyElementsOf(numbers.stream().map(number -> number % 3).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void queryOfPanacheHasPages(Kind kind) {
        rows(kind);
        page(kind, "/panache?page=2&per_page=100").then().statusCode(200).body("total", equalTo(ROWS)).body("items",
                hasSize(100)).body("items[0].number", equalTo(150)).body("items[99].number", equalTo(51));
        page(kind, "/panache?page=3&per_page=100").then().statusCode(200).body("items", hasSize(50)).body("has_next",
                equalTo(false));
    }

    @ParameterizedTest
    @EnumSource
    void listAsParameterIsPartOfTheCount(Kind kind) {
        rows(kind);
        for (String way : List.of("/listed", "/listed/sql")) {
            JsonPath json = page(kind, way + "?page=2&per_page=2").then().statusCode(200).extract().jsonPath();
            assertThat(json.getInt("total")).as(way).isEqualTo(5);
            assertThat(json.getList("items.number", Integer.class)).as(way).containsExactly(3, 5);
        }
    }

    /** With {@code quarkus.http.proxy}, links have the address by which the client has called. */
    @ParameterizedTest
    @EnumSource
    void linksBehindAProxyHaveItsAddress(Kind kind) {
        rows(kind);
        String link = given().header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "api.example.org")
                .header("X-Forwarded-Prefix", "/v1").get("/" + kind.bind() + "/todos?per_page=10").header("Link");
        assertThat(link).startsWith("<https://api.example.org/v1/" + kind.bind() + "/todos?").contains("rel=\"next\"");
    }
}
