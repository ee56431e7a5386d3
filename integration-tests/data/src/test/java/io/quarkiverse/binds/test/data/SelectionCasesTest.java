package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** I1: what a selection does not support is refused, with the reason and what to do instead. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class SelectionCasesTest {

    /** Parts of each answer, separated by {@code |}. */
    private static final Map<SelectionCases, String> ANSWERS = Map.ofEntries(
            Map.entry(SelectionCases.GROUPED, "IllegalArgumentException: |it groups rows: |subquery"),
            Map.entry(SelectionCases.LIMITED,
                    "IllegalArgumentException: |[from EntryOnH2 order by number limit 10]|has a limit"),
            Map.entry(SelectionCases.LIMITED_BY_CALL, "IllegalArgumentException: |has a limit: |setMaxResults"),
            Map.entry(SelectionCases.UNION, "IllegalArgumentException: |it is a union: "),
            Map.entry(SelectionCases.TWO_ROOTS, "IllegalArgumentException: |from several entities: join them"),
            Map.entry(SelectionCases.OF_ANOTHER_ROOT,
                    "IllegalArgumentException: |it does not select the entity of its from clause: "),
            Map.entry(SelectionCases.CRITERIA, "IllegalArgumentException: |it is a criteria query, |write it in HQL"),
            Map.entry(SelectionCases.NATIVE_SQL, "IllegalArgumentException: |it is native SQL: write it in HQL"),
            Map.entry(SelectionCases.COMPOSITE_ID, "IllegalArgumentException: |Seat, because its id is composite: "),
            Map.entry(SelectionCases.UNBOUNDED, "IllegalStateException: |Voucher is not bounded: |UUID|boundBy(\"created\")"),
            Map.entry(SelectionCases.IDS_IN_BLOCKS, "0"),
            Map.entry(SelectionCases.FAILED_LISTENER,
                    "SelectionFailedException: The listener of the progress|after 15 of 20 rows| / no progress"),
            Map.entry(SelectionCases.BOUND_THAT_CAN_BE_NULL,
                    "IllegalArgumentException: |'used' of |can be null|@Column(nullable = false)"),
            Map.entry(SelectionCases.BOUND_OF_TEXT, "IllegalArgumentException: |'text' of |java.lang.String: name a number"),
            Map.entry(SelectionCases.BOUND_BY_NOTHING, "IllegalArgumentException: |no attribute 'createt'|created, text, used"),
            Map.entry(SelectionCases.BOUND_TOO_LATE, "IllegalStateException: |has been read|right after db.selection(...)"),
            Map.entry(SelectionCases.BOUNDED_BY_CREATION, "2 of 3"),
            Map.entry(SelectionCases.MISSING_PARAMETER,
                    "IllegalArgumentException: |The parameter ?2 of a selection is not set"),
            Map.entry(SelectionCases.ENTITY_AS_PARAMETER, "IllegalArgumentException: The parameter ?1 is a value of "
                    + "java.lang.Object, which a selection cannot keep. |of an entity, compare the id"),
            Map.entry(SelectionCases.ENUM_OF_NO_KNOWN_TYPE, "IllegalArgumentException: |?1 is an enum of |'status = ?1'"),
            Map.entry(SelectionCases.TOO_MANY_IDS, "IllegalArgumentException: |10000 ids, not 10001: narrow its query"),
            Map.entry(SelectionCases.TOKEN_TOO_LONG, "IllegalStateException: |more than 8192|5000 ids left out"),
            Map.entry(SelectionCases.MANY_NEIGHBOURS_FIT, "fits"),
            Map.entry(SelectionCases.ID_OF_ANOTHER_TYPE, "IllegalArgumentException: |java.lang.Long|java.lang.String"),
            Map.entry(SelectionCases.NO_TIME, "IllegalArgumentException: |PT0S"),
            Map.entry(SelectionCases.TIME_WITHOUT_END, "0"),
            Map.entry(SelectionCases.CHUNK_TOO_LARGE, "IllegalArgumentException: |1 to 10000 rows, not 10001"),
            Map.entry(SelectionCases.EXPLICIT_COMMIT, "IllegalArgumentException: |leave out the policy EXPLICIT"),
            Map.entry(SelectionCases.UNCOMMITTED_CHANGES, "IllegalStateException: |uncommitted changes|db.commit()"),
            Map.entry(SelectionCases.FAILED_UPDATE, "SelectionFailedException: |after 0 of 20 rows| / |nothing"),
            Map.entry(SelectionCases.READ_ONLY_UPDATE, "SelectionFailedException: | / |read-only"),
            Map.entry(SelectionCases.ENABLED_FILTER, "IllegalArgumentException: |the filters cheap, |into the query"),
            Map.entry(SelectionCases.IDS_AFTER_CURSOR, "IllegalStateException: |after resumeAt"),
            Map.entry(SelectionCases.RETRIED, "10 rows in 3 calls, processed 10"),
            Map.entry(SelectionCases.WITHOUT_UNIT_OF_WORK, "10 of 10"));

    @BeforeEach
    void rows() {
        new Entries(Kind.H2).reset(20);
    }

    @ParameterizedTest
    @EnumSource
    void caseIsAnsweredInWords(SelectionCases selected) {
        String answer = get("/selection-cases/" + selected).then().statusCode(200).extract().asString();
        assertThat(answer).contains(ANSWERS.get(selected).split("\\|"));
    }
}
