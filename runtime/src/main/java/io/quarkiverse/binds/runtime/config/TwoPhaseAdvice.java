package io.quarkiverse.binds.runtime.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.smallrye.config.ConfigValue;

/**
 * Warnings for an application with two-phase commit that runs with the defaults of Quarkus, which suit first experiments only.
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
        if (!"jdbc".equalsIgnoreCase(type) && !DerivedValue.isSetByUser(directory)) {
            warnings.add("The transaction log of two-phase commit is in "
                    + Path.of(text(directory, "ObjectStore")).toAbsolutePath()
                    + ", below the working directory. After a crash, recovery needs this log to complete commits. Set "
                    + DIRECTORY + " to a permanent directory");
        }
        ConfigValue node = config.apply(NODE);
        if (!DerivedValue.isSetByUser(node)) {
            warnings.add("The node name of two-phase commit is '" + text(node, "quarkus")
                    + "', the default. Applications with the same node name on one database server roll back each other's"
                    + " prepared transactions. Set " + NODE + " to a unique name for each instance, at most 28 bytes, the same"
                    + " after a restart");
        }
        return warnings;
    }

    private static String text(ConfigValue value, String otherwise) {
        return value.getValue() == null ? otherwise : value.getValue();
    }
}
