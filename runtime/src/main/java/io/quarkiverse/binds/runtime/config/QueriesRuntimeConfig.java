package io.quarkiverse.binds.runtime.config;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Recorded statements: how many, what is masked, and where they are reported. */
@ConfigMapping(prefix = "quarkus.binds.queries")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface QueriesRuntimeConfig {

    /**
     * Maximum of statements that are kept for each unit of work; further ones are only counted.
     */
    @WithDefault("1000")
    int maxRecorded();

    /**
     * Words in the names of columns whose values are not kept, in any case. A value is recognised by its column in the
     * statement.
     */
    @WithDefault("password,passwd,pwd,passphrase,secret,token,credential,apikey,api_key,private_key")
    Optional<List<String>> masked();

    /**
     * Whether the line of the application that caused a recorded statement is kept. It is the larger part of the cost of
     * recording. That of a slow or repeated statement is kept in any case.
     */
    @ConfigDocDefault("true in dev mode and in tests, else false")
    Optional<Boolean> callers();

    /**
     * Number of executions of one statement in a unit of work at which a warning names the association that is probably loaded
     * for each row. 0 means never. Works for binds whose queries are recorded.
     */
    @ConfigDocDefault("10 in dev mode, else 0")
    OptionalInt repeated();

    /**
     * Whether the response to a request has a `Server-Timing` header with the number of statements in each bind and the time
     * they took. Every client can read it, and browsers show it.
     *
     * @asciidoclet
     */
    @WithDefault("false")
    boolean serverTiming();
}
