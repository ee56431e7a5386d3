package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** E1: a row is inserted, or the row with its key is updated, on each kind of database. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class UpsertTest {

    @BeforeEach
    void clear() {
        for (Kind kind : Kind.values()) {
            post("/" + kind.bind() + "/accounts/clear").then().statusCode(204);
        }
    }

    private static String run(Kind kind, String path) {
        return post("/" + kind.bind() + "/counters/" + path).then().statusCode(Matchers.lessThan(300)).extract().asString();
    }

    private static Map<String, Object> row(Kind kind) {
        List<Map<String, Object>> rows = get("/" + kind.bind() + "/counters").jsonPath().getList("");
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @ParameterizedTest
    @EnumSource
    void newRowHasDefaultsVersionAndTimestamps(Kind kind) {
        run(kind, "upsert?name=n&amount=3");
        assertThat(row(kind)).containsEntry("amount", 3).containsEntry("note", "none").containsEntry("version", 0)
                .containsEntry("created", true);
    }

    @ParameterizedTest
    @EnumSource
    void existingRowGetsTheValuesAndTheNextVersion(Kind kind) {
        run(kind, "get-or-create?name=n&amount=3");
        run(kind, "upsert-with-init?name=n&amount=4");
        assertThat(row(kind)).containsEntry("amount", 4).containsEntry("note", "none").containsEntry("version", 1)
                .containsEntry("updatedLater", true);
    }

    @ParameterizedTest
    @EnumSource
    void valuesOfInitAreThoseOfANewRow(Kind kind) {
        run(kind, "upsert-with-init?name=n&amount=4");
        assertThat(row(kind)).containsEntry("amount", 4).containsEntry("note", "initial 4");
    }

    @ParameterizedTest
    @EnumSource
    void managedInstanceIsRefreshedAndKeepsItsChanges(Kind kind) {
        run(kind, "get-or-create?name=n&amount=3");
        assertThat(run(kind, "upsert-of-managed?name=n&amount=5")).isEqualTo("5 changed 2");
        assertThat(row(kind)).containsEntry("amount", 5).containsEntry("note", "changed").containsEntry("version", 2);
    }

    @ParameterizedTest
    @EnumSource
    void rollbackRemovesTheRow(Kind kind) {
        run(kind, "upsert-rolled-back?name=n&amount=5");
        assertThat(get("/" + kind.bind() + "/counters").jsonPath().getList("")).isEmpty();
    }
}
