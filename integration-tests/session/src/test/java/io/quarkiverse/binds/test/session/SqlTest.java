package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SqlTest extends OnMySql {

    /** G2, G3. */
    @Test
    void sqlRunsOnDatabaseOfItsBind() {
        get("/sql/database").then().body("$", contains(notes(), ledger()));
    }

    /** G3: the pool is the same at every call. */
    @Test
    void bindHasOnePool() {
        post("/pools/renew").then().statusCode(200); // the test before may have left any number of connections
        await(() -> SERVER.openConnections(ledger()).size() <= 2);
        for (int i = 0; i < 100; i++) {
            get("/sql/database").then().statusCode(200);
            nothingIsBorrowed(); // the end of a request overlaps its answer
        }
        assertThat(SERVER.openConnections(ledger())).hasSizeBetween(1, 2);
    }

    /** D3. */
    @Test
    void sqlJoinsTransactionOfSession() {
        post("/sql/same-transaction/same").then().statusCode(200).body(equalTo("1 1 6"));
        assertThat(rows("same")).as("nothing was committed").isZero();
    }

    @Test
    void resultsAreMappedToEachShape() {
        post("/deeds/request/COMMIT/shape-a").then().statusCode(200);
        post("/deeds/request/COMMIT/shape-b").then().statusCode(200);

        get("/sql/shapes/shape-_").then().statusCode(200)
                .body("maps.name", contains("shape-a", "shape-b"), "maps[0].note_amount", is(0))
                .body("records.name", contains("shape-a", "shape-b"), "records[0].noteAmount", is(0))
                .body("first.name", is("shape-a"), "names", contains("shape-a", "shape-b"))
                .body("managed", is(true), "none", is(true));
    }

    @ParameterizedTest
    @CsvSource({
            "component, IllegalArgumentException: The component 'nothingLikeThat' of, 'the query has name, amount'",
            "columns, IllegalArgumentException: A row of 2 columns is no java.lang.String, maps()",
            "none, NoResultException, No row for: select name from note where name = ?",
            "many, NonUniqueResultException, More than one row",
            "bind, IllegalArgumentException, ledger",
            "session, IllegalArgumentException, ledger",
            "entity, IllegalArgumentException: java.lang.String is no entity, @Bind",
            "syntax, PersistenceException: Default bind, SQL syntax" })
    void wrongCallIsAnsweredWithItsCause(String kind, String start, String words) {
        assertThat(get("/sql/wrong/{kind}?text=secret-value", kind).asString()).startsWith(start).contains(words)
                .doesNotContain("secret-value");
    }
}
