package io.quarkiverse.binds.runtime.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;

/**
 * L15: an image has the static fields that were made while it was built, on another machine and at another time. So no static
 * initialiser of the extension, by whatever methods it calls, starts a thread, opens a file or a socket, makes a seed, or reads
 * the time, the environment, the configuration or a path.
 */
class StaticInitialisersTest {

    /** Names of types with members whose results an image must not contain. */
    private static final Pattern FROZEN = Pattern.compile(String.join("|",
            // threads
            "java\\.lang\\.Thread\\..*", "java\\.util\\.Timer\\..*", "java\\.util\\.concurrent\\.Executors\\..*",
            "java\\.util\\.concurrent\\.\\w*(Executor|Pool|Thread)\\w*\\..*",
            "java\\.util\\.concurrent\\.CompletableFuture\\..*Async",
            "java\\.lang\\.Runtime\\..*", "java\\.lang\\.ref\\.Cleaner\\..*",
            // files and sockets
            "java\\.nio\\.file\\..*", "java\\.io\\.(File|RandomAccess)\\w*\\..*", "java\\.nio\\.channels\\..*",
            "java\\.net\\..*",
            "javax\\.net\\..*", "java\\.sql\\.DriverManager\\..*",
            // seeds
            "java\\.security\\.SecureRandom\\..*", "java\\.util\\.(Random|SplittableRandom)\\..*",
            "java\\.lang\\.Math\\.random",
            "java\\.util\\.UUID\\.randomUUID", "java\\.util\\.random\\..*", "javax\\.crypto\\..*",
            // time
            "java\\.time\\.\\w+\\.(now|system\\w*)", "java\\.lang\\.System\\.(nanoTime|currentTimeMillis)",
            "java\\.util\\.(Date|GregorianCalendar)\\.<init>", "java\\.util\\.Calendar\\.getInstance",
            // the machine of the build
            "java\\.lang\\.System\\.(getenv|getProperty|getProperties|lineSeparator|console)",
            "java\\.lang\\.ProcessHandle\\..*",
            "java\\.lang\\.(Boolean\\.getBoolean|Integer\\.getInteger|Long\\.getLong)", "java\\.lang\\.management\\..*",
            "java\\.util\\.(Locale|TimeZone)\\.getDefault", "java\\.nio\\.charset\\.Charset\\.defaultCharset",
            // the configuration and the beans of the build
            "org\\.eclipse\\.microprofile\\.config\\.ConfigProvider\\..*", "io\\.quarkus\\.runtime\\.LaunchMode\\.current",
            "io\\.quarkus\\.arc\\.Arc\\..*", "jakarta\\.enterprise\\.inject\\.spi\\.CDI\\.current"));

    @Test
    void noInitialiserKeepsStateOfTheBuild() {
        Set<String> frozen = new TreeSet<>();
        Map<JavaCodeUnit, JavaCodeUnit> reached = reachedFromInitialisers();
        reached.keySet().forEach(code -> ExtensionClasses.calls(code).map(StaticInitialisersTest::name)
                .filter(call -> FROZEN.matcher(call).matches())
                .forEach(call -> frozen.add(path(code, reached) + " -> " + call)));

        assertThat(frozen).isEmpty();
        assertThat(reached).as("methods reached from static initialisers").hasSizeGreaterThan(300);
    }

    /** The methods that run while a class is initialised, each with the one that calls it first. */
    private static Map<JavaCodeUnit, JavaCodeUnit> reachedFromInitialisers() {
        Map<JavaCodeUnit, JavaCodeUnit> reached = new LinkedHashMap<>();
        for (JavaClass type : ExtensionClasses.ALL) {
            type.getStaticInitializer().ifPresent(initialiser -> reached.put(initialiser, null));
        }
        Deque<JavaCodeUnit> waiting = new ArrayDeque<>(reached.keySet());
        while (!waiting.isEmpty()) {
            JavaCodeUnit code = waiting.remove();
            ExtensionClasses.calls(code).flatMap(target -> target.resolveMember().stream())
                    .filter(called -> ExtensionClasses.ALL.contain(called.getOwner().getName()))
                    .filter(called -> !reached.containsKey(called)).forEach(called -> {
                        reached.put(called, code);
                        waiting.add(called);
                    });
        }
        return reached;
    }

    private static String name(CodeUnitAccessTarget target) {
        return target.getOwner().getName() + "." + target.getName();
    }

    private static String path(JavaCodeUnit code, Map<JavaCodeUnit, JavaCodeUnit> reached) {
        StringBuilder path = new StringBuilder();
        for (JavaCodeUnit step = code; step != null; step = reached.get(step)) {
            path.insert(0, (path.isEmpty() ? "" : " -> ")).insert(0, step.getOwner().getName() + "." + step.getName());
        }
        return path.toString();
    }
}
