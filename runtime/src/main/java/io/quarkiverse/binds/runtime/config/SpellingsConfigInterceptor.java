package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;

/**
 * Treats {@code users} and {@code "users"} as one name, in {@code quarkus.binds} and in Quarkus's own keys: a lookup of one
 * spelling looks up both, and the value of the higher source wins.
 */
// called after profiles (200): a profile wins over none and a source over a lower one, whatever the spelling
@Priority(Priorities.LIBRARY + 100)
public final class SpellingsConfigInterceptor implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;

    private static final String STAR_OF_A_PATH = BindKey.PREFIX + BindNames.ALL + ".";

    /** Placeholder for a prefix whose properties are looked up as they are. */
    private static final Spellings AS_IS = new Spellings("", "");

    private transient volatile Names names;

    /** The two spellings of the prefix of the properties of a bind. */
    private static final class Spellings {

        private final String quoted;
        private final String unquoted;

        Spellings(String quoted, String unquoted) {
            this.quoted = quoted;
            this.unquoted = unquoted;
        }
    }

    /** The names in one chain of sources. A configuration builds several chains while it starts. */
    private static final class Names {

        private final ConfigSourceInterceptorContext context;
        /** The spellings of the prefixes below {@code quarkus.binds} that were looked up, by that prefix in either spelling. */
        private final Map<String, Spellings> ofBinds = new ConcurrentHashMap<>();
        /** The spellings of the prefix of a named bind in Quarkus's own keys, by that prefix in either spelling. */
        private volatile Map<String, Spellings> ofQuarkus;

        Names(ConfigSourceInterceptorContext context) {
            this.context = context;
        }

        /** The binds of all profiles: the name of a bind in another profile does no harm. */
        private static Set<String> binds(ConfigSourceInterceptorContext context) {
            return ConfiguredBindNames.of(ProfiledName.ofBinds(context.iterateNames())).named();
        }

        private Map<String, Spellings> ofQuarkus() {
            Map<String, Spellings> prefixes = new HashMap<>();
            for (String bind : binds(context)) {
                for (String root : QuarkusKey.roots()) {
                    Spellings spellings = new Spellings(root + DottedName.quote(bind) + ".", root + bind + ".");
                    prefixes.put(spellings.quoted, spellings);
                    if (bind.indexOf('.') < 0) { // of an unquoted name with a dot, only the part before the dot is the name
                        prefixes.put(spellings.unquoted, spellings);
                    }
                }
            }
            ofQuarkus = prefixes;
            return prefixes;
        }

        private Spellings addOfBinds(String prefix) {
            BindKey any = BindKey.parse(prefix + Key.URL.key());
            // without quotes the star is the path of a mapping, whose value the build would record for every name
            Spellings spellings = any == null || BindNames.isDefault(any.bind()) || prefix.equals(STAR_OF_A_PATH) ? AS_IS
                    : new Spellings(BindKey.PREFIX + DottedName.quote(any.bind()) + ".", BindKey.PREFIX + any.bind() + ".");
            ofBinds.put(prefix, spellings);
            return spellings;
        }
    }

    /**
     * Looks up a value; of two spellings that of the higher source, and in one source the quoted one, though
     * {@link ConfigCheck} refuses two values there. It is called for each lookup of the application, thousands of times before
     * it is compiled, so it makes no call of its own for a key that it has seen: the spellings are found by the part of the
     * name up to the bind.
     */
    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        int start = name.startsWith("%") ? name.indexOf('.') + 1 : 0;
        String root = !name.startsWith("quarkus.", start) ? null
                : name.startsWith(BindKey.PREFIX, start) ? BindKey.PREFIX
                        : name.startsWith(QuarkusKey.DATASOURCE, start) ? QuarkusKey.DATASOURCE
                                : name.startsWith(QuarkusKey.HIBERNATE, start) ? QuarkusKey.HIBERNATE
                                        : name.startsWith(QuarkusKey.FLYWAY, start) ? QuarkusKey.FLYWAY : null;
        if (root == null) {
            return context.proceed(name);
        }
        Names current = names;
        if (current == null || current.context != context) {
            current = new Names(context);
            names = current;
        }
        int segment = start + root.length();
        int end = name.indexOf('.', name.startsWith("\"", segment) ? name.indexOf('"', segment + 1) : segment) + 1;
        if (end <= segment || end == name.length()) {
            return context.proceed(name); // the name ends with that of a bind
        }
        String prefix = name.substring(start, end);
        boolean ofBinds = root == BindKey.PREFIX;
        Map<String, Spellings> known = ofBinds ? current.ofBinds : current.ofQuarkus;
        Spellings spellings = known == null ? current.ofQuarkus().get(prefix) : known.get(prefix);
        if (spellings == null && ofBinds) {
            spellings = current.addOfBinds(prefix);
        }
        if (spellings == null || spellings == AS_IS) {
            return context.proceed(name);
        }
        String profile = name.substring(0, start);
        String key = name.substring(end);
        ConfigValue quoted = context.proceed(profile + spellings.quoted + key);
        ConfigValue unquoted = context.proceed(profile + spellings.unquoted + key);
        ConfigValue higher = quoted == null || unquoted != null
                && ConfigValue.CONFIG_SOURCE_COMPARATOR.compare(unquoted, quoted) > 0 ? unquoted : quoted;
        return higher == null ? null : higher.withName(name);
    }

    /**
     * Adds the other spelling of properties that are set for several profiles at once, as
     * {@code %dev,test.quarkus.binds.users.url}: SmallRye Config relocates these by the names that are listed.
     */
    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        List<String> result = new ArrayList<>();
        context.iterateNames().forEachRemaining(name -> {
            result.add(name);
            if (name.startsWith("%") && name.indexOf(',') >= 0) {
                String profiles = ProfiledName.profile(name);
                String property = name.substring(profiles.length());
                BindKey bind = BindKey.parse(property);
                QuarkusKey quarkus = bind == null ? QuarkusKey.parse(property, Names.binds(context)) : null;
                List<String> spellings = bind != null ? bind.spellings() : quarkus != null ? quarkus.spellings() : List.of();
                spellings.stream().map(profiles::concat).filter(spelling -> !spelling.equals(name)).forEach(result::add);
            }
        });
        return result.iterator();
    }
}
