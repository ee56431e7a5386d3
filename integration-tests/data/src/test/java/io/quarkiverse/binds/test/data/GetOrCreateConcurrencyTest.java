package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/**
 * S1, E1: threads that want the row of the same key at the same moment get one row, without an error, on each kind of database.
 */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class GetOrCreateConcurrencyTest {

    private static final int THREADS = 8;
    private static final String KEYS_PROPERTY = "binds.race.keys";

    /** Default for tests and servers that need more time: PostgreSQL waits for its disk at each commit. */
    private static final int FEW_KEYS = 20;

    /** Number of keys; {@value #KEYS_PROPERTY} sets it for all tests. */
    private static int keys(Kind kind, int otherwise) {
        return Integer.getInteger(KEYS_PROPERTY, kind == Kind.POSTGRESQL ? FEW_KEYS : otherwise);
    }

    private static JsonPath race(Kind kind, String what, int keys, String isolation, Object retries) {
        return post("/" + kind.bind() + "/race/" + what + "?threads=" + THREADS + "&keys=" + keys + "&isolation=" + isolation
                + "&retries=" + retries).then().statusCode(200).extract().jsonPath();
    }

    @ParameterizedTest
    @CsvSource({ "MYSQL,REPEATABLE_READ", "MYSQL,READ_COMMITTED", "MARIADB,REPEATABLE_READ", "MARIADB,READ_COMMITTED",
            "POSTGRESQL,REPEATABLE_READ", "POSTGRESQL,READ_COMMITTED", "H2,REPEATABLE_READ", "H2,READ_COMMITTED" })
    void threadsGetOneRowForEachKey(Kind kind, String isolation) {
        int keys = keys(kind, 100);
        JsonPath outcome = race(kind, "get-or-create", keys, isolation, 0);
        assertThat(outcome.getList("errors")).isEmpty();
        assertThat(outcome.getInt("successes")).isEqualTo(THREADS * keys);
        assertThat(outcome.getInt("created")).isEqualTo(keys);
        assertThat(outcome.getInt("rows")).isEqualTo(keys);
    }

    /**
     * Beside the ways to write it by hand, in rounds that alternate; the first one warms up. On demand:
     * {@code -Dbinds.race.rounds=5 -Dbinds.race.keys=100}.
     */
    @ParameterizedTest
    @CsvSource({ "MYSQL,REPEATABLE_READ", "MYSQL,READ_COMMITTED", "MARIADB,REPEATABLE_READ", "MARIADB,READ_COMMITTED",
            "POSTGRESQL,REPEATABLE_READ", "POSTGRESQL,READ_COMMITTED", "H2,REPEATABLE_READ", "H2,READ_COMMITTED" })
    @EnabledIfSystemProperty(named = "binds.race.rounds", matches = "\\d+")
    void threadsAreAsFastAsInsertFirstByHand(Kind kind, String isolation) {
        int keys = keys(kind, 100);
        List<String> ways = List.of("get-or-create", "insert-first", "for-update");
        Map<String, Integer> millis = new LinkedHashMap<>();
        Map<String, Integer> failed = new LinkedHashMap<>();
        for (int round = 1; round <= Integer.getInteger("binds.race.rounds"); round++) {
            for (String way : ways) {
                JsonPath outcome = race(kind, way, keys, isolation, "0&round=" + round);
                millis.merge(way, round == 1 ? 0 : outcome.getInt("millis"), Integer::sum);
                failed.merge(way, outcome.getList("errors").size(), Integer::sum);
            }
        }
        System.out.printf("FIGURES %s, %s, %d threads x %d keys: ms %s, failed calls %s%n", kind, isolation, THREADS, keys,
                millis, failed);
        assertThat(failed).containsEntry("get-or-create", 0).containsEntry("insert-first", 0);
        assertThat(millis.get("get-or-create")).isLessThan(3 * millis.get("insert-first"));
    }

    @ParameterizedTest
    @CsvSource({ "MYSQL,REPEATABLE_READ", "MYSQL,READ_COMMITTED", "MARIADB,REPEATABLE_READ", "MARIADB,READ_COMMITTED",
            "POSTGRESQL,REPEATABLE_READ", "POSTGRESQL,READ_COMMITTED", "H2,REPEATABLE_READ", "H2,READ_COMMITTED" })
    void threadsUpdateOneRowForEachKey(Kind kind, String isolation) {
        int keys = keys(kind, FEW_KEYS);
        JsonPath outcome = race(kind, "upsert", keys, isolation, 0);
        assertThat(outcome.getList("errors")).isEmpty();
        assertThat(outcome.getInt("successes")).isEqualTo(THREADS * keys);
        assertThat(outcome.getInt("rows")).isEqualTo(keys);
    }

    /** The first calls for a key may deadlock, which the retries of the unit of work resolve. */
    @ParameterizedTest
    @EnumSource
    void lockedRowsAreChangedByOneThreadAtATime(Kind kind) {
        JsonPath outcome = race(kind, "lock", 5, "READ_COMMITTED", 20);
        assertThat(outcome.getList("errors")).isEmpty();
        assertThat(outcome.getInt("amount")).isEqualTo(THREADS * 5);
    }
}
