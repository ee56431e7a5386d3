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

    /** Placeholder for a property that is looked up as it is. */
    private static final Spellings AS_IS = new Spellings("", "");

    private transient volatile Names names;

    /** The two spellings of a property, or of the prefix of the properties of a bind. */
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
            return prefixes;
        }

        private Spellings add(String property) {
            BindKey key = BindKey.parse(property);
            // without quotes the star is the path of a mapping, whose value the build would record for every name
            Spellings spellings = key == null || key.isOfDefault() || property.startsWith(STAR_OF_A_PATH) ? AS_IS
                    : new Spellings(key.quotedProperty(), key.unquotedProperty());
            ofBinds.put(property, spellings);
            return spellings;
        }
    }

    /**
     * Looks up a value. Called for each lookup of the application; most are for other keys and cost a comparison of strings.
     */
    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        int start = name.startsWith("%") ? name.indexOf('.') + 1 : 0;
        boolean ofBinds = name.startsWith(BindKey.PREFIX, start);
        // not by QuarkusKey.root: a start makes thousands of lookups before anything is compiled
        String root = name.startsWith(QuarkusKey.DATASOURCE, start) ? QuarkusKey.DATASOURCE
                : name.startsWith(QuarkusKey.HIBERNATE, start) ? QuarkusKey.HIBERNATE
                        : name.startsWith(QuarkusKey.FLYWAY, start) ? QuarkusKey.FLYWAY : null;
        if (!ofBinds && root == null) {
            return context.proceed(name);
        }
        Names current = names;
        if (current == null || current.context != context) {
            current = new Names(context);
            names = current;
        }
        if (ofBinds) {
            String property = name.substring(start);
            Spellings spellings = current.ofBinds.get(property);
            if (spellings == null) {
                spellings = current.add(property);
            }
            return spellings == AS_IS ? context.proceed(name) : higher(context, name, start, spellings, "");
        }
        Map<String, Spellings> prefixes = current.ofQuarkus;
        if (prefixes == null) {
            prefixes = current.ofQuarkus();
            current.ofQuarkus = prefixes;
        }
        int segment = start + root.length();
        int end = prefixes.isEmpty() ? 0
                : name.indexOf('.', name.startsWith("\"", segment) ? name.indexOf('"', segment + 1) : segment) + 1;
        Spellings spellings = end == 0 ? null : prefixes.get(name.substring(start, end));
        return spellings == null ? context.proceed(name) : higher(context, name, start, spellings, name.substring(end));
    }

    /**
     * Returns the value of the higher source; in one source the quoted spelling wins, though {@link ConfigCheck} refuses two
     * values there.
     */
    private static ConfigValue higher(ConfigSourceInterceptorContext context, String name, int profile, Spellings spellings,
            String rest) {
        ConfigValue quoted = context.proceed(name.substring(0, profile) + spellings.quoted + rest);
        ConfigValue unquoted = context.proceed(name.substring(0, profile) + spellings.unquoted + rest);
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
