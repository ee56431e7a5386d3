package io.quarkiverse.binds.runtime.config;

import java.util.HashMap;
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
        private final BindPropertyLookup values;
        /** The blocks of keys of the binds, by the part of a property before the key, in both spellings. */
        private final Map<String, Block> blocks = new HashMap<>();
        /** The values derived so far: Quarkus reads most keys several times. */
        private final Map<String, Optional<ConfigValue>> derived = new ConcurrentHashMap<>();

        Names(ConfigSourceInterceptorContext context) {
            this.context = context;
            this.model = ConfiguredBindNames.of(context.iterateNames());
            this.values = new BindPropertyLookup(context::proceed);
            for (String bind : model.binds()) {
                for (String root : QuarkusKey.roots()) {
                    Block block = new Block(root, bind, PropertyMapping.keys(root).keySet());
                    blocks.put(QuarkusKey.prefix(root, bind), block);
                    if (!BindNames.isDefault(bind)) {
                        blocks.putIfAbsent(root + bind + ".", block);
                    }
                }
            }
        }
    }

    /**
     * The keys of Quarkus in one root that may be derived from a bind.
     *
     * @param keys below the name of the bind
     */
    private record Block(String root, String bind, Set<String> keys) {

        /** The other key of Quarkus that a user may have set instead of this one; null if there is none. */
        private String alternative(String key) {
            return key.equals(QuarkusKey.SCHEMA) && root.equals(QuarkusKey.HIBERNATE)
                    ? QuarkusKey.prefix(root, bind) + QuarkusKey.OLD_SCHEMA
                    : key.equals(QuarkusKey.DRIVER) && root.equals(QuarkusKey.DATASOURCE)
                            ? QuarkusKey.prefix(root, bind) + QuarkusKey.TRANSACTIONS
                            : null;
        }
    }

    /**
     * Looks up a value. It is called for each lookup of the application, thousands of times before it is compiled, so it makes
     * no call of its own for a key that is not derived from a bind.
     */
    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        CommandMode current = withoutCommand ? null : command(context, name);
        ConfigValue fixed = current == null ? null : CommandOverrides.fixed(name, current);
        if (fixed != null) {
            return fixed;
        }
        ConfigValue set = context.proceed(name);
        String root = !name.startsWith("quarkus.") ? null
                : name.startsWith(QuarkusKey.DATASOURCE) ? QuarkusKey.DATASOURCE
                        : name.startsWith(QuarkusKey.HIBERNATE) ? QuarkusKey.HIBERNATE
                                : name.startsWith(QuarkusKey.FLYWAY) ? QuarkusKey.FLYWAY : null;
        ConfigValue value = set;
        if (root != null) {
            Names chain = names;
            if (chain == null || chain.context != context) {
                chain = names(context);
            }
            int segment = root.length();
            boolean quoted = name.startsWith("\"", segment);
            int end = name.indexOf('.', quoted ? name.indexOf('"', segment + 1) : segment) + 1;
            Block block = chain.blocks.get(name.substring(0, end));
            int start = block == null ? segment : end;
            block = block == null && !quoted ? chain.blocks.get(root) : block;
            String key = name.substring(start);
            if (block != null && (block.keys.contains(key) || key.startsWith(QuarkusKey.DRIVER_PROPERTIES))) {
                value = setOrDerived(chain, block, name, key, set);
            } else if (name.equals(QuarkusKey.BLOCKING) && !chain.blocks.isEmpty() && !DerivedValue.isSetByUser(set)) {
                value = DerivedValue.value(name, "false", null);
            }
        }
        return current == null ? value : CommandOverrides.changed(name, value);
    }

    private static ConfigValue setOrDerived(Names chain, Block block, String name, String key, ConfigValue set) {
        if (DerivedValue.isSetByUser(set)) {
            return set;
        }
        // values that are read while expressions are not expanded, as by Dev Services, are not kept, nor are passwords
        boolean kept = Expressions.isEnabled() && !key.equals(QuarkusKey.PASSWORD);
        Optional<ConfigValue> known = kept ? chain.derived.get(name) : null;
        if (known == null) {
            known = Optional.ofNullable(PropertyMapping.derive(chain.values, block.root, block.bind, key, name));
            if (kept) {
                chain.derived.put(name, known);
            }
        }
        return known.isEmpty() || isLeftToUser(chain.context, block, key) ? set : known.get();
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

    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        Names current = names(context);
        ConfiguredBindNames model = current.model;
        if (model.binds().isEmpty()) {
            return ListedNames.of(context.iterateNames()).iterator();
        }
        Set<String> result = new LinkedHashSet<>();
        for (String name : ListedNames.of(context.iterateNames())) {
            boolean mayBeOther = name.startsWith(BindKey.PREFIX) || name.startsWith(QuarkusKey.DATASOURCE)
                    || name.startsWith(QuarkusKey.HIBERNATE) || name.startsWith(QuarkusKey.FLYWAY);
            result.add(mayBeOther ? model.normalize(name) : name);
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
    private static boolean isLeftToUser(ConfigSourceInterceptorContext context, Block block, String key) {
        String alternative = key.equals(QuarkusKey.SCHEMA) || key.equals(QuarkusKey.DRIVER) ? block.alternative(key) : null;
        if (alternative == null) {
            return false;
        }
        ConfigValue set = context.proceed(alternative);
        return key.equals(QuarkusKey.SCHEMA) ? DerivedValue.isSetByUser(set)
                : set != null && QuarkusKey.XA.equalsIgnoreCase(set.getValue());
    }
}
