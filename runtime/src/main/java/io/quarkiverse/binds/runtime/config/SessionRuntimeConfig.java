package io.quarkiverse.binds.runtime.config;

import java.util.Optional;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Reads;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Defaults for units of work that do not set these attributes themselves. */
@ConfigMapping(prefix = "quarkus.binds.session")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface SessionRuntimeConfig {

    /**
     * When the work of a unit of work is committed: `explicit`, by `db.commit()` only; or `on-success`, also when a unit of
     * work ends successfully, which for a request means a status below 400.
     *
     * @asciidoclet
     */
    @ConfigDocDefault("explicit")
    Optional<CommitPolicy> commit();

    /**
     * Whether a GET or HEAD request whose connection to the database is lost is run again, on a fresh session, if it has
     * committed nothing and nothing of the response is written.
     */
    @WithDefault("true")
    boolean retrySafeMethods();

    /**
     * Whether the reads of a unit of work have a transaction: `transaction`, begun by the first statement of any kind; or
     * `statement`, in which a query has none until the unit of work writes, locks or commits, and costs one command instead of
     * two. `quarkus.binds.<name>.reads` sets it for one bind, `@UnitOfWork(reads = ...)` for one unit of work.
     *
     * @asciidoclet
     */
    @ConfigDocDefault("transaction")
    Optional<Reads> reads();
}
