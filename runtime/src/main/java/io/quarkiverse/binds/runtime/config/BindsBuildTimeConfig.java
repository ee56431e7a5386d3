package io.quarkiverse.binds.runtime.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.quarkiverse.binds.Bind;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithParentName;
import io.smallrye.config.WithUnnamedKey;

/** Keys of binds that are read when the application is built. */
@ConfigMapping(prefix = "quarkus.binds")
@ConfigRoot(phase = ConfigPhase.BUILD_AND_RUN_TIME_FIXED)
public interface BindsBuildTimeConfig {

    /**
     * The binds. Properties without a name are those of the default bind; those of the name `"*"`, in quotes, hold
     * for every bind that sets nothing of its own.
     *
     * @asciidoclet
     */
    @ConfigDocMapKey("bind-name")
    @WithParentName
    @WithDefaults
    @WithUnnamedKey(Bind.DEFAULT)
    Map<String, BindBuildTimeConfig> binds();

    /** Build-time keys of a bind. */
    @ConfigGroup
    interface BindBuildTimeConfig {

        /**
         * The kind of database: `mysql`, `mariadb`, `postgresql`, `h2` or another kind that Quarkus has a JDBC driver
         * extension for. The driver and the SQL dialect are chosen by it when the application is built; the same
         * artifact then runs on any server of that kind.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("the scheme of the URL, if it is known when the application is built; else the kind of the only JDBC driver extension")
        Optional<String> dbKind();

        /**
         * Packages whose entities live in this database, for entities that carry no `@Bind` because they come from
         * another jar. The subpackages belong to it; the longest name that fits counts. A jar that contains such a
         * package is indexed.
         *
         * @asciidoclet
         */
        Optional<Set<String>> packages();

        /**
         * How an entity without an explicit table name is named: `snake-case` makes `blog_post` of `BlogPost`, as
         * Flask-SQLAlchemy does; `jpa` leaves it as Jakarta Persistence and Hibernate ORM have it.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("snake-case")
        Optional<TableNames> tableNames();

        /**
         * Whether it commits together with the other binds of which this is true, or not at all, by two-phase commit (XA). It
         * costs several commands for each commit, and needs a transaction log on the disk of the application
         * (`quarkus.transaction-manager.object-store.directory`) that survives it: recovery is switched on.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("false")
        Optional<Boolean> twoPhase();

        /**
         * Whether its databases are opened on the fly: it has no database of its own, but one for each key that a
         * `DatabaseSelector` bean or `Databases` names. Its `url`, if it has one, is a template with `{key}` in it. Not
         * together with `two-phase` or `replicas`.
         *
         * @asciidoclet
         */
        @ConfigDocDefault("false")
        Optional<Boolean> dynamic();
    }
}
