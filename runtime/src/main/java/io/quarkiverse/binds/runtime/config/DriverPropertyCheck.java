package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.quarkiverse.binds.runtime.url.DatabaseUrlException;
import io.quarkiverse.binds.runtime.url.DriverProperties;
import io.quarkiverse.binds.runtime.url.ForeignDriver;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/**
 * Finds driver properties that the driver would ignore: in URLs, under {@code driver-properties} and under Quarkus's own key.
 * Each is looked up in the list that the driver itself provides.
 */
final class DriverPropertyCheck {

    private final SmallRyeConfig config;
    private final ConfiguredBindNames model;
    private final BindPropertyLookup values;
    private final Map<String, List<String>> driverProperties;
    private final List<String> problems = new ArrayList<>();
    private List<QuarkusKey> ofQuarkus;

    /**
     * @param driverProperties the property names that the drivers know, by db-kind; properties of other kinds are not checked
     */
    DriverPropertyCheck(SmallRyeConfig config, BindPropertyLookup values, ConfiguredBindNames model,
            Map<String, List<String>> driverProperties) {
        this.config = config;
        this.model = model;
        this.values = values;
        this.driverProperties = driverProperties;
    }

    List<String> problems() {
        Set<String> ofAll = new TreeSet<>();
        Set<String> kinds = new HashSet<>();
        ofQuarkus = ofQuarkus();
        for (String bind : model.binds()) {
            String kind = values.kind(bind);
            kinds.add(String.valueOf(kind));
            List<String> names = kind == null ? null : driverProperties.get(kind);
            if (names != null && ForeignDriver.of(values.jdbcUrl(bind)) == null) {
                check(bind, new DriverProperties(kind, names));
            }
        }
        for (String key : model.keys(BindNames.ALL)) {
            if (key.startsWith(BindKey.DRIVER_PROPERTIES + ".")) {
                ofAll.add(key.substring(BindKey.DRIVER_PROPERTIES.length() + 1).replace("\"", ""));
            }
        }
        if (driverProperties.keySet().containsAll(kinds)) {
            ofAll.forEach(this::checkOfAll);
        }
        return problems;
    }

    private void check(String bind, DriverProperties driver) {
        String url = values.jdbcUrl(bind);
        if (url != null) {
            ConfigValue set = config.getConfigValue(QuarkusKey.datasource(bind, QuarkusKey.JDBC_URL).property());
            String key = DerivedValue.isSetByUser(set) ? set.getName() : BindKey.property(bind, Key.URL);
            DriverProperties.inUrl(url).forEach(name -> add(key, name, driver.problem(name)));
        }
        DatabaseUrl replicas = replicas(bind);
        if (replicas != null) {
            DriverProperties.inUrl(replicas.jdbcUrl())
                    .forEach(name -> add(BindKey.property(bind, Key.REPLICAS), name, driver.problem(name)));
        }
        for (String name : model.driverProperties()) {
            BindKey key = BindKey.ofDriver(bind, name);
            if (model.keys(bind).contains(key.key())) {
                add(key.property(), name, driver.problemBesideUrl(name));
            }
        }
        ofQuarkus.stream().filter(key -> key.bind().equals(bind)).forEach(key -> {
            String name = key.key().substring(QuarkusKey.DRIVER_PROPERTIES.length());
            add(key.property(), name, driver.problemBesideUrl(name));
        });
    }

    /** Driver properties that a user has set under Quarkus's own key. */
    private List<QuarkusKey> ofQuarkus() {
        List<QuarkusKey> keys = new ArrayList<>();
        for (String property : config.getPropertyNames()) {
            if (property.startsWith(QuarkusKey.DATASOURCE) && property.contains(QuarkusKey.DRIVER_PROPERTIES)
                    && DerivedValue.isSetByUser(config.getConfigValue(property))) {
                QuarkusKey key = QuarkusKey.parse(property, model.named());
                if (key != null && key.key().startsWith(QuarkusKey.DRIVER_PROPERTIES)) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    private DatabaseUrl replicas(String bind) {
        String url = values.value(bind, Key.REPLICAS);
        try {
            return url == null ? null : DatabaseUrl.parse(url);
        } catch (DatabaseUrlException e) {
            return null; // the check of the URL reports this
        }
    }

    private void add(String key, String name, String problem) {
        if (problem != null) {
            problems.add("The driver property '" + name + "' (" + key + ") " + problem);
        }
    }

    /**
     * Checks a property for all binds. It is valid if any driver of the application knows it; other profiles may have other
     * kinds.
     */
    private void checkOfAll(String property) {
        String problem = null;
        for (Map.Entry<String, List<String>> driver : driverProperties.entrySet()) {
            problem = new DriverProperties(driver.getKey(), driver.getValue()).problemBesideUrl(property);
            if (problem == null) {
                return;
            }
        }
        add(BindKey.ofDriver(BindNames.ALL, property).property(), property, problem);
    }
}
