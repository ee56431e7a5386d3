package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.quarkiverse.binds.runtime.url.DatabaseUrlException;
import io.quarkiverse.binds.runtime.url.Nearest;
import io.quarkiverse.binds.runtime.url.UntrustedUrl;
import io.quarkus.datasource.common.runtime.DatabaseKind;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/**
 * Checks all of {@code quarkus.binds} before the application is built or a pool is made. The same checks run at build and at
 * start, because each sees keys that the other does not.
 */
public final class ConfigCheck {

    /** Keys whose unset variables are reported by the checks of URLs. */
    private static final Set<String> WITH_CHECKED_URL = Set.of(Key.URL.key(), Key.REPLICAS.key());

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}:$]+)}");

    private final ConfigSnapshot snapshot;
    private final SmallRyeConfig config;
    private final ConfiguredBindNames model;
    private final BindPropertyLookup values;
    private final Map<String, List<String>> driverProperties;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param driverProperties the property names that the drivers know, by db-kind; properties of other kinds are not checked
     */
    public ConfigCheck(SmallRyeConfig config, Map<String, List<String>> driverProperties) {
        this(new ConfigSnapshot(config), driverProperties);
    }

    ConfigCheck(ConfigSnapshot snapshot, Map<String, List<String>> driverProperties) {
        this.snapshot = snapshot;
        this.config = snapshot.config();
        this.model = snapshot.model();
        this.values = snapshot.values();
        this.driverProperties = driverProperties;
    }

    /**
     * Refuses unknown keys, names that are not those of binds, and invalid URLs.
     *
     * @throws ConfigurationException with all problems
     */
    public void atBuild() {
        problems.addAll(new KeyNameCheck(snapshot).problems());
        problems.addAll(SpellingCheck.problems(snapshot));
        checkUrls(false);
        problems.addAll(new DriverPropertyCheck(config, values, model, driverProperties).problems());
        checkDynamic();
        checkForeignDrivers();
        throwIfAny();
    }

    /**
     * Makes the checks of {@link #atBuild()}, and those that need the result of the build.
     *
     * @param kinds the binds in the built application, each with its kind of database
     * @param leftOpen the build-time properties that were not set at build
     * @throws ConfigurationException with all problems
     */
    void atStart(Map<String, String> kinds, Set<String> leftOpen) {
        problems.addAll(new KeyNameCheck(snapshot).problems());
        problems.addAll(SpellingCheck.problems(snapshot));
        checkUrls(true);
        problems.addAll(new DriverPropertyCheck(config, values, model, driverProperties).problems());
        checkDynamic();
        checkForeignDrivers();
        checkVariables();
        checkBuilt(kinds);
        checkBuiltDynamic(leftOpen);
        throwIfAny();
    }

    private void checkUrls(boolean variablesMustBeSet) {
        for (String bind : model.binds()) {
            checkUrl(bind, Key.URL, "The URL", variablesMustBeSet);
            checkUrl(bind, Key.REPLICAS, "The URL of the replicas", variablesMustBeSet);
        }
    }

    private void checkUrl(String bind, Key key, String what, boolean variablesMustBeSet) {
        if (!snapshot.mayHave(bind, key)) {
            return;
        }
        String property = BindKey.property(bind, key);
        ConfigValue value = config.getConfigValue(property);
        if (value.hasProblems()) {
            if (variablesMustBeSet && isUsed(bind)) {
                problems.add(what + " of " + BindNames.display(bind) + " (" + property + ")" + unset(value));
            }
        } else if (value.getValue() != null && !value.getValue().isBlank()) {
            try {
                if (key == Key.URL && values.isDynamic(bind)) {
                    UntrustedUrl.checkTemplate(value.getValue().trim());
                } else {
                    DatabaseUrl.parse(value.getValue().trim());
                }
            } catch (DatabaseUrlException e) {
                problems.add(what + " of " + BindNames.display(bind) + " (" + property + ") is refused: " + e.getMessage());
            }
        }
    }

    private void checkDynamic() {
        DynamicCheck check = new DynamicCheck(snapshot);
        for (String bind : model.binds()) {
            problems.addAll(check.problems(bind));
        }
    }

    private void checkForeignDrivers() {
        ForeignDriverCheck check = new ForeignDriverCheck(snapshot);
        for (String bind : model.binds()) {
            problems.addAll(check.problems(bind));
        }
    }

    /** Whether the URL of a bind is used: the bind is active, and no URL is set under Quarkus's own key. */
    private boolean isUsed(String bind) {
        return !"false".equals(config.getConfigValue(BindKey.property(bind, Key.ACTIVE)).getValue())
                && !DerivedValue
                        .isSetByUser(config.getConfigValue(QuarkusKey.datasource(bind, QuarkusKey.JDBC_URL).property()));
    }

    /** Refuses values with an unset variable, which would be ignored silently otherwise, such as a password. */
    private void checkVariables() {
        for (String property : snapshot.names()) {
            BindKey key = property.startsWith(BindKey.PREFIX) ? BindKey.parse(property) : null;
            if (key != null && key.known() && !WITH_CHECKED_URL.contains(key.key())) {
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

    private void checkBuilt(Map<String, String> kinds) {
        for (String bind : model.binds()) {
            String built = kinds.get(bind);
            if (built == null) {
                problems.add("There is no " + (BindNames.isDefault(bind) ? "default bind" : BindNames.display(bind))
                        + " in this application: it was not configured when the"
                        + " application was built. Binds are fixed at build; build it with "
                        + BindKey.property(bind, Key.DB_KIND) + " or correct the name" + Nearest.end(bind, kinds.keySet())
                        + " The binds of this application are: "
                        + kinds.keySet().stream().sorted().collect(Collectors.joining(", ")));
                continue;
            }
            if (values.value(bind, Key.REPLICAS) != null && values.isTwoPhase(bind)) {
                problems.add(BindKey.property(bind, Key.REPLICAS) + " and " + BindKey.property(bind, Key.TWO_PHASE)
                        + " cannot be combined: remove one of them");
            }
            checkReadYourWrites(bind, built);
            checkCreateDatabase(bind);
            DatabaseUrl url = values.url(bind);
            String kind = url == null ? null : url.kind().orElse(null);
            if (kind != null && !kind.equals(built.toLowerCase(Locale.ROOT))) {
                problems.add("The URL of " + BindNames.display(bind) + ", " + url + ", is of the kind '" + kind
                        + "', but the application was built for '" + built + "'. The kind is fixed at build: build with "
                        + BindKey.property(bind, Key.DB_KIND) + "=" + kind + ", or set a URL of the kind '" + built + "'");
            }
        }
    }

    private void checkReadYourWrites(String bind, String kind) {
        if (values.value(bind, Key.REPLICAS) != null && !DatabaseKind.isMySQL(kind) && !DatabaseKind.isMariaDB(kind)
                && !DatabaseKind.isPostgreSQL(kind)
                && ReadYourWrites.WAIT.configName().equalsIgnoreCase(values.value(bind, Key.READ_YOUR_WRITES))) {
            problems.add(BindKey.property(bind, Key.READ_YOUR_WRITES) + "=" + ReadYourWrites.WAIT.configName()
                    + " works with MySQL, MariaDB and PostgreSQL only, and the application was built for '" + kind
                    + "': set it to "
                    + ReadYourWrites.SESSION.configName() + " or " + ReadYourWrites.OFF.configName());
        }
    }

    private void checkCreateDatabase(String bind) {
        if (!Boolean.parseBoolean(values.value(bind, Key.CREATE_DATABASE))) {
            return;
        }
        String property = BindKey.property(bind, Key.CREATE_DATABASE);
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            problems.add(
                    "'" + property + "=true' is allowed in dev mode and tests only: in production it would create an empty"
                            + " database for a mistyped name. Set %dev." + property + " and %test." + property + " instead");
        }
        if (values.isDynamic(bind) || values.isTwoPhase(bind)) {
            problems.add(
                    property + " and " + BindKey.property(bind, values.isDynamic(bind) ? Key.DYNAMIC : Key.TWO_PHASE)
                            + " cannot be combined: " + (values.isDynamic(bind)
                                    ? "create each database of a dynamic bind before its first use"
                                    : "create the database yourself"));
        }
    }

    /**
     * Refuses {@code dynamic} if it is set at a start only: the build decides whether a persistence unit has one database or
     * many.
     */
    private void checkBuiltDynamic(Set<String> leftOpen) {
        for (String bind : model.binds()) {
            String property = BindKey.property(bind, Key.DYNAMIC);
            if (leftOpen.contains(property) && values.isDynamic(bind)) {
                problems.add(
                        "'" + property + "=true' cannot be set at run time: it was not set when the application was built."
                                + " Build with it");
            }
        }
    }

    private void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems.size() == 1 ? problems.get(0)
                    : problems.stream()
                            .collect(Collectors.joining("\n- ", "The configuration of the binds contains errors:\n- ", "")));
        }
    }
}
