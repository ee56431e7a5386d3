package io.quarkiverse.binds.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;

/** Additional costs of a bind whose database is selected per request: no command to the server, and almost no time. */
class ChoosingADatabaseTest {

    private static final String USER = "dynamic_application";
    private static final String PASSWORD = "binds";
    private static final List<String> BINDS = List.of("fixed", "tenants");

    private static final int WARM = 5;
    private static final int REQUESTS = 10;
    private static final int ATTEMPTS = 5;

    private static final int TIMES = 20_000;
    private static final int ROUNDS = 15;
    private static final double GOAL_MICROS = 2;
    /** Bound for a busy machine. */
    private static final double BOUND_MICROS = 20;

    private static DatabaseServer server;
    private static ApplicationProcess application;
    private static long number;

    private enum Work {

        READ("read by key", 2, n -> "GET", n -> "/" + row(n)),
        READ_BY_SQL("read by SQL", 2, n -> "GET", n -> "/sql/" + row(n)),
        PAGE("page of 20 and count", 3, n -> "GET", n -> "/page/" + n % 3),
        UPDATE("read and update", 3, n -> "PUT", n -> "/" + row(n) + "/changed" + n),
        INSERT("insert and commit", 2, n -> "POST", n -> "/inserted" + n),
        INSERT_TRANSACTIONALLY("insert in @Transactional", 2, n -> "POST", n -> "/transactional/inserted" + n);

        final String title;
        final int commands;
        private final LongFunction<String> verb;
        private final LongFunction<String> path;

        Work(String title, int commands, LongFunction<String> verb, LongFunction<String> path) {
            this.title = title;
            this.commands = commands;
            this.verb = verb;
            this.path = path;
        }

        private static long row(long n) {
            return 1 + n * 7919 % Endpoint.ROWS;
        }

        byte[] request(String bind, long n) {
            return (verb.apply(n) + " /" + bind + path.apply(n) + " HTTP/1.1\r\nHost: localhost\r\nX-Db: one\r\n"
                    + "Content-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        server = MySql.start();
        server.createDatabase("dynamic_fixed");
        server.createDatabase("dynamic_one");
        server.execute("CREATE USER '" + USER + "'@'%' IDENTIFIED BY '" + PASSWORD + "'",
                "GRANT ALL PRIVILEGES ON `dynamic\\_%`.* TO '" + USER + "'@'%'");
        String login = "mysql://" + USER + ":" + PASSWORD + "@" + server.host() + ":" + server.port() + "/dynamic_";
        application = ApplicationProcess.start(Application.modules().resolve("dynamic/target/quarkus-app/quarkus-run.jar"),
                Map.of("quarkus.binds.fixed.url", login + "fixed", "quarkus.binds.tenants.url", login + "{key}"));
        assertThat(cost("tenants", "use", 1)).isPositive();
        send("POST", "/tenants/first"); // opens the database and creates its table
        insertRows("dynamic_fixed", "fixed_note");
        insertRows("dynamic_one", "tenant_note");
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private static void insertRows(String database, String table) {
        server.executeIn(database, "DELETE FROM " + table, "INSERT INTO " + table + " (id, text) WITH RECURSIVE number (n) AS"
                + " (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < " + Endpoint.ROWS + ")"
                + " SELECT n, CONCAT('Note ', n) FROM number");
    }

    @Test
    void selectionSendsNoCommand() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        StringBuilder table = new StringBuilder(
                String.format("%n%-34s %6s %8s%n", "FIGURES commands per request", "fixed", "dynamic"));
        StatementLog log = new StatementLog(server);
        for (Work work : Work.values()) {
            List<String> fixed = commands(log, "fixed", work);
            List<String> dynamic = commands(log, "tenants", work);
            table.append(String.format("%-34s %6.1f %8.1f%n", work.title, fixed.size() / (double) REQUESTS,
                    dynamic.size() / (double) REQUESTS));
            softly.assertThat(fixed).as("%s, fixed", work.title).hasSize(work.commands * REQUESTS);
            softly.assertThat(dynamic).as("%s, dynamic", work.title).hasSize(work.commands * REQUESTS);
        }
        System.out.println(table);
        softly.assertAll();
    }

    /** Repeats if the requests differ in cost, because a connection was opened or tested meanwhile. */
    private static List<String> commands(StatementLog log, String bind, Work work) throws IOException {
        List<String> commands = List.of();
        try (Client client = new Client(application.port())) {
            for (int i = 0; i < ATTEMPTS && (commands.isEmpty() || commands.size() % REQUESTS != 0); i++) {
                commands = log.during(USER, () -> send(client, log, bind, work, WARM),
                        () -> send(client, log, bind, work, REQUESTS));
            }
        }
        return commands;
    }

    private static void send(Client client, StatementLog log, String bind, Work work, int times) {
        try {
            for (int i = 0; i < times; i++) {
                client.exchange(work.request(bind, ++number));
                log.awaitEndOfTransactions(USER);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Alternates the rounds and takes the best of each: other load of the machine makes no round faster. */
    @Test
    void selectionTakesAlmostNoTime() throws Exception {
        System.out.printf("%nFIGURES %-38s %9s %9s %9s%n", "choosing a database, us", "fixed", "dynamic", "more");
        double unit = difference("a unit of work that opens its session", "unit");
        double use = difference("each further use in it", "use");
        System.out.printf("FIGURES goal: less than %.0f us for each request%n", GOAL_MICROS);
        assertThat(unit).isLessThan(BOUND_MICROS);
        assertThat(use).isLessThan(BOUND_MICROS);
    }

    private static double difference(String title, String what) throws Exception {
        double[] best = { Double.MAX_VALUE, Double.MAX_VALUE };
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < best.length; i++) {
                best[i] = Math.min(best[i], cost(BINDS.get(i), what, TIMES) / 1000);
            }
        }
        System.out.printf("FIGURES %-38s %9.2f %9.2f %9.2f%n", title, best[0], best[1], best[1] - best[0]);
        return best[1] - best[0];
    }

    private static double cost(String bind, String what, int times) throws Exception {
        return Double.parseDouble(send("GET", "/cost/" + bind + "/" + times + "/" + what));
    }

    private static String send(String verb, String path) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + application.port() + path)).header("X-Db", "one")
                        .method(verb, HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return response.body();
    }
}
