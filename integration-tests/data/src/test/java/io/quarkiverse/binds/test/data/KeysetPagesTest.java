package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** I2: pages by cursor, their JSON, their links and their neighbours, on each kind of database. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class KeysetPagesTest {

    private static final int ROWS = 25;
    private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"(\\w+)\"");

    private final Set<Kind> filled = new HashSet<>();

    private void rows(Kind kind) {
        if (filled.add(kind)) {
            given().put("/" + kind.bind() + "/items/numbered/" + ROWS).then().statusCode(204);
        }
    }

    private static Response get(Kind kind, String path) {
        Response response = given().urlEncodingEnabled(false).get("/" + kind.bind() + "/items" + path);
        assertThat(response.statusCode()).as(path + ": " + response.asString()).isEqualTo(200);
        return response;
    }

    private static JsonPath json(Kind kind, String path) {
        return get(kind, path).jsonPath();
    }

    private static List<Integer> numbers(JsonPath page) {
        return page.getList("items.number", Integer.class);
    }

    private static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    @ParameterizedTest
    @EnumSource
    void firstPageHasTheConfiguredSizeAndCursors(Kind kind) {
        rows(kind);
        Map<String, Object> page = json(kind, "").getMap("");
        assertThat(page.keySet()).containsExactly("items", "per_page", "has_prev", "prev", "has_next", "next");
        assertThat(page).containsEntry("per_page", 20).containsEntry("has_prev", false).containsEntry("prev", null)
                .containsEntry("has_next", true);
        assertThat((String) page.get("next")).matches("[A-Za-z0-9_-]{20,200}");
    }

    @ParameterizedTest
    @EnumSource
    void cursorsLeadToTheEndAndBack(Kind kind) {
        rows(kind);
        for (String way : List.of("", "/graph")) {
            JsonPath first = json(kind, way + "?per_page=10");
            JsonPath second = json(kind, way + "?per_page=10&after=" + first.get("next"));
            JsonPath third = json(kind, way + "?per_page=10&after=" + second.get("next"));
            assertThat(numbers(first)).isEqualTo(range(1, 10));
            assertThat(numbers(second)).isEqualTo(range(11, 20));
            assertThat(numbers(third)).isEqualTo(range(21, 25));
            assertThat(third.getBoolean("has_next")).isFalse();
            assertThat(third.getString("next")).isNull();
            JsonPath back = json(kind, way + "?per_page=10&before=" + third.get("prev"));
            assertThat(numbers(back)).isEqualTo(range(11, 20));
            JsonPath front = json(kind, way + "?per_page=10&before=" + back.get("prev"));
            assertThat(numbers(front)).isEqualTo(range(1, 10));
            assertThat(front.getBoolean("has_prev")).isFalse();
            assertThat(front.getBoolean("has_next")).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void criteriaQueryIsReadByCursor(Kind kind) {
        rows(kind);
        JsonPath first = json(kind, "/criteria/5?per_page=10");
        assertThat(numbers(first)).startsWith(25).endsWith(16).hasSize(10);
        assertThat(numbers(json(kind, "/criteria/5?per_page=100&after=" + first.get("next")))).startsWith(15).endsWith(5)
                .hasSize(11);
    }

    @ParameterizedTest
    @EnumSource
    void linksKeepOtherParametersAndLeadToTheNeighbours(Kind kind) {
        rows(kind);
        Response first = get(kind, "/filtered/3?q=%7Bx%7D&per_page=10");
        Map<String, String> links = links(first);
        assertThat(links).containsOnlyKeys("next");
        String url = links.get("next");
        assertThat(url).contains("/filtered/3?q=%7Bx%7D&", "per_page=10", "after=" + first.jsonPath().getString("next"));
        Response second = given().urlEncodingEnabled(false).get(url);
        assertThat(numbers(second.jsonPath())).isEqualTo(range(13, 22));
        assertThat(links(second)).containsOnlyKeys("first", "prev", "next");
        assertThat(links(second).get("first")).endsWith("/filtered/3?q=%7Bx%7D&per_page=10");
        assertThat(links(second).get("prev")).contains("before=").doesNotContain("after=");
        Response back = given().urlEncodingEnabled(false).get(links(second).get("prev"));
        assertThat(numbers(back.jsonPath())).isEqualTo(range(3, 12));
        assertThat(links(back)).containsOnlyKeys("next");
        assertThat(back.header("X-Total-Count")).isNull();
    }

    /** With {@code quarkus.http.proxy}, links have the address by which the client has called. */
    @Test
    void linksBehindAProxyHaveItsAddress() {
        rows(Kind.H2);
        Response response = given().header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "api.example.org")
                .header("X-Forwarded-Prefix", "/v1").get("/h2/items?per_page=10");
        assertThat(links(response).get("next")).startsWith("https://api.example.org/v1/h2/items?").contains("after=");
    }

    /** Two parameters that have neither a name nor a position. */
    @ParameterizedTest
    @EnumSource
    void unnamedParametersAreThoseOfEachPage(Kind kind) {
        rows(kind);
        JsonPath first = json(kind, "/unnamed?least=3&most=20&per_page=10");
        assertThat(numbers(first)).isEqualTo(range(3, 12));
        assertThat(numbers(json(kind, "/unnamed?least=3&most=20&per_page=10&after=" + first.get("next"))))
                .isEqualTo(range(13, 20));
    }

    private static Map<String, String> links(Response response) {
        Map<String, String> links = new LinkedHashMap<>();
        Matcher matcher = LINK.matcher(response.header("Link"));
        while (matcher.find()) {
            links.put(matcher.group(2), matcher.group(1));
        }
        return links;
    }

    @ParameterizedTest
    @EnumSource
    void neighboursAreReadInCode(Kind kind) {
        rows(kind);
        JsonPath first = json(kind, "?per_page=10");
        assertThat(numbers(json(kind, "/next?per_page=10"))).isEqualTo(range(11, 20));
        assertThat(numbers(json(kind, "/prev?per_page=10"))).isEmpty();
        assertThat(numbers(json(kind, "/prev?per_page=10&after=" + first.get("next")))).isEqualTo(range(1, 10));
        JsonPath behind = json(kind, "/next?per_page=100");
        assertThat(numbers(behind)).isEmpty();
        assertThat(behind.getBoolean("has_next")).isFalse();
        assertThat(behind.getBoolean("has_prev")).isTrue();
        assertThat(numbers(json(kind, "?per_page=10&before=" + behind.get("prev")))).isEqualTo(range(16, 25));
    }

    /** By left and inner fetch joins, and by an entity graph. */
    @ParameterizedTest
    @EnumSource
    void fetchedCollectionsAreCompleteOnEachPage(Kind kind) {
        rows(kind);
        for (String way : List.of("/fetched?join=left%20join%20fetch", "/fetched?join=join%20fetch", "/fetched?join=graph")) {
            JsonPath first = json(kind, way + "&per_page=10");
            JsonPath second = json(kind, way + "&per_page=10&after=" + first.get("next"));
            JsonPath back = json(kind, way + "&per_page=10&before=" + second.get("prev"));
            assertThat(first.getList("items", String.class)).as(way).isEqualTo(withTags(1, 10))
                    .isEqualTo(back.getList("items", String.class));
            assertThat(second.getList("items", String.class)).as(way).isEqualTo(withTags(11, 20));
        }
    }

    private static List<String> withTags(int first, int last) {
        return range(first, last).stream().map(number -> number + " x,y").toList();
    }

    @ParameterizedTest
    @EnumSource
    void cursorHasTheValuesOfTheRowsAndNotOfChangedEntities(Kind kind) {
        rows(kind);
        JsonPath first = json(kind, "/changed?per_page=10");
        JsonPath second = json(kind, "/changed?per_page=10&after=" + first.get("next"));
        assertThat(numbers(second)).isEqualTo(range(11, 20).stream().map(number -> -number).toList());
    }

    @ParameterizedTest
    @EnumSource
    void orderAndIdAreEnoughWhereTheQueryHasNoOrder(Kind kind) {
        rows(kind);
        for (String hql : List.of("from Item", "select i from Item i order by i.label",
                "select i from Item i order by i.id, i.number",
                "select i from Item i left join i.parent p order by p.label, i.number desc nulls last",
                "select distinct i from Item i join i.tags t order by i.number",
                "select distinct i from Item i left join i.parent p join i.tags t order by p.tone, p.ratio, i.tone, p.fit",
                "select i from Item i left join fetch i.parent order by i.label desc, i.number")) {
            List<Integer> all = new ArrayList<>();
            String next = "";
            for (int pages = 0; next != null && pages < 10; pages++) {
                JsonPath page = given().queryParam("query", hql).queryParam("per_page", 13)
                        .queryParams(next.isEmpty() ? Map.of() : Map.of("after", next))
                        .get("/" + kind.bind() + "/items/hql").then().statusCode(200).extract().jsonPath();
                assertThat(page.getString("refused")).as(hql).isNull();
                all.addAll(numbers(page));
                next = page.getString("next");
            }
            Collections.sort(all);
            assertThat(all).as(hql).isEqualTo(range(1, ROWS));
        }
    }
}
