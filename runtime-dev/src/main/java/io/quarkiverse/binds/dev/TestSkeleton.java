package io.quarkiverse.binds.dev;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkiverse.binds.RecordedQuery;
import io.quarkiverse.binds.runtime.session.UnitOfWorkListener.Outcome;
import io.quarkiverse.binds.runtime.session.UnitOfWorkListener.UsedBind;

/**
 * Source of a test that does what a unit of work did: it sends the same request, or the same statements. A beginning for the
 * test of a fault, to be completed by the body of the request and by expectations.
 */
final class TestSkeleton {

    private static final Pattern REQUEST = Pattern.compile("([A-Z]+) (/\\S*)");
    private static final int STATEMENTS = 50;

    private TestSkeleton() {
    }

    static String of(PastUnitOfWork past) {
        Matcher request = REQUEST.matcher(past.end().name());
        return request.matches() ? request(request.group(1), request.group(2), past) : statements(past);
    }

    private static String request(String method, String path, PastUnitOfWork past) {
        boolean failed = past.end().failure() != null;
        String status = failed ? "greaterThanOrEqualTo(400)" : "lessThan(400)";
        return """
                import static io.restassured.RestAssured.given;
                import static org.hamcrest.Matchers.%s;

                import org.junit.jupiter.api.Test;

                import io.quarkus.test.junit.QuarkusTest;

                @QuarkusTest
                class %s {

                    /** %s */
                    @Test
                    void %s() {
                        // body and headers of the request are not recorded
                        given().request("%s", "%s").then().statusCode(%s);
                    }
                }
                """.formatted(status.substring(0, status.indexOf('(')), className(past), description(past), methodName(past),
                method, escaped(path), status);
    }

    private static String statements(PastUnitOfWork past) {
        Optional<UsedBind> dynamic = past.end().binds().stream().filter(bind -> bind.database() != null).findFirst();
        return """
                import jakarta.inject.Inject;

                import org.junit.jupiter.api.Test;

                import io.quarkiverse.binds.Databases;
                import io.quarkiverse.binds.Db;
                import io.quarkus.test.junit.QuarkusTest;

                @QuarkusTest
                class %s {

                    @Inject
                    Db db;

                    @Inject
                    Databases databases;

                    /** %s */
                    @Test
                    void %s() {
                        %s
                %s
                            db.%s();
                        });
                    }
                }
                """.formatted(className(past), description(past), methodName(past),
                dynamic.map(TestSkeleton::runIn).orElse("db.run(() -> {"), body(past),
                past.end().outcome() == Outcome.COMMITTED ? "commit" : "rollback");
    }

    private static String runIn(UsedBind dynamic) {
        return "databases.of(\"" + escaped(dynamic.bind()) + "\").run(\"" + escaped(dynamic.database()) + "\", () -> {";
    }

    private static String body(PastUnitOfWork past) {
        List<String> lines = new ArrayList<>();
        past.queries().stream().limit(STATEMENTS).map(TestSkeleton::call).forEach(lines::add);
        long missing = past.numberOfQueries() - lines.size();
        if (missing > 0) {
            lines.add("// and " + missing + " more");
        } else if (lines.isEmpty()) {
            lines.add("// no statement was recorded");
        }
        return lines.stream().map("            "::concat).collect(Collectors.joining("\n"));
    }

    private static String call(RecordedQuery query) {
        String sql = query.statement().strip();
        boolean reads = sql.regionMatches(true, 0, "select", 0, 6) || sql.regionMatches(true, 0, "with", 0, 4);
        StringBuilder call = new StringBuilder("db.bind(\"").append(escaped(query.bind())).append("\").sql(\"")
                .append(escaped(sql)).append('"');
        query.parameters().forEach(parameter -> call.append(", ").append(literal(parameter)));
        return call.append(reads ? ").maps();" : ").update();")
                .append(query.batchSize() > 1 ? " // the first of a batch of " + query.batchSize() : "").toString();
    }

    private static String literal(Object value) {
        if (value == null) {
            return "(Object) null";
        }
        if (value instanceof Long) {
            return value + "L";
        }
        return value instanceof Integer || value instanceof Boolean ? value.toString() : '"' + escaped(value.toString()) + '"';
    }

    private static String description(PastUnitOfWork past) {
        return (past.end().name() + " ended " + past.end().outcome() + " after "
                + past.end().duration().toMillis() + " ms with " + past.numberOfQueries()
                + " statements.").replace("*/", "* /");
    }

    private static String className(PastUnitOfWork past) {
        String name = methodName(past);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Test";
    }

    /** Words of the name of the unit of work in the form of a Java name. */
    private static String methodName(PastUnitOfWork past) {
        StringBuilder name = new StringBuilder();
        for (String word : past.end().name().split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                boolean isFirst = name.isEmpty();
                String lower = word.equals(word.toUpperCase(Locale.ROOT)) ? word.toLowerCase(Locale.ROOT)
                        : word;
                char begin = lower.charAt(0);
                name.append(isFirst ? Character.toLowerCase(begin) : Character.toUpperCase(begin)).append(lower.substring(1));
            }
        }
        return name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0)) ? "unitOfWork" + name : name.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char character : text.toCharArray()) {
            switch (character) {
                case '"', '\\' -> escaped.append('\\').append(character);
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
