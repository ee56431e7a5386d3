package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/**
 * I2: a page far from the first one costs the server no more rows than the first, by the server's own counters; and no input of
 * a client costs more. For a long series: {@code -Dbinds.keyset.rows=1000000 -Dbinds.keyset.mutations=10000}.
 */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class KeysetCostTest {

    private static final int ROWS = Integer.getInteger("binds.keyset.rows", 20_000);
    private static final int MUTATIONS = Integer.getInteger("binds.keyset.mutations", 1_000);
    /** A page of 20 rows, one more that tells whether there is a next page, and the looks of the optimizer into the index. */
    private static final int MOST_ROWS = 60;
    /** Rows of an insert; a million in one statement exceeds the redo log of a small server. */
    private static final int CHUNK = 100_000;
    private static final long FIRST_ID = 1_000_000_000;
    private static final String DIGITS = "(select 0 as n union all select 1 union all select 2 union all select 3 union all select 4"
            + " union all select 5 union all select 6 union all select 7 union all select 8 union all select 9)";
    private static final Set<Kind> FILLED = new HashSet<>();

    /** Numbers without gaps; of the rankings, ten rows have the same, and a tenth of the rows has none. */
    private static void fill(Kind kind) {
        if (!FILLED.add(kind)) {
            return;
        }
        StringBuilder from = new StringBuilder();
        StringBuilder x = new StringBuilder("0");
        for (int digit = 0, power = 1; power < Math.min(ROWS, CHUNK); digit++, power *= 10) {
            from.append(digit == 0 ? "" : " cross join ").append(DIGITS).append(" d").append(digit);
            x.append(" + ").append(power).append(" * d").append(digit).append(".n");
        }
        DatabaseServer server = Databases.of(kind);
        String table = kind.itemTable();
        for (int start = 0; start < ROWS; start += CHUNK) {
            server.executeIn(Databases.NAME, "insert into " + table + " (id, stable, number, ranking) select " + FIRST_ID
                    + " + x, " + "false, x, case when x >= " + ROWS / 10 + " then x / 10 end from (select " + start + " + " + x
                    + " as x from " + from + ") numbers where x < " + Math.min(ROWS, start + CHUNK));
        }
        server.executeIn(Databases.NAME,
                "create index cost_number on " + table + " (number, id)",
                "create index cost_ranking on " + table + " (ranking, id)",
                analyze(kind));
    }

    private static String analyze(Kind kind) {
        return (kind == Kind.POSTGRESQL ? "analyze " : "analyze table ") + kind.itemTable();
    }

    @AfterAll
    static void empty() {
        for (Kind kind : FILLED) {
            Databases.of(kind).executeIn(Databases.NAME, "delete from " + kind.itemTable() + " where id >= " + FIRST_ID);
        }
        FILLED.clear();
    }

    @ParameterizedTest
    @CsvSource({ "MYSQL", "MARIADB", "POSTGRESQL" })
    void pageFarFromTheFirstReadsNoMoreRows(Kind kind) {
        fill(kind);
        for (String order : new String[] { "number", "number desc", "ranking", "ranking desc", "ranking nulls last" }) {
            if (order.endsWith("nulls last") && kind != Kind.POSTGRESQL) {
                continue; // these servers sort all rows for an order that is not theirs
            }
            int first = cost(kind, order, Map.of());
            for (int rows : new int[] { ROWS / 20, ROWS / 2, ROWS - ROWS / 20 }) {
                String cursor = given().queryParam("order", order).get("/" + kind.bind() + "/items/cursor/" + rows).then()
                        .statusCode(200).extract().asString();
                System.out.printf("FIGURES %s, %d rows, by %s: the first page read %d rows, the page after %d rows %d%n", kind,
                        ROWS, order, first, rows, cost(kind, order, Map.of("after", cursor)));
                assertCost(kind, order, "after", cursor, rows);
                assertCost(kind, order, "before", cursor, rows);
            }
        }
    }

    private static void assertCost(Kind kind, String order, String side, String cursor, int rows) {
        int cost = cost(kind, order, Map.of(side, cursor));
        assertThat(cost).as(() -> "%s by %s %s %d rows; statistics of the server: %s".formatted(kind, order, side, rows,
                statistics(kind))).isLessThanOrEqualTo(MOST_ROWS);
    }

    /** The statistics of the optimizer: MySQL scans a table that it takes for much smaller than it is. */
    private static List<Map<String, Object>> statistics(Kind kind) {
        return kind == Kind.POSTGRESQL
                ? Databases.of(kind).queryIn(Databases.NAME, "select relname, reltuples, relpages from pg_class"
                        + " where relname like '" + kind.itemTable() + "%' or relname like 'cost%'")
                : Databases.of(kind).query("select t.n_rows, i.index_name, i.stat_name, i.stat_value"
                        + " from mysql.innodb_table_stats t join mysql.innodb_index_stats i using (database_name, table_name)"
                        + " where t.database_name = ? and t.table_name = ?", Databases.NAME, kind.itemTable());
    }

    private static int cost(Kind kind, String order, Map<String, String> position) {
        Map<String, Integer> cost = given().queryParam("order", order).queryParams(position)
                .get("/" + kind.bind() + "/items/cost").then().statusCode(200).extract().jsonPath().getMap("");
        assertThat(cost.get("size")).isEqualTo(20);
        return cost.get("rows");
    }

    /** Of a table with all rows, a scan by any of the requests would show in the sum. */
    @Test
    void mutatedParametersAreAnsweredWithoutAnErrorOfTheServerOrAScan() throws Exception {
        fill(Kind.MYSQL);
        String cursor = given().get("/mysql/items/filtered/10?per_page=50").then().statusCode(200).extract().path("next");
        ParameterMutations mutations = new ParameterMutations(new Random(14), cursor);
        HttpClient client = HttpClient.newHttpClient();
        long before = rowsRead();
        for (int i = 0; i < MUTATIONS; i++) {
            String query = mutations.nextQuery();
            URI uri = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/mysql/items/filtered/10?" + query);
            int status = client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            assertThat(status).as(query).isIn(200, 400, 404, 414);
        }
        long read = rowsRead() - before;
        System.out.printf("FIGURES %d mutated requests read %d rows of %d%n", MUTATIONS, read, ROWS);
        assertThat(read).isLessThan(MUTATIONS * 110L);
    }

    /** Rows that the connections of the application have read. */
    private static long rowsRead() {
        return ((Number) Databases.MYSQL.query("select cast(sum(s.variable_value) as unsigned) as n"
                + " from performance_schema.status_by_thread s join performance_schema.threads t using (thread_id)"
                + " where t.processlist_db = ? and s.variable_name like 'Handler_read%'", Databases.NAME).get(0).get("n"))
                .longValue();
    }
}
