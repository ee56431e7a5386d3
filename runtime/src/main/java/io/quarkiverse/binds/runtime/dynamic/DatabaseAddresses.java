package io.quarkiverse.binds.runtime.dynamic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.quarkiverse.binds.DatabaseAddress;
import io.quarkiverse.binds.DatabaseOptions;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.UnknownDatabaseException;
import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.DynamicSettings;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.quarkiverse.binds.runtime.url.DatabaseUrlException;
import io.quarkiverse.binds.runtime.url.UntrustedUrl;
import io.quarkus.datasource.common.runtime.DatabaseKind;

/**
 * The addresses of the databases of one bind. For each key, in this order: the address registered by {@code databases.open},
 * that of the first {@code DatabaseSource} that knows the key, the URL template of the bind. Thread-safe.
 */
final class DatabaseAddresses {

    private final DynamicSettings settings;
    private final String kind;
    private final List<DatabaseSource> sources;
    private final Supplier<String> openKeys;
    private final Map<String, Address> registered = new ConcurrentHashMap<>();
    /** The keys for which this thread is calling sources: a source that uses such a key itself would recurse without end. */
    private final ThreadLocal<Deque<String>> keysInLookup = ThreadLocal.withInitial(() -> new ArrayDeque<>(2));

    /**
     * @param kind the kind of database that the bind was built for
     * @param openKeys keys of some open databases, for the message about an unknown key
     */
    DatabaseAddresses(DynamicSettings settings, String kind, List<DatabaseSource> sources, Supplier<String> openKeys) {
        this.settings = settings;
        this.kind = kind;
        this.sources = sources;
        this.openKeys = openKeys;
    }

    /**
     * @throws UnknownDatabaseException if no address is known
     * @throws IllegalArgumentException if the address that a source gives is refused
     */
    Address find(String key) {
        Address address = registered.get(key);
        if (address != null) {
            return address;
        }
        for (DatabaseSource source : sources) {
            Optional<DatabaseAddress> found = ask(source, key);
            if (found.isPresent()) {
                return checked(key, found.get());
            }
        }
        if (settings.template().isEmpty()) {
            throw unknown(key);
        }
        try {
            // the template comes from the configuration, so its host may be given the credentials of the bind
            return new Address(DatabaseUrl.parse(UntrustedUrl.fill(settings.template().get(), key)),
                    DatabaseOptions.defaults().withBindCredentials());
        } catch (IllegalArgumentException e) {
            throw new UnknownDatabaseException(settings.bind(), key,
                    "'" + key + "' cannot be put into the URL of " + BindNames.display(settings.bind()) + ": " + e.getMessage(),
                    e);
        }
    }

    private Optional<DatabaseAddress> ask(DatabaseSource source, String key) {
        Deque<String> keys = keysInLookup.get();
        if (keys.contains(key)) {
            throw new IllegalStateException("The DatabaseSource " + BeanNames.of(source) + " uses database '" + key + "' of "
                    + BindNames.display(settings.bind()) + " to find the address of the same database: read the address from"
                    + " another bind, for example with db.call(...), or from another key");
        }
        keys.push(key);
        try {
            Optional<DatabaseAddress> found = source.find(settings.bind(), key);
            if (found == null) {
                throw new IllegalStateException("The DatabaseSource " + BeanNames.of(source) + " returned null for database '"
                        + key + "' of " + BindNames.display(settings.bind()) + ": return Optional.empty() for an unknown key");
            }
            return found;
        } finally {
            keys.pop();
            if (keys.isEmpty()) {
                keysInLookup.remove();
            }
        }
    }

    private UnknownDatabaseException unknown(String key) {
        String open = openKeys.get();
        return new UnknownDatabaseException(settings.bind(), key, "There is no database '" + key + "' of "
                + BindNames.display(settings.bind()) + ": open it with databases.open(\"" + key
                + "\", url), or give its address by a DatabaseSource bean or by {key} in "
                + BindKey.property(settings.bind(), "url") + ". " + (open.isEmpty() ? "None is open" : "Open are: " + open),
                null);
    }

