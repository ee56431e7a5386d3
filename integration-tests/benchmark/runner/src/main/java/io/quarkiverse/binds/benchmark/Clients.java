package io.quarkiverse.binds.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/** Clients of one application, each of which sends its next request after the previous response. */
final class Clients implements AutoCloseable {

    private final List<Client> clients = new ArrayList<>();
    private final LongSupplier numbers;
    private final ExecutorService threads;

    /** @param numbers source of the number of each request, see {@link Endpoint#request} */
    Clients(int port, int count, LongSupplier numbers) throws IOException {
        this.numbers = numbers;
        this.threads = Executors.newFixedThreadPool(count);
        for (int i = 0; i < count; i++) {
            clients.add(new Client(port));
        }
    }

    /**
     * Runs all clients for some time.
     *
     * @return duration of each request in nanoseconds, unordered
     * @throws IllegalStateException if a request failed
     */
    long[] run(Endpoint endpoint, long nanos) {
        long end = System.nanoTime() + nanos;
        List<Callable<long[]>> work = new ArrayList<>();
        clients.subList(0, endpoint.clients(clients.size())).forEach(client -> work.add(() -> run(client, endpoint, end)));
        try {
            List<long[]> latencies = new ArrayList<>();
            for (Future<long[]> result : threads.invokeAll(work)) {
                latencies.add(result.get());
            }
            return latencies.stream().flatMapToLong(Arrays::stream).toArray();
        } catch (ExecutionException e) {
            throw new IllegalStateException(endpoint.title + ": " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long[] run(Client client, Endpoint endpoint, long end) throws IOException {
        long[] latencies = new long[1024];
        int count = 0;
        for (long now = System.nanoTime(); now < end; count++) {
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, 2 * count);
            }
            long sent = now;
            client.exchange(endpoint.request(numbers.getAsLong()));
            now = System.nanoTime();
            latencies[count] = now - sent;
        }
        return Arrays.copyOf(latencies, count);
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (Client client : clients) {
            client.close();
        }
    }
}
