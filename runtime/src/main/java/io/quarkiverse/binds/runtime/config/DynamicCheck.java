package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.smallrye.config.ConfigValue;

/** What does not fit in the block of a bind that opens databases on the fly, or of one that does not. */
final class DynamicCheck {

    private static final String DROP_AND_CREATE = "drop-and-create";
    private static final String KEY = "{key}";

    private final Function<String, ConfigValue> lookup;
    private final BindValues values;

    DynamicCheck(Function<String, ConfigValue> lookup) {
        this.lookup = lookup;
        this.values = new BindValues(lookup);
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
        String dynamic = BindKey.property(bind, BindKey.DYNAMIC);
        if (values.value(bind, BindKey.REPLICAS) != null) {
            problems.add(together(dynamic, BindKey.property(bind, BindKey.REPLICAS)));
        }
        if (values.isTwoPhase(bind)) {
            problems.add(together(dynamic, BindKey.property(bind, BindKey.TWO_PHASE)));
        }
        if (DROP_AND_CREATE.equalsIgnoreCase(values.value(bind, BindKey.SCHEMA))) {
            problems.add(BindKey.property(bind, BindKey.SCHEMA) + "=" + DROP_AND_CREATE
                    + " would empty each database of the dynamic "
                    + BindNames.display(bind) + " whenever it is opened: set create, update, validate or none");
        }
        atLeastOne(bind, BindKey.MAX_OPEN, problems);
        atLeastOne(bind, BindKey.MAX_CONNECTIONS, problems);
        try {
            Pattern.compile(values.value(bind, BindKey.KEY_PATTERN));
        } catch (PatternSyntaxException e) {
            problems.add(BindKey.property(bind, BindKey.KEY_PATTERN) + " is no regular expression: " + e.getDescription());
        }
    }

    private static String together(String one, String other) {
        return one + " and " + other + " cannot be set together: leave one of them away";
    }

    private void atLeastOne(String bind, String key, List<String> problems) {
        String value = values.value(bind, key);
        if (value.matches("-?\\d+") && !value.matches("0*[1-9]\\d*")) { // what is no number the mapping refuses
            problems.add(BindKey.property(bind, key) + " must be at least 1: " + value);
        }
    }

    private void without(String bind, List<String> problems) {
        String url = values.value(bind, BindKey.URL);
        if (url != null && url.contains(KEY)) {
            problems.add(BindKey.property(bind, BindKey.URL) + " has " + KEY
                    + " in it, where the key of a database is to stand: set " + BindKey.property(bind, BindKey.DYNAMIC)
                    + "=true");
        }
        for (String key : BindKey.OF_DYNAMIC) {
            String property = BindKey.property(bind, key);
            ConfigValue value = lookup.apply(property);
            if (value != null && value.getValue() != null) {
                problems.add("'" + property + "' is for a bind whose databases are opened on the fly: set "
                        + BindKey.property(bind, BindKey.DYNAMIC) + "=true, or leave it away");
            }
        }
    }
}
