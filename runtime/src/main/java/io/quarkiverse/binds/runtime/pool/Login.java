package io.quarkiverse.binds.runtime.pool;

import java.security.Principal;
import java.util.List;

import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;

/**
 * Where connections lead, and as whom.
 *
 * @param url for the driver
 * @param principal null if it is said by the credentials, or by the pool that is copied
 * @param credentials what Agroal turns into properties of the driver; empty if the pool that is copied has them
 * @param isOwn whether nothing is taken from the pool that is copied
 */
record Login(String url, Principal principal, List<Object> credentials, boolean isOwn) {

    /** As the URL says, if it names a user. */
    static Login of(DatabaseUrl url) {
        return of(url, url.username().orElse(null), url.password().orElse(null));
    }

    /**
     * @param user null for that of the pool that is copied
     * @param password null for none
     */
    static Login of(DatabaseUrl url, String user, String password) {
        return user == null ? new Login(url.jdbcUrl(), null, List.of(), false) : only(url, user, password);
    }

    /**
     * As that user, or as nobody, whoever the pool that is copied is.
     *
     * @param user null for none
     * @param password null for none
     */
    static Login only(DatabaseUrl url, String user, String password) {
        return new Login(url.jdbcUrl(), user == null ? null : new NamePrincipal(user),
                user == null || password == null ? List.of() : List.of(new SimplePassword(password)), true);
    }

    /** As a provider says at each login. */
    static Login of(DatabaseUrl url, Object credentials) {
        return new Login(url.jdbcUrl(), null, List.of(credentials), true);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return DatabaseUrl.mask(url);
    }
}
