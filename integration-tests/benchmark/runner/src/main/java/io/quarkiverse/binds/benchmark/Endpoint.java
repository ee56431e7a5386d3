package io.quarkiverse.binds.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/** Requests to both applications, with the known number of commands of each. */
enum Endpoint {

    NO_DATABASE("request without a database", 0, 0, n -> get("/no-database")),
    READ("read by key", 4, 2, n -> get("/posts/" + post(n))),
    READ_TWO("two reads", 5, 3, n -> get("/posts/" + post(n) + "/and/" + post(n + 1))),
    READ_TWO_DATABASES("a read from each of two databases", 8, 4, n -> get("/posts/" + post(n) + "/for/" + post(n + 1))),
    PAGE("page of 20 and count", 5, 3, n -> get("/posts?page=" + n % (Endpoint.ROWS / 20))),
    PAGES_BY_KEY("two pages of 20 by key", 5, 3, n -> get("/posts/first-two-pages")),
    READ_BY_STATEMENT("read by key, no transaction", 1, 1, n -> get("/by-statement/posts/" + post(n))),
    READ_TWO_BY_STATEMENT("two reads, no transaction", 2, 2,
            n -> get("/by-statement/posts/" + post(n) + "/and/" + post(n + 1))),
    READ_TWO_DATABASES_BY_STATEMENT("two databases, no transaction", 2, 2,
            n -> get("/by-statement/posts/" + post(n) + "/for/" + post(n + 1))),
    PAGE_BY_STATEMENT("page of 20 and count, no transaction", 2, 2,
            n -> get("/by-statement/posts?page=" + n % (Endpoint.ROWS / 20))),
    UPDATE("read and update", 6, 3, n -> send("PUT", "/posts/" + post(n), "{\"title\":\"changed " + n + "\"}")),
    INSERT("insert and commit", 4, 2, n -> send("POST", "/comments", "{\"text\":\"comment " + n + "\"}")),
    INSERT_MANY("50 inserts, ids assigned", 54, 2, n -> send("POST", "/tags/" + n * 50, "")),
    GET_OR_CREATE_NEW("get or create, new row", 5, 2,
            n -> send("POST", "/tags/" + (Endpoint.NEW_TAGS + n) + "/get-or-create", "")),
    GET_OR_CREATE_EXISTING("get or create, existing row", 9, 3, n -> send("POST", "/tags/-" + post(n) + "/get-or-create", "")),
    UPDATE_ALL("update of 500 selected rows", 5, 5, n -> send("PUT", "/posts/up-to/500", "")),
    UPDATE_READINGS("update of all readings, in parts", 14, 10, n -> send("PUT", "/readings", ""));

    /** Number of posts and of accounts, with ids from 1 on. */
    static final int ROWS = 1000;

    /** Number of readings in a test, and in a measurement. */
    static final int FEW_READINGS = 2_000;
    static final int MANY_READINGS = 100_000;

    /** First id of tags that no other request inserts. */
    private static final long NEW_TAGS = 1_000_000_000_000L;

    final String title;
    /** Commands to the server per request to {@link Application#PLAIN}. */
    final int commandsOfPlain;
    /** Commands to the server per request to {@link Application#BINDS}. */
    final int commandsOfBinds;
    private final LongFunction<String> request;

    Endpoint(String title, int commandsOfPlain, int commandsOfBinds, LongFunction<String> request) {
        this.title = title;
        this.commandsOfPlain = commandsOfPlain;
        this.commandsOfBinds = commandsOfBinds;
        this.request = request;
    }

    /**
     * Builds the HTTP request.
     *
     * @param number unique among the requests to an application, since ids of new rows are derived from it
     */
    byte[] request(long number) {
        return request.apply(number).getBytes(StandardCharsets.US_ASCII);
    }

    /** How many clients can send it at a time; those that update the same rows would wait for each other. */
    int clients(int most) {
        return this == UPDATE_ALL || this == UPDATE_READINGS ? 1 : most;
    }

    /** Scatters the ids, so that clients seldom use the same row. */
    private static long post(long number) {
        return 1 + number * 7919 % ROWS;
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n";
    }

    private static String send(String method, String path, String json) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json;
    }
}
