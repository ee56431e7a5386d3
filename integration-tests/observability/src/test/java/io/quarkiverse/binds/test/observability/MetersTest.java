package io.quarkiverse.binds.test.observability;

import static io.restassured.RestAssured.delete;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static io.restassured.RestAssured.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** M10: the meters of pools and units of work, as Prometheus reads them. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class MetersTest {

    /** {@code quarkus.binds.metrics.max-databases} of this application. */
    private static final int MAX = 20;
    private static final String OTHERS = "(others)";
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** The series of this extension. */
    private static Map<String, Double> series() {
        Map<String, Double> series = new TreeMap<>();
        get("/q/metrics").then().statusCode(200).extract().asString().lines().filter(line -> line.startsWith("binds_"))
                .map(line -> line.split("(?<=}) ")) // an exemplar may follow the value
                .forEach(parts -> series.put(parts[0], Double.valueOf(parts[1].split(" ")[0])));
        return series;
    }

    private static String label(String series, String name) {
        Matcher label = LABEL.matcher(series);
        while (label.find()) {
            if (label.group(1).equals(name)) {
                return label.group(2);
            }
        }
        return null;
    }

    /** @return -1 if there is no such series */
    private static double value(String name, String... labels) {
        return series().entrySet().stream().filter(entry -> entry.getKey().startsWith(name + "{"))
                .filter(entry -> List.of(labels).stream().allMatch(label -> label(entry.getKey(), label.split("=")[0])
                        .equals(label.split("=")[1])))
                .mapToDouble(Map.Entry::getValue).findFirst().orElse(-1);
    }

    private static Set<String> databases() {
        Set<String> databases = new TreeSet<>();
        series().keySet().stream().filter(series -> "tenants".equals(label(series, "bind")))
                .map(series -> label(series, "database")).filter(database -> database != null).forEach(databases::add);
        return databases;
    }

    /** Quarkus has its own meters of the pools beside these, and none of a dynamic bind. */
    @Test
    void poolOfEachBindHasMeters() {
        get("/items").then().statusCode(200);

        for (String bind : List.of("default", "stock", "remote")) {
            assertThat(series().keySet().stream().filter(series -> bind.equals(label(series, "bind"))
                    && series.startsWith("binds_pool_") && "primary".equals(label(series, "role")))
                    .map(series -> series.substring(0, series.indexOf('{')))).as(bind)
                    .containsExactlyInAnyOrder("binds_pool_active", "binds_pool_idle", "binds_pool_waiting", "binds_pool_size",
                            "binds_pool_opened_total", "binds_pool_lost_total", "binds_pool_recycled_total",
                            "binds_pool_pings_total", "binds_pool_waits_total", "binds_pool_wait_seconds_count",
                            "binds_pool_wait_seconds_sum", "binds_pool_wait_seconds_max");
        }
        assertThat(value("binds_pool_opened_total", "bind=stock", "database=none", "role=primary")).isGreaterThanOrEqualTo(1);
        assertThat(value("binds_pool_size", "bind=stock", "database=none", "role=primary")).isEqualTo(5);
        assertThat(get("/q/metrics").asString()).contains("agroal_active_count{datasource=\"stock\"")
                .doesNotContain("datasource=\"tenants\"");
    }

    /** The reads of a read-only unit of work use the pool of the replicas, which has meters of its own. */
    @Test
    void poolOfReplicasHasMeters() {
        double primary = value("binds_pool_opened_total", "bind=stock", "role=primary");
        get("/items/replica").then().statusCode(200);

        assertThat(value("binds_pool_opened_total", "bind=stock", "role=replica")).isGreaterThanOrEqualTo(1);
        assertThat(value("binds_pool_opened_total", "bind=stock", "role=primary")).isEqualTo(primary);
        assertThat(value("binds_pool_size", "bind=stock", "role=replica")).isEqualTo(5);
        assertThat(series().keySet()).as("a bind without replicas").noneMatch(
                series -> "default".equals(label(series, "bind")) && "replica".equals(label(series, "role")));
    }

    /** A disposed pool opens another connection: that is counted. */
    @Test
    void counterFollowsThePool() {
        get("/remote").then().statusCode(200);
        double before = value("binds_pool_opened_total", "bind=remote");

        post("/remote/dispose").then().statusCode(204);
        get("/remote").then().statusCode(200);

        assertThat(value("binds_pool_opened_total", "bind=remote")).isEqualTo(before + 1);
        assertThat(value("binds_pool_opened_total", "bind=remote"))
                .isEqualTo(get("/remote/pool").jsonPath().getDouble("created"));
    }

    @ParameterizedTest
    @CsvSource({ "committed, committed, 'default,stock'", "read, not_committed, stock", "rolled-back, rolled_back, stock",
            "retried, retried, stock", "unknown, unknown, stock", "tenant, committed, tenants" })
    void unitsOfWorkAreTimedByOutcome(String kind, String outcome, String binds) {
        String name = "binds_unit_of_work_seconds_count";
        double before = Math.max(0, value(name, "outcome=" + outcome, "bind=" + binds));
        double time = Math.max(0, value("binds_unit_of_work_seconds_sum", "outcome=" + outcome, "bind=" + binds));

        post("/ends/" + kind).then().statusCode(200);

        assertThat(value(name, "outcome=" + outcome, "bind=" + binds)).isEqualTo(before + 1);
        assertThat(value("binds_unit_of_work_seconds_sum", "outcome=" + outcome, "bind=" + binds)).isGreaterThan(time);
    }

    /** 60 databases: 20 have meters of their own, the others one set together; none is left after their close. */
    @Test
    void seriesOfDatabasesAreBoundedAndEndWithThem() {
        Set<String> before = databases();
        post("/tenants?prefix=series&from=0&to=60").then().statusCode(204);

        Set<String> open = databases();
        double othersIdle = value("binds_pool_idle", "bind=tenants", "database=" + OTHERS);
        double othersOpened = value("binds_pool_opened_total", "bind=tenants", "database=" + OTHERS);

        assertThat(open).hasSize(MAX + 1).contains("series0", OTHERS);
        assertThat(othersIdle).isEqualTo(60 - (MAX - without(before, OTHERS).size()));
        assertThat(othersOpened).isGreaterThanOrEqualTo(othersIdle);

        delete("/tenants?prefix=series&from=0&to=60").then().statusCode(204);

        Set<String> left = without(before, OTHERS);
        left.add(OTHERS);
        assertThat(databases()).isEqualTo(left);
        assertThat(value("binds_pool_idle", "bind=tenants", "database=" + OTHERS)).isZero();
        assertThat(value("binds_pool_opened_total", "bind=tenants", "database=" + OTHERS)).as("a counter never decreases")
                .isGreaterThanOrEqualTo(othersOpened);

        post("/tenants?prefix=series&from=100&to=101").then().statusCode(204);
        assertThat(databases()).as("room for meters of its own").contains("series100");
        delete("/tenants?prefix=series&from=100&to=101").then().statusCode(204);
    }

    private static Set<String> without(Set<String> databases, String database) {
        Set<String> rest = new TreeSet<>(databases);
        rest.remove(database);
        return rest;
    }

    /** A borrower that has to wait is counted, seen while it waits, and timed. */
    @Test
    void waitingBorrowerIsCounted() throws Exception {
        double before = value("binds_pool_waits_total", "bind=remote");
        double timed = value("binds_pool_wait_seconds_count", "bind=remote");
        double time = value("binds_pool_wait_seconds_sum", "bind=remote");
        List<Thread> holders = List.of(hold("meters-1"), hold("meters-2"));
        Await.until("held", () -> value("binds_pool_active", "bind=remote") == 2);
        Thread waiting = new Thread(() -> get("/remote"));
        waiting.start();

        Await.until("waiting", () -> value("binds_pool_waiting", "bind=remote") == 1);
        long seen = System.nanoTime();
        double least = (System.nanoTime() - seen) / 1e9;
        put("/gates/meters-1/open");
        put("/gates/meters-2/open");
        for (Thread holder : holders) {
            holder.join();
        }
        waiting.join();

        assertThat(value("binds_pool_waits_total", "bind=remote")).isEqualTo(before + 1);
        assertThat(value("binds_pool_waiting", "bind=remote")).isZero();
        assertThat(value("binds_pool_wait_seconds_count", "bind=remote")).isEqualTo(timed + 1);
        assertThat(value("binds_pool_wait_seconds_sum", "bind=remote")).isGreaterThan(time + least);
        assertThat(value("binds_pool_wait_seconds_max", "bind=remote")).isGreaterThan(least);
    }

    private static Thread hold(String gate) {
        Thread holder = new Thread(() -> post("/remote/hold?gate=" + gate));
        holder.start();
        return holder;
    }
}
