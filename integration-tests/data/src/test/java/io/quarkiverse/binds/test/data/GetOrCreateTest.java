package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/**
 * S1, E1, E2: an entity is found by its unique key or created, whatever its unit of work has done, on each kind of database.
 */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class GetOrCreateTest {

    @BeforeEach
    void clear() {
        for (Kind kind : Kind.values()) {
            run(kind, "/clear");
        }
    }

    private static String run(Kind kind, String path) {
        return post("/" + kind.bind() + "/accounts" + path).then().statusCode(org.hamcrest.Matchers.lessThan(300)).extract()
                .asString();
    }

    private static JsonPath rows(Kind kind) {
        return get("/" + kind.bind() + "/accounts").then().statusCode(200).extract().jsonPath();
    }

    private static List<String> logins(Kind kind) {
        return rows(kind).getList("login");
    }

    @ParameterizedTest
    @EnumSource
    void newEntityIsStoredWithCallbacksAndLaterChanges(Kind kind) {
        assertThat(run(kind, "?login=a&code=c")).isEqualTo("true true");
        List<Map<String, Object>> rows = rows(kind).getList("");
        assertThat(rows).containsExactly(Map.of("login", "a", "code", "c", "mark", "marked a", "labels",
                List.of("new", "changed")));
    }

    @ParameterizedTest
    @EnumSource
    void existingEntityIsFoundAsItIs(Kind kind) {
        run(kind, "?login=a&code=c");
        assertThat(run(kind, "?login=a&code=other")).isEqualTo("false true");
        List<Map<String, Object>> rows = rows(kind).getList("");
        assertThat(rows).containsExactly(Map.of("login", "a", "code", "c", "mark", "marked a", "labels",
                List.of("new", "changed", "changed")));
    }

    @ParameterizedTest
    @EnumSource
    void rollbackRemovesNewEntity(Kind kind) {
        assertThat(run(kind, "/rolled-back")).isEqualTo("true");
        assertThat(logins(kind)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void earlierAndLaterWorkIsStoredInEachCase(Kind kind) {
        for (String way : List.of("amid-work", "in-transaction")) {
            clear();
            assertThat(run(kind, "/" + way + "?login=a")).as(way).isEqualTo("true");
            assertThat(logins(kind)).as(way).containsExactly("a", "after", "before");
            clear();
            run(kind, "?login=a");
            assertThat(run(kind, "/" + way + "?login=a")).as(way).isEqualTo("false");
            assertThat(logins(kind)).as(way).containsExactly("a", "after", "before");
        }
    }

    @ParameterizedTest
    @EnumSource
    void violationOfAnotherConstraintIsThrownAndLeavesTheWork(Kind kind) {
        run(kind, "?login=a&code=c");
        assertThat(run(kind, "/failure-then-work?login=b&code=c")).startsWith("ConstraintViolationException");
        assertThat(logins(kind)).containsExactly("a", "after", "before");
    }

    @ParameterizedTest
    @EnumSource
    void callsWithinOneUnitOfWorkSeeEachOther(Kind kind) {
        assertThat(run(kind, "/repeated")).isEqualTo("true false true true true");
        assertThat(logins(kind)).containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource
    void newEntityOfAnAssociationIsStoredAndManaged(Kind kind) {
        assertThat(run(kind, "/with-counter?counter=n")).isEqualTo("none");
        assertThat(get("/" + kind.bind() + "/counters").jsonPath().getList("amount")).containsExactly(7);
    }

    /** The second of two inserts fails: nothing of the first stays. */
    @ParameterizedTest
    @EnumSource
    void failedCascadeLeavesNothing(Kind kind) {
        run(kind, "/with-counter?login=a&counter=n");
        assertThat(run(kind, "/with-counter?login=b&counter=n")).startsWith("ConstraintViolationException");
        assertThat(logins(kind)).containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource
    void cascadeToManagedEntityIsRefusedNamingTheAttribute(Kind kind) {
        assertThat(run(kind, "/with-managed-counter?counter=n")).startsWith("IllegalStateException: 'counter' of the new ")
                .contains("is managed already, and cascades PERSIST to it: set it after getOrCreate");
        assertThat(logins(kind)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void rowCreatedMeanwhileIsFoundWithReadCommitted(Kind kind) {
        assertThat(run(kind, "/created-meanwhile?isolation=READ_COMMITTED")).isEqualTo("none");
        assertThat(rows(kind).getList("code")).containsExactly("changed");
    }

    /** The snapshot of the unit of work is older than the row. */
    @ParameterizedTest
    @EnumSource(names = { "MYSQL", "MARIADB" })
    void rowCreatedMeanwhileIsFoundWithRepeatableRead(Kind kind) {
        for (String lock : List.of("NONE", "PESSIMISTIC_READ", "PESSIMISTIC_WRITE")) {
            clear();
            assertThat(run(kind, "/created-meanwhile?isolation=REPEATABLE_READ&lock=" + lock)).as(lock).isEqualTo("none");
            assertThat(rows(kind).getList("code")).as(lock).containsExactly("changed");
        }
    }

    @ParameterizedTest
    @EnumSource(names = { "POSTGRESQL", "H2" })
    void rowHiddenByTheSnapshotIsFoundByARetry(Kind kind) {
        assertThat(run(kind, "/created-meanwhile?isolation=REPEATABLE_READ"))
                .startsWith("OptimisticLockException: Another transaction has created the ")
                .contains("(login, tenant)", "retries = 3", "READ_COMMITTED");
        assertThat(rows(kind).getList("code")).containsExactly((Object) null);
        clear();
        assertThat(run(kind, "/created-meanwhile?isolation=REPEATABLE_READ&retries=1")).isEqualTo("none");
        assertThat(rows(kind).getList("code")).containsExactly("changed");
    }

    @ParameterizedTest
    @EnumSource
    void keyIsGivenAsNaturalIdOrByTheMetamodel(Kind kind) {
        assertThat(post("/" + kind.bind() + "/counters/typed?name=n&amount=3").asString()).isEqualTo("false true 3");
    }

    @ParameterizedTest
    @EnumSource
    void unusableKeysAreRefusedWithTheirReason(Kind kind) {
        JsonPath refusals = get("/" + kind.bind() + "/counters/refusals").then().statusCode(200).extract().jsonPath();
        Map<String, String> messages = refusals.getMap("");
        assertThat(messages.get("not unique")).startsWith("IllegalStateException: No unique constraint of the table ")
                .contains("cover the column note", "@Table(uniqueConstraints = @UniqueConstraint(columnNames = {\"note\"}))");
        assertThat(messages.get("unknown")).startsWith("IllegalArgumentException: 'nam' is no attribute of ")
                .endsWith("The attributes are: amount, created, id, name, note, updated, version");
        assertThat(messages.get("null")).startsWith("IllegalArgumentException: ").contains("null for 'name'",
                "unique constraint");
        assertThat(messages.get("type")).startsWith("IllegalArgumentException: The value of 'name' of ")
                .endsWith("is a java.lang.Integer, not a java.lang.String");
        assertThat(messages.get("empty")).startsWith("IllegalArgumentException: ").endsWith("has no attributes");
        assertThat(messages.get("changed key")).startsWith("IllegalStateException: ")
                .contains("has changed name, which the key sets");
        assertThat(messages.get("persistent")).startsWith("IllegalStateException: ").contains("has made it persistent");
        assertThat(messages.get("lock")).startsWith("IllegalArgumentException: ").contains("PESSIMISTIC_WRITE", "OPTIMISTIC");
        assertThat(messages.get("read-only")).startsWith("IllegalStateException: ")
                .contains("is read-only and cannot get or create entities");
        assertThat(messages.get("upsert not unique")).startsWith("IllegalStateException: ").contains("column note", "@Table(");
        assertThat(messages.get("upsert larger key")).startsWith("IllegalStateException: ")
                .contains("have exactly the columns");
        assertThat(messages.get("upsert nothing")).startsWith("IllegalArgumentException: ").contains("db.getOrCreate");
        assertThat(messages.get("upsert key")).startsWith("IllegalArgumentException: ").contains("cannot set 'name'");
        boolean anyKey = kind == Kind.MYSQL || kind == Kind.MARIADB;
        assertThat(messages.get("upsert other key")).satisfies(message -> {
            if (anyKey) {
                assertThat(message).startsWith("IllegalStateException: ").contains("other unique constraints",
                        "db.getOrCreate");
            } else {
                assertThat(message).isEqualTo("none");
            }
        });
    }

    /** A transaction that has done nothing begins again after a duplicate key. */
    @Test
    void firstUseInATransactionNeedsNoSavepointOnPostgreSql() {
        post("/postgresql/counters/without-savepoint?name=savepoint").then().statusCode(200).body("", contains(true, false));
        assertThat(post("/postgresql/counters/get-or-create?name=savepoint").asString()).isEqualTo("false");
    }
}
