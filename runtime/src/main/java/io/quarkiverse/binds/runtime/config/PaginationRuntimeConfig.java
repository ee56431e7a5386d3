package io.quarkiverse.binds.runtime.config;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Pages of query results: their sizes, and the key that signs cursors and selections. */
@ConfigMapping(prefix = "quarkus.binds.pagination")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface PaginationRuntimeConfig {

    /** Number of results on a page where neither the request nor the call says it. */
    @WithDefault("20")
    int perPage();

    /** Largest size of a page that a request can ask for; a larger one is reduced to it. A call can set another bound. */
    @WithDefault("100")
    int maxPerPage();

    /**
     * Key that signs the cursors of pages and the tokens of selections, a secret of at least 32 characters. All instances of
     * the application need the same. Without it a random key is made at each start, with a warning in production at the first
     * use.
     */
    Optional<String> tokenKey();

    /**
     * Maximum age of a cursor, at least 1 second; an older cursor is answered with 400. Without it cursors do not expire.
     */
    Optional<Duration> cursorMaxAge();

    /** Time after which the token of a selection is refused, unless the call that makes the token says another. */
    @WithDefault("1h")
    Duration selectionTtl();
}
