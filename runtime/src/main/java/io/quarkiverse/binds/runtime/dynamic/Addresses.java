package io.quarkiverse.binds.runtime.dynamic;

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
import io.quarkiverse.binds.runtime.url.OutsideUrl;
import io.quarkus.datasource.common.runtime.DatabaseKind;

/** Where the databases of one bind are: as somebody said in code, else as a source says, else as the template says. */
final class Addresses {

    private final DynamicSettings settings;
    private final String kind;
    private final List<DatabaseSource> sources;
    private final Supplier<String> known;
    private final Map<String, Address> said = new ConcurrentHashMap<>();

    /**
     * @param kind the kind of database that the bind was built for
     * @param known names some keys, for whoever asks for one that there is not
     */
    Addresses(DynamicSettings settings, String kind, List<DatabaseSource> sources, Supplier<String> known) {
        this.settings = settings;
        this.kind = kind;
        this.sources = sources;
        this.known = known;
    }

    /**
     * @throws UnknownDatabaseException if nobody knows it
     * @throws IllegalArgumentException if what a source says is refused
     */
    Address find(String key) {
        Address of = said.get(key);
        if (of != null) {
            return of;
        }
        for (DatabaseSource source : sources) {
            Optional<DatabaseAddress> found = source.find(settings.bind(), key);
            if (found.isPresent()) {
                return checked(key, found.get());
            }
        }
        if (settings.template().isEmpty()) {
            throw unknown(key);
        }
        try {
            // from the configuration, as the credentials of the bind are
            return new Address(DatabaseUrl.parse(OutsideUrl.fill(settings.template().get(), key)),
                    DatabaseOptions.defaults().withBindCredentials());
        } catch (IllegalArgumentException e) {
            throw new UnknownDatabaseException(settings.bind(), key,
                    "'" + key + "' cannot be put into the URL of " + BindNames.display(settings.bind()) + ": " + e.getMessage(),
                    e);
        }
    }

    private UnknownDatabaseException unknown(String key) {
        String open = known.get();
        return new UnknownDatabaseException(settings.bind(), key, "There is no database '" + key + "' of "
                + BindNames.display(settings.bind()) + ": open it with databases.open(\"" + key
                + "\", url), or tell where it is by a DatabaseSource bean or by {key} in "
                + BindKey.property(settings.bind(), "url") + ". " + (open.isEmpty() ? "None is open" : "Open are: " + open),
                null);
    }

    /**
     * From outside.
     *
     * @throws IllegalArgumentException if the URL or a property is refused
     */
    Address checked(String key, DatabaseAddress address) {
        try {
            DatabaseUrl url = OutsideUrl.parse(address.url(), kind, settings.allowUrlProperties());
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
            OutsideUrl.checkProperty(kind, property, value, settings.allowUrlProperties());
        }
    }

    /** The password of the bind is not given to a host that somebody else may have chosen. H2 in memory has no other users. */
    private void requireUser(String key, DatabaseUrl url, DatabaseOptions options) {
        boolean named = url.username().isPresent() || options.username() != null || options.credentialsProvider() != null
                || options.bindCredentials();
        if (!named && !DatabaseKind.isH2(kind)) {
            throw new IllegalArgumentException("Nobody says who is to log in to database '" + key + "' of "
                    + BindNames.display(settings.bind())
                    + ": name a user in its URL or in its options. withBindCredentials() of"
                    + " the options logs in as the bind does, which gives its password to the host in the URL");
        }
    }

    /**
     * From now on the database of that key is there.
     *
     * @return whether that is news
     * @throws IllegalStateException if it is said to be elsewhere
     */
    boolean say(String key, Address address) {
        Address before = said.putIfAbsent(key, address);
        if (before != null) {
            same(key, before, address);
        }
        return before == null;
    }

    /**
     * @throws IllegalStateException if the two differ
     */
    void same(String key, Address before, Address address) {
        if (!before.equals(address)) {
            throw new IllegalStateException("Database '" + key + "' of " + BindNames.display(settings.bind())
                    + " is known with " + before.differenceFrom(address) + ": databases.close(\"" + key
                    + "\") first, or open the other under a key of its own");
        }
    }

    /** @return whether it was said */
    boolean forget(String key) {
        return said.remove(key) != null;
    }

    /** Takes back what {@link #say} has said. */
    void unsay(String key, Address address) {
        said.remove(key, address);
    }

    /**
     * Where one database is.
     *
     * @param url checked
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

        private static void add(StringBuilder text, String what, Object mine, Object others) {
            if (!Objects.equals(mine, others)) {
                text.append(text.isEmpty() ? "" : ", ").append("the ").append(what).append(' ').append(mine)
                        .append(" instead of ").append(others);
            }
        }

        /** Without secrets. */
        @Override
        public String toString() {
            return url.masked() + " " + options;
        }
    }
}
