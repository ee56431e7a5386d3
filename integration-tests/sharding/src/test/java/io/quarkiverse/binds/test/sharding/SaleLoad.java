package io.quarkiverse.binds.test.sharding;

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
import java.util.function.Predicate;

import io.quarkiverse.binds.test.support.Await;
import io.restassured.RestAssured;

/** Eight clients, one for each tenant, that write one sale after the other until they are stopped. */
final class SaleLoad implements AutoCloseable {

    /** Four of each server. */
    static final List<String> TENANTS = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    private static final int RETRIES = 3;
    /** Two tenants in a row, one of each server, write in the same way. */
    private static final Sale.Kind[] KINDS = { Sale.Kind.ONCE, Sale.Kind.RETRIED, Sale.Kind.ONCE, Sale.Kind.REPEATABLE };
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);
    /** Delay of a client after an error, as of a program that retries. */
    private static final long AFTER_ERROR = Duration.ofMillis(20).toNanos();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = RestAssured.port;
    private final String prefix;
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<Sale> sales = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> clients = new ArrayList<>();
    private volatile boolean stopped;

    /** @param prefix of the names of the rows */
    SaleLoad(String prefix) {
        this.prefix = prefix;
        for (int i = 0; i < TENANTS.size(); i++) {
            String tenant = TENANTS.get(i);
            Sale.Kind kind = KINDS[i / 2];
            clients.add(threads.submit(() -> client(kind, tenant)));
        }
    }

    /** Waits for a number of sales, sent after now, that fit. */
    void await(String what, int number, Predicate<Sale> which) {
        long now = System.nanoTime();
        Await.until(number + " sales, " + what, LONGEST_ANSWER,
                () -> sales.stream().filter(sale -> sale.start() > now && which.test(sale)).count() >= number);
    }

    /** Waits for acknowledged sales of each tenant of a server. */
    void awaitAcknowledged(int number, int server) {
        TENANTS.stream().filter(tenant -> TwoServers.numberOf(tenant) == server)
                .forEach(tenant -> await("acknowledged, of " + tenant, number,
                        sale -> sale.tenant().equals(tenant) && sale.isAcknowledged()));
    }

    /** Waits for the responses of sales in flight, and returns all. */
    List<Sale> stop() throws Exception {
        stopped = true;
        for (Future<?> client : clients) {
            client.get();
        }
        return List.copyOf(sales);
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }

    private Void client(Sale.Kind kind, String tenant) throws InterruptedException {
        while (!stopped) {
            Sale sale = sell(kind, tenant, prefix + next.getAndIncrement());
            sales.add(sale);
            if (!sale.isAcknowledged()) {
                LockSupport.parkNanos(AFTER_ERROR);
            }
        }
        return null;
    }

    private Sale sell(Sale.Kind kind, String tenant, String name) throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/sales/" + kind.path + "?tenant=" + tenant + "&name=" + name
                + "&retries=" + RETRIES);
        HttpRequest request = HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody()).timeout(LONGEST_ANSWER).build();
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Sale(kind, tenant, name, start, System.nanoTime(), response.statusCode(), response.body());
        } catch (IOException e) {
            return new Sale(kind, tenant, name, start, System.nanoTime(), 0, e.toString());
        }
    }
}
