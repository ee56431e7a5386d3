package io.quarkiverse.binds.runtime.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.smallrye.config.ConfigValue;

/**
 * What has to be said about each instance of an application with two-phase commit, where the defaults of Quarkus are for the
 * first try only.
 */
final class TwoPhaseAdvice {

    private static final String MANAGER = "quarkus.transaction-manager.";
    private static final String NODE = MANAGER + "node-name";
    private static final String STORE = MANAGER + "object-store.";
    private static final String DIRECTORY = STORE + "directory";

    private TwoPhaseAdvice() {
    }

    static List<String> warnings(Function<String, ConfigValue> config) {
        List<String> warnings = new ArrayList<>(2);
        String type = config.apply(STORE + "type").getValue();
        ConfigValue directory = config.apply(DIRECTORY);
        if (!"jdbc".equalsIgnoreCase(type) && !Derived.isSetByUser(directory)) {
            warnings.add("The transaction log of two-phase commit is in "
                    + Path.of(text(directory, "ObjectStore")).toAbsolutePath()
                    + ", where this process was started: a commit that the application was killed in is completed only by a start"
                    + " that finds this log. Set " + DIRECTORY + " to a directory that outlives the application");
        }
        ConfigValue node = config.apply(NODE);
        if (!Derived.isSetByUser(node)) {
            warnings.add("The node name of two-phase commit is '" + text(node, "quarkus")
                    + "', as for every application that sets"
                    + " none: on the same database server, each would roll back what another one has prepared. Set " + NODE
                    + " to a name of its own for each instance, at most 28 bytes, the same after a restart");
        }
        return warnings;
    }

    private static String text(ConfigValue value, String otherwise) {
        return value.getValue() == null ? otherwise : value.getValue();
    }
}
