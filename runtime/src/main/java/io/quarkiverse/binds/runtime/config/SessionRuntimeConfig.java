package io.quarkiverse.binds.runtime.config;

import java.util.Optional;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How units of work behave that do not say it themselves. */
@ConfigMapping(prefix = "quarkus.binds.session")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface SessionRuntimeConfig {

    /**
     * When the work of a unit of work is committed: `explicit`, by `db.commit()` only; or `on-success`, also by itself, when a
     * unit ends well; a request ends well with a status below 400.
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
}