    /**
     * Checks an address that comes from outside of the configuration.
     *
     * @throws IllegalArgumentException if the URL or a property is refused
     */
    Address checked(String key, DatabaseAddress address) {
        try {
            DatabaseUrl url = UntrustedUrl.parse(address.url(), kind, settings.allowUrlProperties());
            DatabaseOptions options = address.options();
            options.driverProperties().forEach(this::check);
            check("user", options.username());
            check("password", options.password());
            requireUser(key, url, options);
            return new Address(url, options);
        } catch (DatabaseUrlException e) {
            throw new IllegalArgumentException("The URL of database '" + key + "' of " + BindNames.display(settings.bind())
                    + " is refused: " + e.getMessage(), e);
        }
    }

    private void check(String property, String value) {
        if (value != null) {
            UntrustedUrl.checkProperty(kind, property, value, settings.allowUrlProperties());
        }
    }

    /**
     * Requires a user: without one, the bind's password would be sent to a host that a stranger may have chosen. H2 in memory
     * has no other users.
     */
    private void requireUser(String key, DatabaseUrl url, DatabaseOptions options) {
        boolean hasUser = url.username().isPresent() || options.username() != null || options.credentialsProvider() != null
                || options.bindCredentials();
        if (!hasUser && !DatabaseKind.isH2(kind)) {
            throw new IllegalArgumentException("Database '" + key + "' of " + BindNames.display(settings.bind())
                    + " has no user: add a user to its URL or its options. withBindCredentials() of the options uses the"
                    + " credentials of the bind, and so sends its password to the host in the URL");
        }
    }

    /**
     * Registers the address of a key.
     *
     * @return whether the key had none
     * @throws IllegalStateException if another address is registered
     */
    boolean register(String key, Address address) {
        Address before = registered.putIfAbsent(key, address);
        if (before != null) {
            requireSame(key, before, address);
        }
        return before == null;
    }

    /** @throws IllegalStateException if the addresses differ */
    void requireSame(String key, Address before, Address address) {
        if (!before.equals(address)) {
            throw new IllegalStateException("Database '" + key + "' of " + BindNames.display(settings.bind())
                    + " is known with " + before.differenceFrom(address) + ": databases.close(\"" + key
                    + "\") first, or open the other under a key of its own");
        }
    }

    /** @return null if no address is registered */
    Address registered(String key) {
        return registered.get(key);
    }

    /** @return whether an address was registered */
    boolean unregister(String key) {
        return registered.remove(key) != null;
    }

    /** Reverts one {@link #register}: another object, registered after a close by another thread, stays. */
    void unregister(String key, Address address) {
        registered.computeIfPresent(key, (k, current) -> current == address ? null : current);
    }

    /**
     * The address of one database.
     *
     * @param url the URL; checked if it comes from outside
     */
    record Address(DatabaseUrl url, DatabaseOptions options) {

        private String differenceFrom(Address other) {
            StringBuilder text = new StringBuilder();
            add(text, "URL", url.masked(), other.url.masked());
            if (text.isEmpty() && !url.equals(other.url)) {
                text.append("another password in its URL");
            }
            add(text, "username", options.username(), other.options.username());
            if (!Objects.equals(options.password(), other.options.password())) {
                text.append(text.isEmpty() ? "" : ", ").append("another password");
            }
            add(text, "credentialsProvider", options.credentialsProvider(), other.options.credentialsProvider());
            add(text, "poolSize", options.poolSize(), other.options.poolSize());
            add(text, "maxOverflow", options.maxOverflow(), other.options.maxOverflow());
            add(text, "bindCredentials", options.bindCredentials(), other.options.bindCredentials());
            add(text, "recycle", options.recycle(), other.options.recycle());
            add(text, "driverProperties", new TreeSet<>(options.driverProperties().keySet()),
                    new TreeSet<>(other.options.driverProperties().keySet()));
            return text.isEmpty() ? "other values of driverProperties" : text.toString();
        }

        private static void add(StringBuilder text, String name, Object mine, Object others) {
            if (!Objects.equals(mine, others)) {
                text.append(text.isEmpty() ? "" : ", ").append("the ").append(name).append(' ').append(mine)
                        .append(" instead of ").append(others);
            }
        }

        /** Text without secrets. */
        @Override
        public String toString() {
            return url.masked() + " " + options;
        }
    }
}
