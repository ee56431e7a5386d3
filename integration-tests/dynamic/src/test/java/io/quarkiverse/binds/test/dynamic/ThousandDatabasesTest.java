package io.quarkiverse.binds.test.dynamic;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;

/**
 * G8: many more databases than may be open, all in use, by more clients than connections. {@code -Dbinds.databases=1000
 * -Dbinds.dynamic.seconds=60} sets the size that the requirement asks for.
 */
@QuarkusTest
@TestProfile(ManyDatabasesProfile.class)
class ThousandDatabasesTest extends OnMySql {

    private static final int DATABASES = Integer.getInteger("binds.databases", 100);
    private static final Duration LOAD = Duration.ofSeconds(Integer.getInteger("binds.dynamic.seconds", 5));
    private static final int CLIENTS = 32;
    /** Share of the databases that warm up caches and classes before memory is measured. */
    private static final double FIRST = 0.2;
    /** Keys that get every second request, so that others are evicted rather than these. */
    private static final int POPULAR = 10;
    /** Memory that libraries keep after their first use, including those of the test in the same JVM. */
    private static final long MOST_BYTES = 10_000_000;
    private static final long MOST_BYTES_EACH = 5_000;
    private static final int LEAST_LOOKS = 20;
    /** Upper bound for a busy machine. */
    private static final Duration ALL_OPENED = Duration.ofMinutes(5);

    private final AtomicIntegerArray acknowledged = new AtomicIntegerArray(DATABASES);

    private static String key(int database) {
        return "t" + database;
    }

    @Test
    void manyDatabasesShareFewConnections() throws Exception {
        create();
        Http http = new Http();
        JsonPath before = stats("tenants");
        long start = System.nanoTime();
        long heapOfFirst;
        long heapOfAll;
        long opened;
        try (Sampler sampler = new Sampler(schemas)) {
            int first = (int) (DATABASES * FIRST);
            try (ConcurrentClients crowd = ConcurrentClients.start(CLIENTS, n -> step(http, (int) (n % first)))) {
                Await.until("the first are opened", ALL_OPENED, () -> isWritten(first));
                crowd.stop();
                assertThat(crowd.failures()).isEmpty();
            }
            heapOfFirst = heap();
            try (ConcurrentClients crowd = ConcurrentClients.start(CLIENTS, n -> step(http, choose(n)))) {
                Await.until("all are opened", ALL_OPENED, () -> isWritten(DATABASES));
                Await.until("it lasted, and was looked at", ALL_OPENED,
                        () -> System.nanoTime() - start > LOAD.toNanos() && sampler.looks() >= LEAST_LOOKS
                                && openedSince(before) > DATABASES);
                crowd.stop();
                heapOfAll = heap();
                opened = openedSince(before);
                double seconds = (System.nanoTime() - start) / 1e9;
                print("%d databases, max-open=%d, max-connections=%d, %d clients, %.0f s: %d writes, %d opened (%.0f/s),"
                        + " %d evicted, at most %d connections open and %d with those being closed in %d looks, %d errors;"
                        + " memory %.1f MB after the first %d, %.1f MB after all",
                        DATABASES, ManyDatabasesProfile.MAX_OPEN, ManyDatabasesProfile.MAX_CONNECTIONS, CLIENTS, seconds,
                        written(), opened,
                        opened / seconds, stats("tenants").getLong("evicted") - before.getLong("evicted"), sampler.most(),
                        sampler.mostListed(), sampler.looks(), crowd.failed(), heapOfFirst / 1e6, first, heapOfAll / 1e6);
                assertThat(crowd.failures()).isEmpty();
            }
            assertThat(sampler.most()).isBetween(ManyDatabasesProfile.MAX_OPEN / 2, ManyDatabasesProfile.MAX_CONNECTIONS);
        }
        assertThat(opened).as("most were opened more than once").isGreaterThan(DATABASES);
        assertThat(stats("tenants").getMap("pools")).hasSizeLessThanOrEqualTo(ManyDatabasesProfile.MAX_OPEN);
        assertThat(heapOfAll - heapOfFirst).as("memory of the others")
                .isLessThan(MOST_BYTES + (long) (DATABASES * (1 - FIRST)) * MOST_BYTES_EACH);
        check();
    }

    private static long openedSince(JsonPath before) {
        return stats("tenants").getLong("opened") - before.getLong("opened");
    }

    private void create() {
        schemas.create(IntStream.range(0, DATABASES).mapToObj(ThousandDatabasesTest::key).toList());
    }

    private static int choose(long n) {
        return n % 2 == 0 ? (int) (n / 2 % DATABASES) : ThreadLocalRandom.current().nextInt(POPULAR);
    }

    /** Reads or writes the row that names its database. */
    private String step(Http http, int database) throws InterruptedException {
        String key = key(database);
        Http.Answer answer = http.send("POST", "/notes?text=" + key, "X-Db", key);
        if (!answer.ok()) {
            return key + ": " + answer;
        }
        acknowledged.incrementAndGet(database);
        return null;
    }

    private boolean isWritten(int databases) {
        return IntStream.range(0, databases).allMatch(i -> acknowledged.get(i) > 0);
    }

    private long written() {
        return IntStream.range(0, DATABASES).mapToLong(acknowledged::get).sum();
    }

    private static long heap() {
        return Long.parseLong(get("/machine/heap").then().statusCode(200).extract().asString());
    }

    /** Checks that each database has exactly the acknowledged rows of its own. */
    private void check() throws SQLException {
        List<String> wrong = new ArrayList<>();
        long rows = 0;
        try (Connection connection = schemas.server().connect(""); Statement statement = connection.createStatement()) {
            for (int i = 0; i < DATABASES; i++) {
                try (ResultSet row = statement.executeQuery("select count(*), coalesce(sum(text <> '" + key(i) + "'), 0) from "
                        + schemas.quoted(key(i)) + ".note")) {
                    row.next();
                    rows += row.getLong(1);
                    if (row.getLong(1) != acknowledged.get(i) || row.getLong(2) != 0) {
                        wrong.add(key(i) + " has " + row.getLong(1) + " rows of " + acknowledged.get(i) + " acknowledged, "
                                + row.getLong(2) + " of others");
                    }
                }
            }
        }
        print("%d rows looked at: databases with rows of others, too many or too few: %d", rows, wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(rows).isEqualTo(written());
    }
}
