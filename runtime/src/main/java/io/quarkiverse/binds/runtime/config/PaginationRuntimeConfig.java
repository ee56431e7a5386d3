package io.quarkiverse.binds.runtime.config;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Sizes of the pages of {@code db.paginate}. */
@ConfigMapping(prefix = "quarkus.binds.pagination")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface PaginationRuntimeConfig {

    /** Number of results on a page where neither the request nor the call says it. */
    @WithDefault("20")
    int perPage();

    /** Largest size of a page that a request can ask for; a larger one is reduced to it. A call can set another bound. */
    @WithDefault("100")
    int maxPerPage();
}
