package io.quarkiverse.binds.test.databases;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Server binary of the machine, with which a private server is run; the machine's own server is not used. */
final class ProgramWay implements Way {

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
        String refusal = kind.dialect.refusal(kind, version);
        if (refusal != null) {
            throw new UnavailableException(refusal);
        }
    }
}
