package io.quarkiverse.binds.test.clusters;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.quarkiverse.binds.test.support.Await;
import io.restassured.RestAssured;

/** Clients of the application that write one row after the other until they are stopped. */
final class WriteLoad implements AutoCloseable {

    static final int CLIENTS = 8;
    /** Of the kinds with retries: some 2.6 s, which is longer than a planned switch takes. */
    static final int RETRIES = 10;

    private static final Write.Kind[] KINDS = { Write.Kind.ONCE, Write.Kind.RETRIED, Write.Kind.ONCE, Write.Kind.REPEATABLE };
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);
    /** Delay of a client after an error, as of a program that retries. */
    private static final long AFTER_ERROR = Duration.ofMillis(20).toNanos();

    private static final long STALLED = Duration.ofMillis(250).toNanos();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = RestAssured.port;
    private final String prefix;
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<Write> writes = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> clients = new ArrayList<>();
    private volatile boolean stopped;

    /** @param prefix of the names of the rows */
    WriteLoad(String prefix) {
        this.prefix = prefix;
        addClients();
    }

    /** Whether no write has been acknowledged for a while. */
    boolean isStalled() {
        long before = System.nanoTime() - STALLED;
        return writes.stream().noneMatch(write -> write.isAcknowledged() && write.end() > before);
    }

    /** Eight more: those whose commits a dying server keeps waiting are no load. */
    void addClients() {
        for (int i = 0; i < CLIENTS; i++) {
            Write.Kind kind = KINDS[i % KINDS.length];
            clients.add(threads.submit(() -> client(kind)));
        }
    }

    /** Waits for a number of acknowledged writes that began after now. */
    void awaitAcknowledged(int number, Duration atMost) {
        long now = System.nanoTime();
        if (!Await.until(atMost,
                () -> writes.stream().filter(write -> write.isAcknowledged() && write.start() > now).count() >= number)) {
            throw new AssertionError("not within " + atMost + ": " + number + " acknowledged writes; " + writes.stream()
                    .filter(write -> write.start() > now).count() + " were answered, the last: " + last());
        }
    }

    private String last() {
        return writes.stream().reduce((first, second) -> second).map(Write::toString).orElse("none");
    }

    /** Waits for the responses of writes in flight, and returns all. */
    List<Write> stop() throws Exception {
        stopped = true;
        for (Future<?> client : clients) {
            client.get();
        }
        return List.copyOf(writes);
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }

    private Void client(Write.Kind kind) throws InterruptedException {
        while (!stopped) {
            Write write = write(kind, prefix + next.getAndIncrement());
            writes.add(write);
            if (!write.isAcknowledged()) {
                LockSupport.parkNanos(AFTER_ERROR);
            }
        }
        return null;
    }

    private Write write(Write.Kind kind, String name) throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/writes/" + kind.path + "?name=" + name + "&retries=" + RETRIES);
        HttpRequest request = HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody()).timeout(LONGEST_ANSWER).build();
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Write(kind, name, start, System.nanoTime(), response.statusCode(), response.body());
        } catch (IOException e) {
            return new Write(kind, name, start, System.nanoTime(), 0, e.toString());
        }
    }
}
