package io.quarkiverse.binds.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Counts the calls of this extension's own methods, below {@code io.quarkiverse.binds.runtime}, during the start of the sample
 * and during single requests to it, on embedded databases. The counts come from the method trace of JFR, so Java 25 or later
 * has to run this program. It prints the counts, and on request the methods that are called most often.
 * <p>
 * Run it after {@code mvn package}:
 *
 * <pre>
 * java -cp integration-tests/benchmark/runner/target/classes io.quarkiverse.binds.benchmark.CallCount [methods of each]
 * </pre>
 */
public final class CallCount {

    private static final String PACKAGE = "io.quarkiverse.binds.runtime.";
    private static final String JSON = "Content-Type: application/json\r\n";
    /** The first requests open connections and fill caches; the last one of each is counted. */
    private static final int REPETITIONS = 4;
    /** Time for the end of a request, which follows its response. */
    private static final long AFTER_RESPONSE_MILLIS = 100;

    private final Map<String, Span> spans = new LinkedHashMap<>();

    private CallCount() {
    }

    private record Span(Instant begin, Instant end) {

        boolean contains(Instant instant) {
            return !instant.isBefore(begin) && instant.isBefore(end);
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (Runtime.version().feature() < 25) {
            throw new IllegalStateException(
                    "Java " + Runtime.version().feature() + " has no method trace: use Java 25 or later");
        }
        int methods = args.length == 0 ? 0 : Integer.parseInt(args[0]);
        Path directory = Files.createTempDirectory("binds-calls");
        Path recording = directory.resolve("calls.jfr");
        CallCount counts = new CallCount();
        counts.run(Application.modules().resolve("../blog/target/quarkus-app").normalize(), directory, recording);
        counts.print(read(recording), methods);
    }

    private void run(Path application, Path directory, Path recording) throws IOException, InterruptedException {
        Path settings = Files.writeString(directory.resolve("calls.jfc"), """
                <configuration version="2.0">
                  <event name="jdk.MethodTrace">
                    <setting name="enabled">true</setting>
                    <setting name="threshold">0 ms</setting>
                    <setting name="stackTrace">false</setting>
                    <setting name="filter">%s</setting>
                  </event>
                </configuration>
                """.formatted(String.join(";", classes(application.resolve("lib/main")))));
        Instant begin = Instant.now();
        try (ApplicationProcess process = ApplicationProcess.start(application.resolve("quarkus-run.jar"), Map.of(),
                List.of("-XX:StartFlightRecording:filename=" + recording + ",settings=" + settings))) {
            try (Client client = new Client(process.port())) {
                spans.put("start", new Span(begin, Instant.now()));
                client.exchange(request("POST /users", JSON, "{\"name\":\"Ada\",\"email\":\"ada@example.com\"}"));
                client.exchange(request("POST /blogs", JSON, "{\"name\":\"ada\"}"));
                for (int i = 0; i < REPETITIONS; i++) {
                    count(client, "GET /users/1", "", "");
                    count(client, "POST /users", JSON, "{\"name\":\"Eve" + i + "\",\"email\":\"eve" + i + "@example.com\"}");
                    count(client, "POST /posts", JSON,
                            "{\"title\":\"A\",\"body\":\"B\",\"authorId\":1,\"tags\":[]}");
                    count(client, "POST /articles", JSON + "X-Blog: ada\r\n", "{\"title\":\"A\",\"text\":\"B\"}");
                }
            }
        }
    }

    /** The classes whose methods are counted; the method trace takes no package. */
    private static List<String> classes(Path libraries) throws IOException {
        try (Stream<Path> files = Files.list(libraries)) {
            Path extension = files.filter(file -> file.getFileName().toString().matches(".*\\.quarkus-binds-\\d.*\\.jar"))
                    .findFirst().orElseThrow(() -> new IllegalStateException(libraries + " has no jar of the extension"));
            try (JarFile jar = new JarFile(extension.toFile())) {
                return jar.stream().map(entry -> entry.getName().replace('/', '.'))
                        .filter(name -> name.startsWith(PACKAGE) && name.endsWith(".class") && !name.endsWith("-info.class"))
                        .map(name -> name.substring(0, name.length() - ".class".length())).toList();
            }
        }
    }

    private void count(Client client, String what, String headers, String body) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        client.exchange(request(what, headers, body));
        Thread.sleep(AFTER_RESPONSE_MILLIS);
        spans.put(what, new Span(begin, Instant.now()));
    }

    private static byte[] request(String methodAndPath, String headers, String body) {
        return (methodAndPath + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n"
                + body).getBytes(StandardCharsets.US_ASCII);
    }

    private static List<RecordedEvent> read(Path recording) throws IOException {
        List<RecordedEvent> calls = new ArrayList<>();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.MethodTrace")) {
                    calls.add(event);
                }
            }
        }
        return calls;
    }

    private void print(List<RecordedEvent> calls, int methods) {
        System.out.printf("%-16s %7s %7s %9s %10s%n", "", "calls", "classes", "packages", "in config");
        spans.forEach((what, span) -> {
            List<RecordedMethod> called = calls.stream().filter(call -> span.contains(call.getStartTime()))
                    .map(call -> call.<RecordedMethod> getValue("method")).toList();
            System.out.printf("%-16s %7d %7d %9d %10d%n", what, called.size(),
                    called.stream().map(CallCount::type).distinct().count(),
                    called.stream().map(CallCount::packageName).distinct().count(),
                    called.stream().filter(method -> packageName(method).equals(PACKAGE + "config")).count());
            called.stream()
                    .collect(Collectors.groupingBy(method -> type(method).substring(PACKAGE.length()) + "." + method.getName(),
                            TreeMap::new, Collectors.counting()))
                    .entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).limit(methods)
                    .forEach(method -> System.out.printf("%24d  %s%n", method.getValue(), method.getKey()));
        });
    }

    private static String type(RecordedMethod method) {
        return method.getType().getName();
    }

    private static String packageName(RecordedMethod method) {
        String type = type(method);
        return type.substring(0, type.lastIndexOf('.'));
    }
}
