package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.quarkiverse.binds.runtime.url.Nearest;

/** Refuses keys that do not exist, and names that cannot be those of binds. */
final class KeyNameCheck {

    private final ConfigSnapshot snapshot;
    private final List<String> problems = new ArrayList<>();

    KeyNameCheck(ConfigSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    List<String> problems() {
        List<String> names = snapshot.names();
        EnvironmentNames environment = new EnvironmentNames(names);
        for (String name : names) {
            if (!name.startsWith(BindKey.PREFIX)) {
                continue;
            }
            if (BindKey.section(name) != null) {
                checkSection(name);
                continue;
            }
            BindKey key = BindKey.parse(name);
            String variable = environment.lookAlike(name);
            if (variable != null && (key == null || !key.known())) {
                problems.add("The environment variable " + variable + " matches no key of a bind. For the key url of the bind"
                        + " 'my-users', for example, the variable is " + EnvironmentNames.form(BindKey.PREFIX + "my-users.url")
                        + ". " + knownKeys());
            } else if (key == null || BindNames.isDefault(key.bind()) && !key.known()) {
                problems.add(
                        "Unknown key '" + name + "'"
                                + Nearest.end(key == null ? name.substring(BindKey.PREFIX.length()) : key.key(), Key.NAMES)
                                + " " + knownKeys());
            } else if (ReservedNames.contains(key.bind())) {
                problems.add(
                        "'" + key.bind() + "' in '" + name + "' cannot be the name of a bind, because it is the first part of"
                                + " a key. Reserved names are: " + String.join(", ", ReservedNames.all()));
            } else if (!key.known()) {
                problems.add("Unknown key '" + key.key() + "' of " + BindNames.display(key.bind()) + " in '" + name + "'"
                        + Nearest.end(key.key(), Key.NAMES) + " " + knownKeys());
            } else if (key.bind().equals(BindNames.ALL)
                    && Key.named(key.key()) != null && Key.named(key.key()).isOfOneBind()) {
                problems.add("'" + name + "' cannot be set for all binds: set it for each bind, as quarkus.binds." + key.key()
                        + " (default bind) or quarkus.binds.<name>." + key.key());
            }
        }
        return problems;
    }

    private void checkSection(String name) {
        String section = BindKey.section(name);
        List<String> keys = BindKey.SECTIONS.get(section);
        String key = name.substring(section.length());
        if (Key.NAMES.contains(key) && !keys.contains(key)) {
            problems.add("'" + section.substring(BindKey.PREFIX.length(), section.length() - 1) + "' in '" + name
                    + "' cannot be the name of a bind, because it is the first part of a key. Reserved names are: "
                    + String.join(", ", ReservedNames.all()));
        } else if (!keys.contains(key)) {
            problems.add(
                    "Unknown key '" + name + "'" + Nearest.end(key, keys) + " The keys of no single bind are: "
                            + BindKey.SECTIONS.entrySet().stream()
                                    .flatMap(of -> of.getValue().stream().map(k -> of.getKey() + k)).sorted()
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static String knownKeys() {
        return "The keys of a bind are: " + String.join(", ", Key.NAMES) + ", " + BindKey.DRIVER_PROPERTIES
                + ".*; they stand under quarkus.binds (default bind), quarkus.binds.<name> or quarkus.binds.\"*\" (all binds)";
    }
}
