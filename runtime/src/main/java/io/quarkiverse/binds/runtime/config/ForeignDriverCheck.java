package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.binds.runtime.url.ForeignDriver;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/**
 * Says what the keys of a bind cannot do with a JDBC driver of which nothing but JDBC is known: what would be wrong is refused,
 * what has no effect is warned of.
 */
final class ForeignDriverCheck {

    private final SmallRyeConfig config;
    private final BindPropertyLookup values;

    ForeignDriverCheck(ConfigSnapshot snapshot) {
        this.config = snapshot.config();
        this.values = snapshot.values();
    }

    /** The keys that need a driver of the kind of the bind. */
    List<String> problems(String bind) {
        String driver = ForeignDriver.of(values.jdbcUrl(bind));
        List<String> problems = new ArrayList<>();
        if (driver != null && values.isTwoPhase(bind)) {
            problems.add(needsKnownDriver(bind, Key.TWO_PHASE, "true", driver));
        }
        if (driver != null && Boolean.parseBoolean(values.value(bind, Key.CREATE_DATABASE))) {
            problems.add(needsKnownDriver(bind, Key.CREATE_DATABASE, "true", driver));
        }
        String wait = ReadYourWrites.WAIT.configName();
        if (driver != null && values.value(bind, Key.REPLICAS) != null
                && wait.equalsIgnoreCase(values.value(bind, Key.READ_YOUR_WRITES))) {
            problems.add(needsKnownDriver(bind, Key.READ_YOUR_WRITES, wait, driver));
        }
        return problems;
    }

    private String needsKnownDriver(String bind, Key key, String value, String driver) {
        return BindKey.property(bind, key) + "=" + value + " needs a driver of the kind of the bind, but " + urlKey(bind)
                + " is a URL of the driver jdbc:" + driver + ": remove one of them";
    }

    /** @return null if the driver is known */
    String warning(String bind) {
        String driver = ForeignDriver.of(values.jdbcUrl(bind));
        if (driver == null || "false".equals(values.value(bind, Key.ACTIVE))) {
            return null;
        }
        return BindNames.displayFirst(bind) + " uses the driver jdbc:" + driver + " (" + urlKey(bind)
                + "), of which nothing but JDBC is known. It gets no timeouts: "
                + BindKey.property(bind, Key.POOL_LOGIN_TIMEOUT) + " bounds pings only, and a transaction that times out does"
                + " not end a statement that waits for a silent server, so set the timeouts of connecting and reading where"
                + " that driver is configured. Its sockets are not watched: " + BindKey.property(bind, Key.POOL_PRE_PING)
                + " and the readiness check ask the driver (Connection.isValid). "
                + BindKey.property(bind, BindKey.DRIVER_PROPERTIES)
                + " and the parameters of the URL are not checked, nor are the settings of the server. A commit that fails has"
                + " an unknown outcome, and is repeated only if the unit of work is idempotent";
    }

    private String urlKey(String bind) {
        ConfigValue set = config.getConfigValue(QuarkusKey.datasource(bind, QuarkusKey.JDBC_URL).property());
        return DerivedValue.isSetByUser(set) ? set.getName() : BindKey.property(bind, Key.URL);
    }
}
