package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.quarkiverse.binds.Bind;

/** Finds values that may belong to several keys or binds, and keys with two values in one source. */
final class SpellingCheck {

    private final List<String> names;
    private final ConfiguredBindNames model;
    private final List<String> problems = new ArrayList<>();

    private SpellingCheck(ConfigSnapshot snapshot) {
        this.names = snapshot.names();
        this.model = snapshot.model();
    }

    static List<String> problems(ConfigSnapshot snapshot) {
        SpellingCheck check = new SpellingCheck(snapshot);
        check.checkVariables();
        for (ConfigSource source : snapshot.config().getConfigSources()) {
            check.checkSource(source);
        }
        return check.problems;
    }

    /** Refuses ambiguous variables: a variable has no letter case, no dots and no dashes, so it may stand for several names. */
    private void checkVariables() {
        EnvironmentNames environment = new EnvironmentNames(names);
        if (environment.isEmpty()) {
            return;
        }
        Set<String> blocks = new TreeSet<>(model.binds());
        blocks.add(Bind.DEFAULT);
        blocks.add(BindNames.ALL);
        environment.variables().forEach((form, variable) -> {
            Set<BindKey> keys = environment.candidates(form, blocks);
            if (keys.stream().map(BindKey::bind).distinct().count() > 1) {
                problems.add("The environment variable " + variable + " matches several keys: "
                        + keys.stream().map(BindKey::property).collect(Collectors.joining(", "))
                        + ". Set the keys in a source that distinguishes them, such as application.properties, or rename a"
                        + " bind");
            }
        });
    }

    /** Refuses two values for a key in one source: a source has no order, so either might be in effect. */
    private void checkSource(ConfigSource source) {
        Map<String, Set<String>> spellings = new TreeMap<>();
        Map<String, String> seen = new HashMap<>();
        for (String name : source.getPropertyNames()) {
            int start = name.startsWith("%") ? name.indexOf('.') + 1 : 0;
            if (name.startsWith(BindKey.PREFIX, start) || name.startsWith(QuarkusKey.DATASOURCE, start)
                    || name.startsWith(QuarkusKey.HIBERNATE, start) || name.startsWith(QuarkusKey.FLYWAY, start)) {
                String canonical = name.substring(0, start) + model.normalize(name.substring(start));
                String other = seen.putIfAbsent(canonical, name);
                if (other != null && !String.valueOf(source.getValue(name)).equals(source.getValue(other))) {
                    spellings.computeIfAbsent(canonical, key -> new LinkedHashSet<>(Set.of(other))).add(name);
                }
            }
        }
        spellings.values().forEach(names -> problems.add("One key with two values in " + source.getName() + ": "
                + names.stream().sorted().map(name -> "'" + name + "'").collect(Collectors.joining(" and "))
                + ". Remove one of them"));
    }
}
