package io.quarkiverse.binds.test.connections;

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
import java.util.function.IntFunction;

import io.quarkiverse.binds.test.support.Await;
import io.restassured.RestAssured;

/** Clients that send requests one after the other until they are stopped, and record the responses. */
final class Load implements AutoCloseable {

    static final int CLIENTS = 16;

    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);
    /** Delay of a client after an error, as of a person who retries. */
    private static final long AFTER_ERROR = Duration.ofMillis(5).toNanos();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = RestAssured.port;
    private final IntFunction<Call> calls;
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads;
    private final List<Future<?>> clients = new ArrayList<>();
    private volatile boolean stopped;

    private Load(int clients, int requests, IntFunction<Call> calls) {
        this.calls = calls;
        threads = Executors.newFixedThreadPool(clients);
        for (int i = 0; i < clients; i++) {
            this.clients.add(threads.submit(() -> client(requests)));
        }
    }

    /**
     * Starts the clients.
     *
     * @param calls the n-th request
     */
    static Load start(int clients, IntFunction<Call> calls) {
        return new Load(clients, Integer.MAX_VALUE, calls);
    }

    /** Sends the given number of requests and returns their responses. */
    static List<Answer> run(int clients, int requests, IntFunction<Call> calls) throws Exception {
        try (Load load = new Load(clients, requests, calls)) {
            return load.await();
        }
    }

    /** Sends one request. */
    static Answer once(Call call) throws Exception {
        return run(1, 1, n -> call).get(0);
    }

    /** Responses so far. */
    List<Answer> soFar() {
        return List.copyOf(answers);
    }

    long answered() {
        return answers.size();
    }

    /** Waits for the given number of further successes. */
    boolean awaitMore(int successes, Duration atMost) {
        long before = System.nanoTime();
        return Await.until(atMost, () -> answers.stream().filter(answer -> answer.start() > before && answer.ok())
                .count() >= successes);
    }

    /** Waits for the requests in flight and stops. */
    List<Answer> stop() throws Exception {
        stopped = true;
        return await();
    }

    private List<Answer> await() throws Exception {
        for (Future<?> client : clients) {
            client.get();
        }
        return soFar();
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }

    private Void client(int requests) throws InterruptedException {
        for (int n = next.getAndIncrement(); n < requests && !stopped; n = next.getAndIncrement()) {
            Answer answer = send(calls.apply(n));
            answers.add(answer);
            if (!answer.ok()) {
                LockSupport.parkNanos(AFTER_ERROR);
            }
        }
        return null;
    }

    private Answer send(Call call) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + call.path()))
                .method(call.method(), BodyPublishers.noBody()).timeout(LONGEST_ANSWER).build();
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(call, start, System.nanoTime(), response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(call, start, System.nanoTime(), 0, e.toString());
        }
    }
}
