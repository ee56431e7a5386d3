package io.quarkiverse.binds.runtime.config;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import io.smallrye.config.Priorities;

/**
 * Makes Quarkus see the datasources and persistence units of the binds: for keys of {@code quarkus.datasource},
 * {@code quarkus.hibernate-orm} and {@code quarkus.flyway} that the user did not set, it returns the values that
 * {@link PropertyMapping} derives. It runs wherever configuration is read: at build, at static init and at run time.
 * <p>
 * The names that it lists have one spelling for each key, since a configuration mapping that finds two spellings reads one and
 * overlooks the other. Environment variables are listed as the keys of the binds that they set.
 * {@link SpellingsConfigInterceptor} finds the values of both spellings. In a process that runs a command of migrations,
 * {@link CommandOverrides} has the last word.
 */
// called before profiles (200), expressions (300) and fallbacks (600): it sees the values that an application gets
@Priority(Priorities.LIBRARY + 700)
public final class BindsConfigInterceptor implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;

    private transient volatile Names names;
    private transient volatile CommandMode command;
    /** Whether this process is known to run no command of migrations: then commands cost a lookup nothing. */
    private transient volatile boolean withoutCommand;

    /** The binds in one chain of sources. A configuration builds several chains while it starts. */
    private static final class Names {

        private final ConfigSourceInterceptorContext context;
        private final ConfiguredBindNames model;
        private final Set<String> binds;
        private final BindPropertyLookup values;
        private final Map<String, Follower> followers = new ConcurrentHashMap<>();

        Names(ConfigSourceInterceptorContext context) {
            this.context = context;
            this.model = ConfiguredBindNames.of(context.iterateNames());
            this.binds = model.binds();
            this.values = new BindPropertyLookup(context::proceed);
        }

        private Follower add(String name) {
            QuarkusKey key = QuarkusKey.parse(name, model.named());
            Follower follower = key != null && binds.contains(key.bind()) && PropertyMapping.has(key.root(), key.key())
                    ? new Follower(key)
                    : NONE;
            followers.put(name, follower);
            return follower;
        }
    }

    /** Placeholder for each key of Quarkus that is not derived from a bind. */
    private static final Follower NONE = new Follower(null);

    /** A key of Quarkus that may be derived from a bind, with its value once it is derived. */
    private static final class Follower {

        private final QuarkusKey key;
        private volatile Optional<ConfigValue> derived;

        Follower(QuarkusKey key) {
            this.key = key;
        }

        /**
         * Derives the value once for a chain, since Quarkus reads most keys several times. Passwords are not kept, nor values
         * that are read while expressions are not expanded, as Dev Services do.
         */
        private ConfigValue value(BindPropertyLookup values, boolean expanded) {
            if (derived != null && expanded) {
                return derived.orElse(null);
            }
            ConfigValue value = PropertyMapping.derive(values, key);
            if (expanded && !key.key().equals(QuarkusKey.PASSWORD)) {
                derived = Optional.ofNullable(value);
            }
            return value;
        }
    }

    /**
     * Looks up a value. Called for each lookup of the application; most are for other keys and cost a comparison of strings.
     */
    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        CommandMode current = withoutCommand ? null : command(context, name);
        ConfigValue fixed = current == null ? null : CommandOverrides.fixed(name, current);
        if (fixed != null) {
            return fixed;
        }
        // compared here, since a start makes thousands of lookups before a method is compiled
        boolean mayFollow = name.startsWith(QuarkusKey.DATASOURCE) || name.startsWith(QuarkusKey.HIBERNATE)
                || name.startsWith(QuarkusKey.FLYWAY);
        ConfigValue value = mayFollow ? setOrDerived(context, name) : context.proceed(name);
        return current == null ? value : CommandOverrides.changed(name, value);
    }

    /** The command of migrations that this process runs; null if there is none, or if it does not concern the property. */
    private CommandMode command(ConfigSourceInterceptorContext context, String name) {
        if (!name.startsWith("quarkus.") || !CommandOverrides.isStarting() || name.equals(CommandMode.KEY)) {
            return null;
        }
        CommandMode current = command;
        if (current == null) {
            ConfigValue set = context.proceed(CommandMode.KEY);
            current = CommandMode.ofProcess(
                    set == null ? CommandMode.DEFAULT_NAME : set.getValue() == null ? "" : set.getValue());
            command = current;
            withoutCommand = !current.isCommand();
        }
        return current.isCommand() ? current : null;
    }

    private ConfigValue setOrDerived(ConfigSourceInterceptorContext context, String name) {
        Names current = names(context);
        ConfigValue set = context.proceed(name);
        if (current.binds.isEmpty() || DerivedValue.isSetByUser(set)) {
            return set;
        }
        if (name.equals(QuarkusKey.BLOCKING)) {
            return DerivedValue.value(name, "false", null);
        }
        Follower follower = current.followers.get(name);
        if (follower == null) {
            follower = current.add(name);
        }
        ConfigValue derived = follower == NONE ? null : follower.value(current.values, Expressions.isEnabled());
        return derived == null || isLeftToUser(context, follower.key) ? set : derived.withName(name);
    }

    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        Names current = names(context);
        ConfiguredBindNames model = current.model;
        if (model.binds().isEmpty()) {
            return ListedNames.of(context.iterateNames()).iterator();
        }
        Set<String> result = new LinkedHashSet<>();
        for (String name : ListedNames.of(context.iterateNames())) {
            boolean mayBelong = name.startsWith(BindKey.PREFIX) || name.startsWith(QuarkusKey.DATASOURCE)
                    || name.startsWith(QuarkusKey.HIBERNATE) || name.startsWith(QuarkusKey.FLYWAY);
            result.add(mayBelong ? model.normalize(name) : name);
        }
        result.addAll(model.derivableNames());
        for (String bind : model.binds()) {
            current.values.driverDefaults(bind).forEach(property -> result
                    .add(QuarkusKey.datasource(bind, QuarkusKey.DRIVER_PROPERTIES + property).property()));
        }
        return result.iterator();
    }

    private Names names(ConfigSourceInterceptorContext context) {
        Names current = names;
        if (current == null || current.context != context) {
            current = new Names(context);
            names = current;
        }
        return current;
    }

    /** Whether a key is not derived from a bind because the user set another key of Quarkus with the same meaning. */
    private static boolean isLeftToUser(ConfigSourceInterceptorContext context, QuarkusKey key) {
        if (key.root().equals(QuarkusKey.HIBERNATE) && key.key().equals(QuarkusKey.SCHEMA)) {
            QuarkusKey old = QuarkusKey.hibernate(key.bind(), QuarkusKey.OLD_SCHEMA);
            return DerivedValue.isSetByUser(context.proceed(old.property()));
        }
        if (key.root().equals(QuarkusKey.DATASOURCE) && key.key().equals(QuarkusKey.DRIVER)) {
            QuarkusKey transactions = QuarkusKey.datasource(key.bind(), QuarkusKey.TRANSACTIONS);
            ConfigValue set = context.proceed(transactions.property());
            return set != null && "xa".equalsIgnoreCase(set.getValue());
        }
        return false;
    }
}
