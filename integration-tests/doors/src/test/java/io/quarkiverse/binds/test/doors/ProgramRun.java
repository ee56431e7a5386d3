package io.quarkiverse.binds.test.doors;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.binds.test.doors.Step.Op;

/** Sends programs in batches, reads the databases once per batch, and compares the rows with the oracle's. */
final class ProgramRun implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger BATCHES = new AtomicInteger();

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final URI uri;

    ProgramRun(int port) {
        uri = URI.create("http://localhost:" + port + "/programs");
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }

    /** @return differences from the oracle, by the index of the program */
    Map<Integer, String> differences(List<Program> programs) {
        String batch = "r" + BATCHES.incrementAndGet() + "-";
        List<Program> named = IntStream.range(0, programs.size()).mapToObj(i -> named(prefix(batch, i), programs.get(i)))
                .toList();
        List<Future<String>> answers = named.stream().map(program -> clients.submit(() -> send(program))).toList();
        Map<Integer, String> differences = new TreeMap<>();
        List<String> texts = answers.stream().map(ProgramRun::value).toList();
        Map<String, Integer> rows = rows(batch);
        Map<String, Map<String, Integer>> byPrefix = new HashMap<>();
        rows.forEach((key, amount) -> {
            int start = key.indexOf(':') + 1;
            int end = key.lastIndexOf('-') + 1;
            byPrefix.computeIfAbsent(key.substring(start, end), p -> new TreeMap<>())
                    .put(key.substring(0, start) + key.substring(end), amount);
        });
        for (int i = 0; i < programs.size(); i++) {
            String difference = difference(Oracle.of(programs.get(i)), texts.get(i),
                    byPrefix.getOrDefault(prefix(batch, i), Map.of()));
            if (difference != null) {
                differences.put(i, difference);
            }
        }
        return differences;
    }

    private static String prefix(String batch, int index) {
        return batch + index + "-";
    }

    private static String difference(Oracle.Outcome expected, String answer, Map<String, Integer> rows) {
        boolean asExpected = switch (expected.end()) {
            case OK -> answer.equals("ok");
            case INTENDED -> answer.contains("ntended");
            case FAILED -> !answer.equals("ok") && !answer.startsWith("AssertionError");
        };
        return asExpected && rows.equals(expected.rows()) ? null
                : "the answer is " + answer + " instead of " + expected.end() + ", the rows are " + rows + " instead of "
                        + new TreeMap<>(expected.rows());
    }

    private static Map<String, Integer> rows(String batch) {
        Map<String, Integer> rows = new HashMap<>();
        put(rows, Where.NOTES.name(), Programs.amounts(DatabasesResource.notes(), Where.NOTES, batch));
        put(rows, Where.LEDGER.name(), Programs.amounts(DatabasesResource.ledger(), Where.LEDGER, batch));
        for (String key : DatabasesResource.KEYS) {
            put(rows, key, Programs.amounts(DatabasesResource.tenant(key), Where.TENANT, batch));
        }
        return rows;
    }

    private static void put(Map<String, Integer> rows, String database, Map<String, Integer> amounts) {
        amounts.forEach((name, amount) -> rows.put(database + ":" + name, amount));
    }

    /** Copies the program with rows of its own, and with reads that fail unless they see the oracle's number of rows. */
    private static Program named(String prefix, Program program) {
        return new Program(program.place(), false, named(prefix, program.steps(), Oracle.of(program).seen()));
    }

    private static List<Step> named(String prefix, List<Step> steps, Map<Step, Boolean> seen) {
        return steps == null ? null : steps.stream().map(step -> {
            Boolean expected = seen.get(step);
            Op op = expected == null ? step.op() : expected ? Op.SEE : Op.MISS;
            String row = step.op() == Op.TENANT || step.row() == null ? step.row() : prefix + step.row();
            return new Step(op, step.door(), step.where(), row, named(prefix, step.steps(), seen));
        }).toList();
    }

    private String send(Program program) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json(program))).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String value(Future<String> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
