package io.quarkiverse.binds.test.databases;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server's binary that the machine has; a private one is run from it, the machine's own server is left alone. */
final class ProgramWay implements Way {

    private static final Pattern VERSION = Pattern.compile("Ver (\\d+)\\.(\\d+)");
    private static final int OLDEST_MYSQL = 8;

    @Override
    public String name() {
        return "a server program of the machine";
    }

    @Override
    public Backend open(Kind kind, List<String> options, Environment environment) throws UnavailableException {
        Set<Path> candidates = new LinkedHashSet<>();
        for (String program : kind.programs) {
            candidates.addAll(environment.programs(program));
            environment.systemFolders().stream().map(folder -> folder.resolve(program)).filter(Files::isExecutable)
                    .forEach(candidates::add);
        }
        List<String> reasons = new ArrayList<>();
        for (Path candidate : candidates) {
            try {
                check(kind, candidate);
                return ProcessBackend.start(kind, candidate.toString(), "run from " + candidate, options, environment);
            } catch (UnavailableException e) {
                reasons.add(candidate + ": " + e.getMessage());
            }
        }
        throw new UnavailableException(reasons.isEmpty()
                ? "no " + String.join(" or ", kind.programs) + " on the PATH nor in " + environment.systemFolders()
                : String.join("\n", reasons));
    }

    private static void check(Kind kind, Path program) throws UnavailableException {
        String version = Script.run(List.of(program.toString(), "--version"), Duration.ofSeconds(10));
        if (version.contains("MariaDB") != (kind == Kind.MARIADB)) {
            throw new UnavailableException("not " + kind.label + ": " + version);
        }
        Matcher number = VERSION.matcher(version);
        if (kind == Kind.MYSQL && (!number.find() || Integer.parseInt(number.group(1)) < OLDEST_MYSQL)) {
            throw new UnavailableException("older than " + OLDEST_MYSQL + ": " + version);
        }
    }
}
