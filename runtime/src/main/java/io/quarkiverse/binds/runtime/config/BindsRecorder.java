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
import io.quarkus.runtime.annotations.Recorder;
import io.smallrye.config.SmallRyeConfig;

/** What of this package runs when the application starts. */
@Recorder
public class BindsRecorder {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    /**
     * Refuses a configuration that cannot be right, before a pool is made of it.
     *
     * @param kinds the binds that were built, with the kind of database each was built for
     * @param leftOpen the properties of the build that nobody had set then
     */
    public void check(Map<String, String> kinds, Set<String> leftOpen) {
        SmallRyeConfig config = config();
        OldKeys.warnings(config.getPropertyNames()).forEach(LOG::warn);
        LeftOpen.warnings(config, leftOpen).forEach(LOG::warn);
        new ConfigCheck(config).atStart(kinds, leftOpen);
    }

    /** The bean that lists the binds. */
    public Supplier<Binds> binds(Map<String, String> kinds, Map<String, List<String>> entities, Set<String> leftOpen) {
        return () -> new ConfiguredBinds(config(), kinds, entities, leftOpen);
    }

    /** Says in the log what was started. */
    public void report() {
        for (BindInfo bind : Arc.container().instance(Binds.class).get().list()) {
            LOG.info(StartReport.line(bind));
            if (bind.url().isEmpty() && bind.settings().stream().noneMatch(BindsRecorder::needsNoUrl)) {
                LOG.warnf("%s has no URL: using it fails until %s is set",
                        BindNames.displayFirst(bind.name()), BindKey.property(bind.name(), BindKey.URL));
            }
        }
    }

    /** Says what two-phase commit needs in production and has not been given. */
    public void adviseTwoPhase() {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            TwoPhaseAdvice.warnings(config()::getConfigValue).forEach(LOG::warn);
        }
    }

    private static SmallRyeConfig config() {
        return ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
    }

    private static boolean needsNoUrl(BindSetting setting) {
        return setting.key().equals(BindKey.ACTIVE) && setting.value().equals("false")
                || setting.key().equals(BindKey.DYNAMIC) && setting.value().equals("true");
    }
}
