package io.quarkiverse.binds.test.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests of some kinds in turn, from many concurrent clients, and their responses. */
final class MixedRun {

    private final String name;
    private final List<MixedKind> kinds;
    private final int port;
    private final int requests;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    /** @param name prefix of the names of its requests */
    MixedRun(String name, List<MixedKind> kinds, int port, int requests) {
        this.name = name;
        this.kinds = kinds;
        this.port = port;
        this.requests = requests;
    }

    int requests() {
        return requests;
    }

    String name() {
        return name;
    }

    MixedKind kind(int number) {
        return kinds.get(number % kinds.size());
    }

    /** Name of one request and of its rows. */
    String name(int number) {
        return name + "-" + kind(number).word() + "-" + number;
    }

    void run(int clients) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(threads.submit(this::client));
            }
            for (Future<?> client : all) {
                client.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Void client() throws IOException {
        try (MixedClient client = new MixedClient(port)) {
            for (int number = next.getAndIncrement(); number < requests; number = next.getAndIncrement()) {
                String answer;
                try {
                    answer = request(client, number);
                } catch (IOException e) {
                    answer = e.toString();
                    client.close();
                }
                note(number, answer);
            }
        }
        return null;
    }

    private String request(MixedClient client, int number) throws IOException {
        MixedKind kind = kind(number);
        String path = "/mixed/" + kind.path + "/" + name(number);
        boolean reset = number / kinds.size() % 2 == 0;
        return switch (kind.client) {
            case READS_THE_ANSWER -> "" + client.read(path);
            case READS_A_PIECE -> client.readPiece(path, reset) + " begun";
            case WAITS_A_LITTLE -> client.waitALittle(path, reset) ? "none" : "answered too soon";
            case GOES_AT_ONCE -> {
                client.goAtOnce(path, reset);
                yield "none";
            }
        };
    }

    private synchronized void note(int number, String answer) {
        MixedKind kind = kind(number);
        answers.merge(kind + " " + answer, 1, Integer::sum);
        String expected = switch (kind.client) {
            case READS_THE_ANSWER -> "" + kind.status;
            case READS_A_PIECE -> "200 begun";
            default -> "none";
        };
        if (!answer.equals(expected)) {
            wrong.add(name(number) + ": " + answer);
        }
    }

    /** Counts the responses by kind and status. */
    Map<String, Integer> answers() {
        return answers;
    }

    /** Returns the requests with an unexpected response. */
    List<String> wrong() {
        return wrong;
    }
}
