package io.quarkiverse.binds.runtime.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Isolation;
import io.quarkiverse.binds.Reads;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithParentName;
import io.smallrye.config.WithUnnamedKey;

/**
 * Keys of binds that are read at each start. No key has a default here: a default in the mapping would look like a value of the
 * bind and hide the one for all binds. {@link Key} declares the defaults.
 */
@ConfigMapping(prefix = "quarkus.binds")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface BindsRuntimeConfig {

    /**
     * The binds.
     */
    @ConfigDocMapKey("bind-name")
    @WithParentName
    @WithDefaults
    @WithUnnamedKey(Bind.DEFAULT)
    Map<String, BindRuntimeConfig> binds();

    /** Run-time keys of a bind. */
    @ConfigGroup
    interface BindRuntimeConfig {

        /**
         * The database: `mysql://user:password@host:port/database`, `mariadb://...`, `postgresql://...`, `h2:mem:name`,
         * `h2:file:./path` or any `jdbc:` URL. Special characters in user, password and database are written as per cent
         * escapes. It belongs to one bind and has no meaning under `"*"`. In a `dynamic` bind it has `{key}` where the key of a
         * database is to stand.
         *
         * @asciidoclet
         */
        Optional<String> url();

        /**
         * Servers that hold copies of the database, as one URL like that of the bind, which may name several hosts and needs to
         * name a user only if it is another one. Units of work that only read (`readOnly = true`) use them, and the server of
         * the bind where none of them answers. Not together with `two-phase`.
         *
         * @asciidoclet
         */
        Optional<String> replicas();

        /**
         * Whether read-only units of work on `replicas` see what was written before. `off`: a replica may not have it yet.
         * `session`: after a request has committed, its client is served by the bind's own server for `max-replica-lag`.
         * `wait`: a replica is used once it has applied every commit of this application instance, and the bind's own server
         * if that takes longer than `max-replica-lag`; on MySQL with GTIDs, MariaDB with a binary log, and PostgreSQL. Without
         * `replicas` it has no effect.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("off")
        Optional<ReadYourWrites> readYourWrites();

        /**
         * The lag of the replicas that `read-your-writes` takes into account.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("2S")
        Optional<Duration> maxReplicaLag();

        /**
         * How many databases of a `dynamic` bind may be open at a time. When another one is needed, the least recently used
         * one is closed.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("50")
        OptionalInt maxOpen();

        /**
         * A database of a `dynamic` bind that was not used for so long is closed. 0 means never.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("10M")
        Optional<Duration> idleTtl();

        /**
         * How many connections all databases of a `dynamic` bind may have together. When another one is needed, an idle
         * connection of the least recently used database is closed.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("100")
        OptionalInt maxConnections();

        /**
         * The regular expression that the keys of a `dynamic` bind match, as a whole.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("[A-Za-z0-9_-]{1,64}")
        Optional<String> keyPattern();

        /**
         * Properties of the driver that a URL given at run time to a `dynamic` bind may carry although they are not known to be
         * harmless.
         *
         * @asciidoclet
         */
        Optional<List<String>> allowUrlProperties();

        /**
         * The user, if the URL does not name it. It wins over the one in the URL.
         */
        Optional<String> username();

        /**
         * The password, if the URL does not carry it. It wins over the one in the URL.
         */
        Optional<String> password();

        /**
         * The name of the credentials that a `CredentialsProvider` bean gives.
         *
         * @asciidoclet
         */
        Optional<String> credentialsProvider();

        /**
         * Whether the bind is in use. An inactive bind opens nothing, is left out of the health checks, and refuses to be used.
         */
        @ConfigDocDefault("true")
        Optional<Boolean> active();

        /**
         * Whether a database that the server does not have is made when the bind first connects, on MySQL, MariaDB and
         * PostgreSQL. For dev mode and tests: in production, where it would hide a mistyped name, the start is refused.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("false")
        Optional<Boolean> createDatabase();

        /**
         * Whether the bind has no readiness check: it is not asked, and the application is ready without it.
         */
        @ConfigDocDefault("false")
        Optional<Boolean> healthExclude();

        /**
         * What happens to the schema at the start: `none`, `create`, `drop-and-create`, `update` or `validate`. In a `dynamic`
         * bind it happens to each database when it is opened for the first time, `create` makes what is missing, `migrate`
         * applies the scripts of migrations, and there is no `drop-and-create`.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("none")
        Optional<SchemaStrategy> schema();

        /**
         * Whether the scripts of migrations in `db/migration/<bind>` that the database lacks are applied at the start, before
         * the tables are validated. Processes that start together apply them once. In a `dynamic` bind `schema=migrate` does
         * it.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("false")
        Optional<Boolean> migrateAtStart();

        /**
         * The isolation level of the connections: `read-uncommitted`, `read-committed`, `repeatable-read`,
         * `serializable`, or `default`, the one of the server.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("the server's own")
        Optional<Isolation> isolation();

        /**
         * Whether the reads of a unit of work in this bind have a transaction: `transaction`, or `statement`, in which a query
         * has none as long as the unit of work has not begun one. A bind with `two-phase` always reads in a transaction.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("quarkus.binds.session.reads")
        Optional<Reads> reads();

        /**
         * Whether the statements of each unit of work are recorded, for the bean `RecordedQueries`, with their parameters,
         * times and callers.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("true in dev mode, else false")
        Optional<Boolean> recordQueries();

        /**
         * The time from which a statement is logged as slow, as a warning of the category `io.quarkiverse.binds.slow` without
         * its parameters. 0 means never.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("never")
        Optional<Duration> slowQuery();

        /**
         * Whether each statement is logged without its parameters, in the category `io.quarkiverse.binds.sql`.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("false")
        Optional<Boolean> echo();

        /**
         * Properties that reach the JDBC driver as they are.
         */
        @ConfigDocMapKey("driver-property")
        Map<String, String> driverProperties();

        /** The pool of connections. */
        PoolRuntimeConfig pool();
    }

    /** The pool of connections of a bind. */
    @ConfigGroup
    interface PoolRuntimeConfig {

        /**
         * How many connections the pool holds.
         */
        @ConfigDocDefault("5")
        OptionalInt size();

        /**
         * How many connections may be opened beyond the size when all are borrowed.
         */
        @ConfigDocDefault("10")
        OptionalInt maxOverflow();

        /**
         * How long a borrower waits for a connection when size and overflow are exhausted. 0 means without limit.
         */
        @ConfigDocDefault("30S")
        Optional<Duration> timeout();

        /**
         * How long it may take to open a connection, or to find out whether one is alive.
         */
        @ConfigDocDefault("5S")
        Optional<Duration> loginTimeout();

        /**
         * Whether a connection that was idle for longer than `pre-ping-idle` is tested before it is handed out, and replaced
         * silently if it is dead.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("true")
        Optional<Boolean> prePing();

        /**
         * How long a connection may have been idle to be handed out without a test. 0 tests it every time.
         */
        @ConfigDocDefault("500MS")
        Optional<Duration> prePingIdle();

        /**
         * The age at which a connection is replaced. It must be below the server's `wait_timeout`. 0 and -1 mean never.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("2H on MySQL and MariaDB, else never")
        Optional<Duration> recycle();
    }
}
