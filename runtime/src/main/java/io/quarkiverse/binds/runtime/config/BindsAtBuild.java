package io.quarkiverse.binds.runtime.config;

import java.util.Set;
import java.util.TreeSet;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/** The binds of a configuration, for those who build an application of it. */
public final class BindsAtBuild {

    private final SmallRyeConfig config;
    private final BindsModel model;
    private final BindValues values;

    public BindsAtBuild(SmallRyeConfig config) {
        this.config = config;
        model = BindsModel.of(config.getPropertyNames().iterator());
        values = new BindValues(config::getConfigValue);
    }

    /** The names of the binds, {@link io.quarkiverse.binds.Bind#DEFAULT} for the default one. */
    public Set<String> names() {
        return model.binds();
    }

    /**
     * The kind of database of a bind.
     *
     * @return null if the configuration does not say it
     */
    public String kind(String bind) {
        return values.kind(bind);
    }

    /** How tables are named in a bind. */
    public TableNames tableNames(String bind) {
        return TableNames.JPA.configName().equals(values.value(bind, BindKey.TABLE_NAMES)) ? TableNames.JPA
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

    /** The properties that a build reads and that nobody has set, so that a start that sets them can be told. */
    public Set<String> leftOpen() {
        return LeftOpen.atBuild(config, model.binds());
    }

    /** Whether the user wants no blocking persistence units, which is also what {@link Derivations#BLOCKING} looks like. */
    public boolean isHibernateOff() {
        ConfigValue blocking = config.getConfigValue(Derivations.BLOCKING);
        return "false".equals(blocking.getValue()) && !Derived.isDerived(blocking);
    }
}
