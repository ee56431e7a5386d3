package io.quarkiverse.binds.runtime.pool;

import java.security.Principal;
import java.util.List;

import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;

/**
 * The server that the connections of a pool lead to, and the user that they log in as. A pool that is made as a copy of another
 * pool inherits missing parts from it.
 *
 * @param url the JDBC URL
 * @param principal the user; null if the credentials name the user, or it is inherited
 * @param credentials the objects that Agroal turns into driver properties; empty if they are inherited
 * @param isOwn whether nothing is inherited
 */
public record ConnectionTarget(String url, Principal principal, List<Object> credentials, boolean isOwn) {

    /** Target with the user of the URL, or an inherited user. */
    public static ConnectionTarget of(DatabaseUrl url) {
        return of(url, url.username().orElse(null), url.password().orElse(null));
    }

    /**
     * @param user null for an inherited user
     * @param password null for none
     */
    public static ConnectionTarget of(DatabaseUrl url, String user, String password) {
        return user == null ? new ConnectionTarget(url.jdbcUrl(), null, List.of(), false) : only(url, user, password);
    }

    /**
     * Target with that user, or without a user; nothing is inherited.
     *
     * @param user null for none
     * @param password null for none
     */
    public static ConnectionTarget only(DatabaseUrl url, String user, String password) {
        return new ConnectionTarget(url.jdbcUrl(), user == null ? null : new NamePrincipal(user),
                user == null || password == null ? List.of() : List.of(new SimplePassword(password)), true);
    }

    /** Target whose user and password come from a provider at each login. */
    public static ConnectionTarget of(DatabaseUrl url, Object credentials) {
        return new ConnectionTarget(url.jdbcUrl(), null, List.of(credentials), true);
    }

    /** Text without secrets. */
    @Override
    public String toString() {
        return DatabaseUrl.mask(url);
    }
}
