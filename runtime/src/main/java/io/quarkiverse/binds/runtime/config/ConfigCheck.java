package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.quarkiverse.binds.runtime.url.DatabaseUrlException;
import io.quarkiverse.binds.runtime.url.OutsideUrl;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/**
 * Reads all of {@code quarkus.binds} and says what is wrong with it, before anything is built or opened on its ground. The same
 * checks run at build and at start, because each of the two sees keys that the other does not.
 */
public final class ConfigCheck {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}:$]+)}");

    private final SmallRyeConfig config;
    private final List<String> problems = new ArrayList<>();

    public ConfigCheck(SmallRyeConfig config) {
        this.config = config;
    }

    /**
     * Keys that no bind has, names that are no bind's, and URLs that cannot be right.
     *
     * @throws ConfigurationException with all of them
     */
    public void atBuild() {
        BindsModel model = checkNames();
        checkUrls(false);
        checkDynamic(model);
        throwIfAny();
    }

    /**
     * The same, and what only the start can know.
     *
     * @param kinds the binds that were built, with the kind of database each was built for
     * @param leftOpen the properties of the build that nobody had set then
     * @throws ConfigurationException with all that is wrong
     */
    void atStart(Map<String, String> kinds, Set<String> leftOpen) {
        BindsModel model = checkNames();
        checkUrls(true);
        checkDynamic(model);
        checkVariables();
        checkBuilt(model, kinds);
        checkBuiltDynamic(model, leftOpen);
        throwIfAny();
    }

    private BindsModel checkNames() {
        List<String> names = new ArrayList<>();
        config.getPropertyNames().forEach(names::add);
        for (String name : names) {
            if (!name.startsWith(BindKey.PREFIX)) {
                continue;
            }
            if (name.startsWith(BindKey.SESSION)) {
                checkSessionKey(name);
                continue;
            }
            BindKey key = BindKey.parse(name);
            if (key == null || BindNames.isDefault(key.bind()) && !key.known()) {
                problems.add("Unknown key '" + name + "'. " + knownKeys());
            } else if (BindNames.isReserved(key.bind())) {
                problems.add(
                        "'" + key.bind() + "' in '" + name + "' cannot be the name of a bind, because it begins a key. Reserved"
                                + " names are: " + String.join(", ", BindNames.reservedNames()));
            } else if (!key.known()) {
                problems.add("Unknown key '" + key.key() + "' of " + BindNames.display(key.bind()) + " in '" + name + "'. "
                        + knownKeys());
            } else if (key.bind().equals(BindNames.ALL)
                    && BindValues.NOT_FOR_ALL.contains(key.key())) {
                problems.add("'" + name + "' cannot be set for all binds: set it for each bind, as quarkus.binds." + key.key()
                        + " (default bind) or quarkus.binds.<name>." + key.key());
            }
        }
        return BindsModel.of(names.iterator());
    }

    private void checkSessionKey(String name) {
        String key = name.substring(BindKey.SESSION.length());
        if (BindKey.KNOWN.contains(key)) {
            problems.add(
                    "'session' in '" + name + "' cannot be the name of a bind, because it begins a key. Reserved names are: "
                            + String.join(", ", BindNames.reservedNames()));
        } else if (!BindKey.SESSION_KEYS.contains(key)) {
            problems.add("Unknown key '" + name + "'. The keys of sessions are: "
                    + BindKey.SESSION_KEYS.stream().map(k -> BindKey.SESSION + k).collect(Collectors.joining(", ")));
        }
    }

    private static String knownKeys() {
        return "The keys of a bind are: " + String.join(", ", BindKey.KNOWN) + ", " + BindKey.DRIVER_PROPERTIES
                + ".*; they stand under quarkus.binds (default bind), quarkus.binds.<name> or quarkus.binds.\"*\" (all binds)";
    }

    private void checkUrls(boolean variablesMustBeSet) {
        for (String bind : BindsModel.of(config.getPropertyNames().iterator()).binds()) {
            checkUrl(bind, BindKey.URL, "The URL", variablesMustBeSet);
            checkUrl(bind, BindKey.REPLICAS, "The URL of the replicas", variablesMustBeSet);
        }
    }

    private void checkUrl(String bind, String key, String what, boolean variablesMustBeSet) {
        String property = BindKey.property(bind, key);
        ConfigValue value = config.getConfigValue(property);
        if (value.hasProblems()) {
            if (variablesMustBeSet && isUsed(bind)) {
                problems.add(what + " of " + BindNames.display(bind) + " (" + property + ")" + unset(value));
            }
        } else if (value.getValue() != null && !value.getValue().isBlank()) {
            try {
                if (key.equals(BindKey.URL) && new BindValues(config::getConfigValue).isDynamic(bind)) {
                    OutsideUrl.checkTemplate(value.getValue().trim());
                } else {
                    DatabaseUrl.parse(value.getValue().trim());
                }
            } catch (DatabaseUrlException e) {
                problems.add(what + " of " + BindNames.display(bind) + " (" + property + ") is refused: " + e.getMessage());
            }
        }
    }

    private void checkDynamic(BindsModel model) {
        DynamicCheck check = new DynamicCheck(config::getConfigValue);
        model.binds().forEach(bind -> problems.addAll(check.problems(bind)));
    }

    /** A bind that is not in use, or whose URL is set by Quarkus's own key, does not need the one it has. */
    private boolean isUsed(String bind) {
        return !"false".equals(config.getConfigValue(BindKey.property(bind, BindKey.ACTIVE)).getValue())
                && !Derived.isSetByUser(config.getConfigValue(QuarkusKey.datasource(bind, Derivations.URL).property()));
    }

    /** A value with an unset variable would be taken for none: a password, for one, would be left out without a word. */
    private void checkVariables() {
        for (String property : config.getPropertyNames()) {
            BindKey key = BindKey.parse(property);
            if (key != null && key.known() && !key.key().equals(BindKey.URL) && !key.key().equals(BindKey.REPLICAS)) {
                ConfigValue value = config.getConfigValue(property);
                if (value.hasProblems()) {
                    problems.add("The " + key.key() + " of "
                            + (key.bind().equals(BindNames.ALL) ? "all binds" : BindNames.display(key.bind())) + " (" + property
                            + ")" + unset(value));
                }
            }
        }
    }

    private String unset(ConfigValue value) {
        String raw = value.getRawValue() == null ? "" : value.getRawValue();
        Matcher variables = VARIABLE.matcher(raw);
        List<String> unset = variables.results().map(result -> result.group(1))
                .filter(variable -> config.getConfigValue(variable).getValue() == null).distinct().toList();
        return " refers to "
                + (unset.isEmpty() ? "something" : String.join(", ", unset))
                + ", which is not set: set it in the environment or as a property, or give a default as in ${NAME:default}";
    }

    private void checkBuilt(BindsModel model, Map<String, String> kinds) {
        Function<String, ConfigValue> lookup = config::getConfigValue;
        BindValues values = new BindValues(lookup);
        for (String bind : model.binds()) {
            String built = kinds.get(bind);
            if (built == null) {
                problems.add("There is no " + (BindNames.isDefault(bind) ? "default bind" : BindNames.display(bind))
                        + " in this application: it was not configured when the"
                        + " application was built. Binds are fixed at build; build it with "
                        + BindKey.property(bind, BindKey.DB_KIND) + " or correct the name. The binds of this application are: "
                        + kinds.keySet().stream().sorted().collect(Collectors.joining(", ")));
                continue;
            }
            if (values.value(bind, BindKey.REPLICAS) != null && values.isTwoPhase(bind)) {
                problems.add(BindKey.property(bind, BindKey.REPLICAS) + " and " + BindKey.property(bind, BindKey.TWO_PHASE)
                        + " cannot be set together: leave one of them away");
            }
            DatabaseUrl url = values.url(bind);
            String kind = url == null ? null : url.kind().orElse(null);
            if (kind != null && !kind.equals(built.toLowerCase(Locale.ROOT))) {
                problems.add("The URL of " + BindNames.display(bind) + ", " + url + ", is of the kind '" + kind
                        + "', but the application was built for '" + built + "'. The kind is fixed at build: build with "
                        + BindKey.property(bind, BindKey.DB_KIND) + "=" + kind + ", or set a URL of the kind '" + built + "'");
            }
        }
    }

    /** A unit for one database cannot become one for many when it starts. */
    private void checkBuiltDynamic(BindsModel model, Set<String> leftOpen) {
        BindValues values = new BindValues(config::getConfigValue);
        for (String bind : model.binds()) {
            String property = BindKey.property(bind, BindKey.DYNAMIC);
            if (leftOpen.contains(property) && values.isDynamic(bind)) {
                problems.add(
                        "'" + property + "=true' comes too late: it was not set when the application was built. Build with it");
            }
        }
    }

    private void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems.size() == 1 ? problems.get(0)
                    : problems.stream()
                            .collect(Collectors.joining("\n- ", "The configuration of the binds is wrong:\n- ", "")));
        }
    }
}
