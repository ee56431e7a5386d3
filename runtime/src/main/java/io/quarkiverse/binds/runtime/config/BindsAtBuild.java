package io.quarkiverse.binds.runtime.config;

import java.util.Set;
import java.util.TreeSet;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/** The binds of the configuration with which an application is built. */
public final class BindsAtBuild {

    private final SmallRyeConfig config;
    private final ConfiguredBindNames model;
    private final BindPropertyLookup values;

    public BindsAtBuild(SmallRyeConfig config) {
        this.config = config;
        model = ConfiguredBindNames.of(config.getPropertyNames().iterator());
        values = new BindPropertyLookup(config::getConfigValue);
    }

    /** The names of the binds, {@link io.quarkiverse.binds.Bind#DEFAULT} for the default one. */
    public Set<String> names() {
        return model.binds();
    }

    /**
     * The kind of database of a bind.
     *
     * @return null if the configuration does not have it
     */
    public String kind(String bind) {
        return values.kind(bind);
    }

    /** The naming rule for the tables of a bind. */
    public TableNames tableNames(String bind) {
        return TableNames.JPA.configName().equals(values.value(bind, Key.TABLE_NAMES)) ? TableNames.JPA
                : TableNames.SNAKE_CASE;
    }

    /** The binds that commit by XA. */
    public Set<String> twoPhase() {
        Set<String> binds = new TreeSet<>(names());
        binds.removeIf(bind -> !values.isTwoPhase(bind));
        return binds;
    }

    /** The binds whose databases are opened on the fly. */
    public Set<String> dynamic() {
        Set<String> binds = new TreeSet<>(names());
        binds.removeIf(bind -> !values.isDynamic(bind));
        return binds;
    }

    /** The binds that Quarkus's own key excludes from health checks. */
    public Set<String> excludedFromHealth() {
        Set<String> binds = new TreeSet<>(names());
        binds.removeIf(bind -> {
            ConfigValue exclude = config.getConfigValue(QuarkusKey.datasource(bind, QuarkusKey.HEALTH_EXCLUDE).property());
            return !DerivedValue.isSetByUser(exclude) || !Boolean.parseBoolean(exclude.getValue().trim());
        });
        return binds;
    }

    /** The properties of the build that are not set: setting them at a start logs a warning. */
    public Set<String> leftOpen() {
        return UnsetBuildTimeProperties.atBuild(config, model.binds());
    }

    /**
     * Whether the user has disabled blocking persistence units; the derived value of {@link QuarkusKey#BLOCKING} is the same.
     */
    public boolean isHibernateOff() {
        ConfigValue blocking = config.getConfigValue(QuarkusKey.BLOCKING);
        return "false".equals(blocking.getValue()) && !DerivedValue.isDerived(blocking);
    }
}
