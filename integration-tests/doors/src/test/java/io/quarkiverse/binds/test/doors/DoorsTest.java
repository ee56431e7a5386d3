package io.quarkiverse.binds.test.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.binds.test.doors.Doors.Door;
import io.quarkiverse.binds.test.doors.Program.Place;
import io.quarkiverse.binds.test.doors.Step.Op;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** L1: every way to a database takes part in the unit of work, as its first use and after another one. */
@QuarkusTest
class DoorsTest extends Programs {

    static Stream<Arguments> doorsAndPlaces() {
        return Stream.of(Door.values())
                .flatMap(door -> Stream.of(Place.values())
                        .map(place -> Arguments.of(door, place)));
    }

    @ParameterizedTest
    @MethodSource("doorsAndPlaces")
    void onlyCommittedRowsAreStored(Door door, Place place) {
        List<String> wrong = new ArrayList<>();
        if (place == Place.JOB) {
            // the scheduler starts one job in a second
            check(wrong, 0, door, place, Where.NOTES, true);
            check(wrong, 1, door, place, Where.LEDGER, true, step(Op.COMMIT));
            assertThat(wrong).isEmpty();
            return;
        }
        for (Where where : Where.values()) {
            for (boolean first : new boolean[] { true, false }) {
                check(wrong, 0, door, place, where, first);
                check(wrong, 0, door, place, where, first, step(Op.ROLLBACK));
                check(wrong, 0, door, place, where, first, step(Op.FAIL));
                check(wrong, 1, door, place, where, first, step(Op.COMMIT));
                check(wrong, 1, door, place, where, first, step(Op.COMMIT), step(Op.FAIL));
                check(wrong, 0, door, place, where, first, step(Op.ROLLBACK), step(Op.COMMIT));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(List<String> wrong, long rows, Door door, Place place, Where where, boolean first, Step... end) {
        String row = name(door, place, where);
        List<Step> steps = new ArrayList<>();
        if (!first) {
            steps.add(read(Door.DB, where));
        }
        steps.add(add(door, where, row));
        steps.addAll(List.of(end));
        String answer = send(new Program(place, false, steps)).asString();
        long found = rows(where, row);
        boolean fails = steps.get(steps.size() - 1).op() == Op.FAIL;
        if (found != rows || fails == answer.equals("ok")) {
            wrong.add(steps + " answered " + answer + " and left " + found);
        }
    }

    /** A second use of the same way, after the unit of work's first commit. */
    @ParameterizedTest
    @EnumSource(Door.class)
    void doorTakesPartInTheTransactionAfterCommit(Door door) {
        List<String> wrong = new ArrayList<>();
        for (Where where : Where.values()) {
            String kept = name(door, where, "kept");
            String second = name(door, where, "second");
            String lost = name(door, where, "lost");
            send(Place.REQUEST, add(door, where, kept), step(Op.COMMIT), add(door, where, second), step(Op.COMMIT),
                    add(door, where, lost));
            if (rows(where, kept) != 1 || rows(where, second) != 1 || rows(where, lost) != 0) {
                wrong.add(where.name());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Guards against the worst fault: the row of one tenant in the database of another. */
    @ParameterizedTest
    @EnumSource(Door.class)
    void tenantsInALoopGetTheirOwnRows(Door door) {
        for (boolean first : new boolean[] { true, false }) {
            String row = name(door, "loop");
            List<Step> steps = new ArrayList<>();
            if (!first) {
                steps.add(read(door, Where.TENANT));
            }
            for (String key : List.of("k1", "k2", "k3")) {
                steps.add(tenant(key, read(door, Where.TENANT), add(door, Where.TENANT, row + key), step(Op.COMMIT)));
            }
            assertThat(send(new Program(Place.REQUEST, false, steps)).asString()).isEqualTo("ok");
            for (String key : DatabasesResource.KEYS) {
                for (String of : List.of("k1", "k2", "k3")) {
                    assertThat(rowsOfTenant(key, row + of)).as("%s in %s", row + of, key).isEqualTo(key.equals(of) ? 1 : 0);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void nestedTenantsGetTheirOwnRows(Door door) {
        String row = name(door, "nested");
        String answer = send(Place.REQUEST, add(door, Where.TENANT, row + "k0"),
                tenant("k1", add(door, Where.TENANT, row + "k1"),
                        tenant("k2", add(door, Where.TENANT, row + "k2"), step(Op.COMMIT)),
                        add(door, Where.TENANT, row + "k1-2"), step(Op.ROLLBACK)),
                add(door, Where.TENANT, row + "k0-2"), step(Op.COMMIT)).asString();
        assertThat(answer).isEqualTo("ok");
        assertThat(rowsOfTenant("k0", row + "k0") + rowsOfTenant("k0", row + "k0-2")).isEqualTo(2);
        assertThat(rowsOfTenant("k2", row + "k2")).isEqualTo(1);
        assertThat(rows(Where.TENANT, row + "k1") + rows(Where.TENANT, row + "k1-2")).isZero();
        assertThat(rows(Where.TENANT, row + "k0") + rows(Where.TENANT, row + "k2")).isEqualTo(2);
    }

    static Stream<Arguments> transactionsByHand() {
        return Stream.of("USER_TRANSACTION", "QUARKUS_BEGIN", "QUARKUS_JOINING", "QUARKUS_NEW", "SESSION_TRANSACTION",
                "FACTORY_TRANSACTION", "REQUIRED", "REQUIRES_NEW").map(Arguments::of);
    }

    /** Guards against "200, no row": a commit by hand commits after a read of the unit of work as well. */
    @ParameterizedTest
    @MethodSource("transactionsByHand")
    void transactionBegunByHandCommitsAfterRead(String way) {
        for (Place place : QUICK_PLACES) {
            for (boolean first : new boolean[] { true, false }) {
                String row = name(way, place, first ? "first" : "read");
                String failed = name(way, place, "failed");
                List<Step> steps = new ArrayList<>();
                if (!first) {
                    steps.add(read(Door.DB, Where.NOTES));
                }
                steps.add(method(way, add(Door.DB, Where.NOTES, row)));
                assertThat(send(new Program(place, false, steps)).asString()).as(row).isEqualTo("ok");
                assertThat(rows(Where.NOTES, row)).as(row).isEqualTo(1);
                steps.set(steps.size() - 1, method(way, add(Door.DB, Where.NOTES, failed), step(Op.FAIL)));
                assertThat(send(new Program(place, false, steps)).asString()).as(failed).contains("ntended");
                assertThat(rows(Where.NOTES, failed)).as(failed).isZero();
            }
        }
    }

    /** JTA transactions begun by hand are separate; Hibernate's transaction is that of the unit of work. */
    @Test
    void jtaTransactionBegunByHandLeavesUnitOfWorkUncommitted() {
        for (String way : List.of("USER_TRANSACTION", "QUARKUS_BEGIN", "QUARKUS_JOINING", "QUARKUS_NEW", "REQUIRES_NEW")) {
            String outer = name(way, "outer");
            String inner = name(way, "inner");
            assertThat(send(Place.REQUEST, add(Door.DB, Where.NOTES, outer), step(Op.FLUSH),
                    method(way, add(Door.DB, Where.NOTES, inner)), read(Door.DB, Where.NOTES)).asString()).isEqualTo("ok");
            assertThat(rows(Where.NOTES, inner)).as(inner).isEqualTo(1);
            assertThat(rows(Where.NOTES, outer)).as(outer).isZero();
        }
    }

    @Test
    void endingTransactionNotBegunByHandIsRefused() {
        String row = name("unfounded");
        assertThat(RestAssured.get("/by-hand/commit-without-begin/" + row).asString()).contains("db.commit()");
        assertThat(rows(Where.NOTES, row)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Where.class)
    void staticTransactionalMethodOfAnEntityCommits(Where where) {
        for (boolean first : new boolean[] { true, false }) {
            String row = name("static", where, first);
            assertThat(RestAssured.get("/by-hand/entity/" + where + "/" + first + "/" + row).asString()).isEqualTo("ok");
            assertThat(rows(where, row)).isEqualTo(1);
        }
    }

    @Test
    void viewOfOuterUnitOfWorkIsRefusedInInnerOne() {
        assertThat(RestAssured.get("/by-hand/outer-view").asString()).contains("NoUnitOfWorkException",
                "another unit of work");
    }

    @Test
    void sessionOfAnotherTenantIsRefused() {
        String row = name("foreign");
        assertThat(RestAssured.get("/by-hand/foreign-session/" + row).asString()).contains("'k1'", "'k2'");
        assertThat(rows(Where.TENANT, row)).isZero();
    }
}
