package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.quarkiverse.binds.BindSetting;

/**
 * Finds keys that contradict {@code dynamic}: either the databases of a bind are opened on the fly, or the bind has a single
 * one.
 */
final class DynamicCheck {

    private static final String DROP_AND_CREATE = "drop-and-create";
    private static final String KEY = "{key}";
    private static final String MIGRATE = "migrate";

    private static final List<Key> OF_DYNAMIC_BINDS = Stream.of(Key.values()).filter(Key::isOfDynamicBinds).toList();

    private final ConfigSnapshot snapshot;
    private final BindPropertyLookup values;

    DynamicCheck(ConfigSnapshot snapshot) {
        this.snapshot = snapshot;
        this.values = snapshot.values();
    }

    List<String> problems(String bind) {
        List<String> problems = new ArrayList<>();
        if (values.isDynamic(bind)) {
            with(bind, problems);
        } else {
            without(bind, problems);
        }
        return problems;
    }

    private void with(String bind, List<String> problems) {
        String dynamic = BindKey.property(bind, Key.DYNAMIC);
        if (values.value(bind, Key.REPLICAS) != null) {
            problems.add(together(dynamic, BindKey.property(bind, Key.REPLICAS)));
        }
        if (values.isTwoPhase(bind)) {
            problems.add(together(dynamic, BindKey.property(bind, Key.TWO_PHASE)));
        }
        if (DROP_AND_CREATE.equalsIgnoreCase(values.value(bind, Key.SCHEMA))) {
            String property = BindKey.property(bind, Key.SCHEMA);
            boolean ofAll = values.find(bind, Key.SCHEMA).source().equals(BindSetting.ALL);
            problems.add((ofAll ? BindKey.property(BindNames.ALL, Key.SCHEMA) : property) + "=" + DROP_AND_CREATE
                    + " would empty each database of the dynamic " + BindNames.display(bind) + " whenever it is opened: set "
                    + property + " to create, update, validate, migrate or none" + (ofAll ? " beside it" : ""));
        }
        Found atStart = values.find(bind, Key.MIGRATE_AT_START);
        if (atStart != null && Boolean.parseBoolean(atStart.value()) && atStart.source().equals(BindSetting.BIND)) {
            problems.add(BindKey.property(bind, Key.MIGRATE_AT_START) + " has no effect on a dynamic bind, whose databases"
                    + " are not open at the start: set " + BindKey.property(bind, Key.SCHEMA) + "=" + MIGRATE + " instead");
        }
        for (Key key : OF_DYNAMIC_BINDS) {
            String value = values.value(bind, key);
            String problem = value == null ? null : key.problem(BindKey.property(bind, key), value);
            if (problem != null) {
                problems.add(problem);
            }
        }
    }

    private static String together(String one, String other) {
        return one + " and " + other + " cannot be combined: remove one of them";
    }

    private void without(String bind, List<String> problems) {
        String url = values.value(bind, Key.URL);
        if (url != null && url.contains(KEY)) {
            problems.add(BindKey.property(bind, Key.URL) + " contains the placeholder " + KEY
                    + ", which is for dynamic binds only: set " + BindKey.property(bind, Key.DYNAMIC)
                    + "=true");
        }
        if (MIGRATE.equalsIgnoreCase(values.value(bind, Key.SCHEMA))) {
            problems.add(BindKey.property(bind, Key.SCHEMA) + "=" + MIGRATE + " is for dynamic binds only: set "
                    + BindKey.property(bind, Key.MIGRATE_AT_START) + "=true instead");
        }
        for (Key key : OF_DYNAMIC_BINDS) {
            if (!snapshot.mayHave(bind, key)) {
                continue;
            }
            String property = BindKey.property(bind, key);
            if (snapshot.config().getConfigValue(property).getValue() != null) {
                problems.add("'" + property + "' is for dynamic binds only: set "
                        + BindKey.property(bind, Key.DYNAMIC) + "=true, or remove it");
            }
        }
    }
}
