package io.quarkiverse.binds.deployment;

import java.util.Set;
import java.util.TreeSet;

import io.quarkus.runtime.configuration.ConfigurationException;

/** Collects the errors of entities and their binds, so that a build reports all of them at once. */
final class EntityProblems {

    private final Set<String> problems = new TreeSet<>();

    void add(String problem) {
        problems.add(problem);
    }

    /** @param check throws a {@link ConfigurationException} with its problem */
    void collect(Runnable check) {
        try {
            check.run();
        } catch (ConfigurationException e) {
            problems.add(e.getMessage());
        }
    }

    /** @throws ConfigurationException with all problems */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems.size() == 1 ? problems.iterator().next()
                    : "The assignment of entities to binds contains errors:\n- " + String.join("\n- ", problems));
        }
    }
}
