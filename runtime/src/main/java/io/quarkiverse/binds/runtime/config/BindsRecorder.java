package io.quarkiverse.binds.runtime.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.BindSetting;
import io.quarkiverse.binds.Binds;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;
import io.smallrye.config.SmallRyeConfig;

/** Checks the configuration of the binds at the start, and reports the binds in the log. */
@Recorder
public class BindsRecorder {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    /**
     * Refuses an invalid configuration, before a pool is made of it.
     *
     * @param kinds the binds in the built application, each with its kind of database
     * @param leftOpen the build-time properties that were not set at build
     * @param driverProperties the property names that the drivers know, by db-kind
     * @param shutdown clears the cached configuration at the end of the application
     */
    public void check(Map<String, String> kinds, Set<String> leftOpen, Map<String, List<String>> driverProperties,
            ShutdownContext shutdown) {
        shutdown.addLastShutdownTask(BindConfiguration::forget);
        ConfigSnapshot snapshot = ConfigSnapshot.ofApplication();
        for (String warning : FlaskSqlAlchemyKeys.warnings(snapshot.names())) {
            LOG.warn(warning);
        }
        for (String warning : UnsetBuildTimeProperties.warnings(snapshot.config(), snapshot.listed(leftOpen))) {
            LOG.warn(warning);
        }
        new ConfigCheck(snapshot, driverProperties).atStart(kinds, leftOpen);
        ForeignDriverCheck drivers = new ForeignDriverCheck(snapshot);
        for (String bind : kinds.keySet()) {
            String warning = drivers.warning(bind);
            if (warning != null) {
                LOG.warn(warning);
            }
        }
    }

    /** Creates the bean that lists the binds. */
    public Supplier<Binds> binds(Map<String, String> kinds, Map<String, List<String>> entities, Set<String> leftOpen) {
        return () -> new ConfiguredBinds(ConfigSnapshot.ofApplication(), kinds, entities, leftOpen);
    }

    /** Logs a line for each bind. */
    public void report() {
        for (BindInfo bind : Arc.container().instance(Binds.class).get().list()) {
            LOG.info(StartReport.line(bind));
            if (bind.url().isEmpty() && !bind.dynamic() && bind.settings().stream().noneMatch(BindsRecorder::isInactive)) {
                LOG.warnf("%s has no URL: using it fails until %s is set",
                        BindNames.displayFirst(bind.name()), BindKey.property(bind.name(), Key.URL));
            }
        }
    }

    /** Warns of unset keys that two-phase commit needs in production. */
    public void adviseTwoPhase() {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            TwoPhaseAdvice.warnings(config()::getConfigValue).forEach(LOG::warn);
        }
    }

    private static SmallRyeConfig config() {
        return ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
    }

    private static boolean isInactive(BindSetting setting) {
        return setting.key().equals(Key.ACTIVE.key()) && setting.value().equals("false");
    }
}
