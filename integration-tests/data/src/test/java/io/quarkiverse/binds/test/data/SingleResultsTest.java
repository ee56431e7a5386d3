package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The first and the only result of a query, and an entity by an id from a path, on each kind of database. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class SingleResultsTest {

    private static String text(Kind kind, String path) {
        return get("/" + kind.bind() + "/todos/" + path).then().statusCode(200).extract().asString();
    }

    private static void rows(Kind kind) {
        put("/" + kind.bind() + "/todos/3").then().statusCode(204);
    }

    @ParameterizedTest
    @EnumSource
    void firstResultIsOptional(Kind kind) {
        rows(kind);
        assertThat(text(kind, "first/2")).isEqualTo("number 2");
        assertThat(text(kind, "first/4")).isEqualTo("none");
    }

    @ParameterizedTest
    @EnumSource
    void onlyResultIsNeitherMissingNorAmbiguous(Kind kind) {
        rows(kind);
        assertThat(text(kind, "only/1")).isEqualTo("number 1");
        assertThat(text(kind, "only/0")).startsWith("NoResultException").contains("number <= ?1");
        assertThat(text(kind, "only/2")).startsWith("NonUniqueResultException").contains("number <= ?1");
    }

    @ParameterizedTest
    @EnumSource
    void idOfWrongTypeIsNotFound(Kind kind) {
        rows(kind);
        for (String id : new String[] { "abc", "1.5", "99999999999999999999", "-1", "%20" }) {
            get("/" + kind.bind() + "/todos/by-id/" + id).then().statusCode(404).body(equalTo("no such todo"));
        }
    }

    /** Text that is an id of the right type is converted, as Hibernate does. */
    @ParameterizedTest
    @EnumSource
    void idAsTextFindsTheEntity(Kind kind) {
        rows(kind);
        assertThat(text(kind, "by-id/" + text(kind, "some-id"))).isEqualTo("number 1");
    }
}
