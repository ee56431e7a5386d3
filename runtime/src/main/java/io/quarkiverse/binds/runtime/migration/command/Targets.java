package io.quarkiverse.binds.runtime.migration.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.runtime.config.BindNames;

/** Finds the databases that a command is for. Immutable. */
final class Targets {

    private static final String DEFAULT = "default";

    private final Binds binds;
    private final List<DatabaseSource> sources;
    private final Predicate<String> isInUse;

    /**
     * @param sources list the keys of databases
     * @param isInUse tells by the name of a bind whether its datasource is active
     */
    Targets(Binds binds, List<DatabaseSource> sources, Predicate<String> isInUse) {
        this.binds = binds;
        this.sources = List.copyOf(sources);
        this.isInUse = isInUse;
    }

    /**
     * The targets of a command, in the order of the binds.
     *
     * @param skipped gets a line for each bind that is left out
     * @throws WrongArgumentsException if there is no such bind, or a bind needs the key of a database
     */
    List<Target> of(Arguments arguments, Collection<String> skipped) {
        List<BindInfo> meant = arguments.binds().isEmpty() ? binds.list()
                : arguments.binds().stream().map(this::named).distinct().toList();
        if (arguments.namesDatabases() && meant.stream().noneMatch(BindInfo::dynamic)) {
            throw new WrongArgumentsException("Databases are named, but no bind is dynamic");
        }
        List<Target> targets = new ArrayList<>();
        for (BindInfo bind : meant) {
            if (arguments.binds().isEmpty() && !arguments.worksOnFiles() && !isInUse.test(bind.name())) {
                skipped.add(BindNames.displayFirst(bind.name()) + " is left out: its datasource is not active");
            } else if (!bind.dynamic() || arguments.needsNoDatabase()) {
                // names of databases mean those of dynamic binds
                if (!arguments.namesDatabases() || !arguments.binds().isEmpty()) {
                    targets.add(new Target(bind.name(), null));
                }
            } else if (arguments.namesDatabases()) {
                keys(bind.name(), arguments).forEach(key -> targets.add(new Target(bind.name(), key)));
            } else if (arguments.binds().isEmpty()) {
                skipped.add("Dynamic bind '" + bind.name() + "' is left out: name its databases by --databases or --database");
            } else {
                throw new WrongArgumentsException("Bind '" + bind.name()
                        + "' is dynamic: name its databases by --databases or --database");
            }
        }
        return targets;
    }

    private BindInfo named(String name) {
        boolean hasDefault = binds.list().stream().anyMatch(bind -> bind.name().equals(DEFAULT));
        try {
            return binds.get(name.equals(DEFAULT) && !hasDefault ? Bind.DEFAULT : name);
        } catch (IllegalArgumentException e) {
            throw new WrongArgumentsException(e.getMessage());
        }
    }

    private Collection<String> keys(String bind, Arguments arguments) {
        if (!arguments.allDatabases()) {
            return arguments.databases();
        }
        Set<String> keys = new LinkedHashSet<>();
        sources.forEach(source -> keys.addAll(source.keys(bind)));
        if (keys.isEmpty()) {
            throw new WrongArgumentsException("No DatabaseSource bean lists databases of bind '" + bind
                    + "': implement its method keys, or name databases by --database");
        }
        return keys;
    }
}
