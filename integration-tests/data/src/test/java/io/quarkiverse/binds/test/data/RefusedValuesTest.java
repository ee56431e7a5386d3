package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** A sensitive value that a database refuses is in no exception and in no line of the log, in every way to write. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class RefusedValuesTest {

    private static final List<String> WAYS = List.of("flush", "commit", "number", "composite-key", "too-long", "hql", "native",
            "batch", "get-or-create", "upsert", "stateless", "jdbc", "jdbc-batch", "read", "deferred");
    private static final String NO_VALUE = "too-long"; // of servers other than H2

    static Stream<Arguments> ways() {
        return Stream.of(Kind.values()).flatMap(kind -> WAYS.stream().filter(way -> isKnown(kind, way))
                .map(way -> Arguments.of(kind, way)));
    }

    private static boolean isKnown(Kind kind, String way) {
        return switch (way) {
            case "deferred" -> kind == Kind.POSTGRESQL;
            // MySQL and MariaDB refuse a table with several unique keys
            case "upsert" -> kind == Kind.POSTGRESQL || kind == Kind.H2;
            default -> true;
        };
    }

    @BeforeEach
    void store() {
        for (Kind kind : Kind.values()) {
            post("/" + kind.bind() + "/refused-values/first").then().statusCode(204);
        }
    }

    /** A statement that succeeds costs nothing: neither it nor its connection is wrapped. */
    @ParameterizedTest
    @EnumSource
    void connectionIsThatOfAgroal(Kind kind) {
        assertThat(post("/" + kind.bind() + "/refused-values/connection").then().statusCode(200).extract().asString())
                .isEqualTo("io.agroal.pool.wrapper.ConnectionWrapper io.agroal.pool.wrapper.PreparedStatementWrapper");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void noTextHasTheValue(Kind kind, String way) {
        JsonPath refusal = post("/" + kind.bind() + "/refused-values/" + way).then().statusCode(200).extract().jsonPath();
        String failure = refusal.getString("failure");
        String log = refusal.getString("log");
        assertThat(failure).isNotEqualTo("none").doesNotContain("5ecret", "it's", "471147");
        assertThat(log).doesNotContain("5ecret", "it's", "471147");
        if (!way.equals(NO_VALUE) || kind == Kind.H2) {
            assertThat(failure).as("it would have the value").contains("***");
        }
        if (List.of("flush", "hql", "batch", "stateless").contains(way)) {
            assertThat(log).as("Hibernate logs it").contains("org.hibernate.orm.jdbc.error: ", "***");
        }
    }
}
