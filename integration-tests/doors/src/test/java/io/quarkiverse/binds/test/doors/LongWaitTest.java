package io.quarkiverse.binds.test.doors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.test.doors.Doors.Door;
import io.quarkiverse.binds.test.doors.Program.Place;
import io.quarkiverse.binds.test.doors.Step.Op;
import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** L4: a commit starts no timeout; after it a unit of work may wait for longer than the transaction timeout. */
@QuarkusTest
@TestProfile(LongWaitTest.ShortTransactions.class)
class LongWaitTest extends Programs {

    private static final long LONGER_THAN_TIMEOUT = 3500;

    /** Transaction timeout of 2 s, since the requests of these tests take longer. */
    public static final class ShortTransactions implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.transaction-manager.default-transaction-timeout", "2s");
        }
    }

    /** On a slow machine the first unit of work of a JVM, which loads the classes, takes longer than the timeout. */
    @BeforeEach
    void warmUp() {
        Await.until("a unit of work ends within the transaction timeout",
                () -> later("end", name("warm-up"), 0).getStatusCode() == 200);
    }

    private static Response later(String way, String row, long millis) {
        return given().queryParam("millis", millis).post("/units/later/" + way + "/" + row);
    }

    @ParameterizedTest
    @ValueSource(strings = { "lazy", "query", "change", "end" })
    void unitOfWorkContinuesAfterCommitAndLongWait(String way) {
        String row = name(way, "later");
        assertThat(later(way, row, LONGER_THAN_TIMEOUT).then().statusCode(200).extract().asString())
                .isEqualTo("1 " + row);
        assertThat(rowsOf(DatabasesResource.notes(), "folder", row)).isEqualTo(1);
    }

    @Test
    void everyDoorWorksAfterCommitAndLongWait() {
        Await.until("all doors together are used within the transaction timeout",
                () -> everyDoor(name("warm-up"), 0).equals("ok"));
        String row = name("all");
        assertThat(everyDoor(row, LONGER_THAN_TIMEOUT)).isEqualTo("ok");
        for (Door door : Door.values()) {
            assertThat(rows(Where.LEDGER, row + door)).as(door.name()).isEqualTo(1);
        }
    }

    private static String everyDoor(String row, long millis) {
        List<Step> steps = new ArrayList<>(List.of(add(Door.DB, Where.NOTES, row), step(Op.COMMIT),
                on(Op.WAIT, null, "" + millis)));
        for (Door door : Door.values()) {
            steps.add(add(door, Where.LEDGER, row + door));
        }
        steps.add(step(Op.COMMIT));
        return send(new Program(Place.REQUEST, false, steps)).asString();
    }

    /** Proves that the timeout of the two tests above is effective. */
    @Test
    void begunTransactionTimesOut() {
        String row = name("timed-out");
        assertThat(
                send(Place.REQUEST, add(Door.DB, Where.NOTES, row), step(Op.FLUSH), on(Op.WAIT, null, "" + LONGER_THAN_TIMEOUT),
                        step(Op.COMMIT)).asString())
                .isNotEqualTo("ok");
        assertThat(rows(Where.NOTES, row)).isZero();
    }
}
