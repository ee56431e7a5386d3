package io.quarkiverse.binds.test.doors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.test.doors.Doors.Door;
import io.quarkiverse.binds.test.doors.Program.Place;
import io.quarkiverse.binds.test.doors.Step.Op;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** L4: a commit starts no timeout; after it a unit of work may wait for longer than the transaction timeout. */
@QuarkusTest
@TestProfile(LongWaitTest.ShortTransactions.class)
class LongWaitTest extends Programs {

    /** Transaction timeout of 1 s, since the requests of these tests take longer. */
    public static final class ShortTransactions implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.transaction-manager.default-transaction-timeout", "1s");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "lazy", "query", "change", "end" })
    void unitOfWorkContinuesAfterCommitAndLongWait(String way) {
        String row = name(way, "later");
        assertThat(given().post("/units/later/" + way + "/" + row).then().statusCode(200).extract().asString())
                .isEqualTo("1 " + row);
        assertThat(rowsOf(DatabasesResource.notes(), "folder", row)).isEqualTo(1);
    }

    @Test
    void everyDoorWorksAfterCommitAndLongWait() {
        String row = name("all");
        List<Step> steps = new ArrayList<>(List.of(add(Door.DB, Where.NOTES, row), step(Op.COMMIT),
                on(Op.WAIT, null, "2500")));
        for (Door door : Door.values()) {
            steps.add(add(door, Where.LEDGER, row + door));
        }
        steps.add(step(Op.COMMIT));
        assertThat(send(new Program(Place.REQUEST, false, steps)).asString()).isEqualTo("ok");
        for (Door door : Door.values()) {
            assertThat(rows(Where.LEDGER, row + door)).as(door.name()).isEqualTo(1);
        }
    }

    /** Proves that the timeout of the two tests above is effective. */
    @Test
    void begunTransactionTimesOut() {
        String row = name("timed-out");
        assertThat(send(Place.REQUEST, add(Door.DB, Where.NOTES, row), step(Op.FLUSH), on(Op.WAIT, null, "2500"),
                step(Op.COMMIT)).asString()).isNotEqualTo("ok");
        assertThat(rows(Where.NOTES, row)).isZero();
    }
}
