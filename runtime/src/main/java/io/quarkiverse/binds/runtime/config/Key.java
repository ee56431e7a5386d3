package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.binds.runtime.url.DatabaseUrl;

/**
 * Declares every key that a bind can have, in the order of the documentation: its name, when it is read, its defaults, the keys
 * of Quarkus that follow from it, and how its value is checked and shown. The mappings {@link BindsBuildTimeConfig} and
 * {@link BindsRuntimeConfig} repeat the names because they carry types and documentation; {@code KeyTest} compares them, the
 * reference page and {@link PropertyMapping} with this declaration.
 * <p>
 * Keys below {@link BindKey#DRIVER_PROPERTIES} are not declared: the driver defines them.
 */
enum Key {

    URL(runTime("url").ofOneBind().shown(Shown.MASKED)
            .sameAs(datasource(QuarkusKey.JDBC_URL)).follow(datasource(QuarkusKey.USERNAME), datasource(QuarkusKey.PASSWORD))),

    REPLICAS(runTime("replicas").ofOneBind().shown(Shown.MASKED)),

    READ_YOUR_WRITES(runTime("read-your-writes").byDefault(ReadYourWrites.OFF.configName())),
    /** Default: the time for which Rails keeps the reads of a session at the primary after a write. */
    MAX_REPLICA_LAG(runTime("max-replica-lag").byDefault("2s")),

    USERNAME(runTime("username").verbatim().sameAs(datasource(QuarkusKey.USERNAME))),

    PASSWORD(runTime("password").verbatim().shown(Shown.SECRET).sameAs(datasource(QuarkusKey.PASSWORD))),

    CREDENTIALS_PROVIDER(runTime("credentials-provider").sameAs(datasource(QuarkusKey.CREDENTIALS_PROVIDER))),

    DB_KIND(buildTime("db-kind").follow(datasource(QuarkusKey.DB_KIND))),

    PACKAGES(buildTime("packages").ofOneBind()),

    /** Default: the rule of Flask-SQLAlchemy. */
    TABLE_NAMES(buildTime("table-names").byDefault(TableNames.SNAKE_CASE.configName())),

    TWO_PHASE(buildTime("two-phase").follow(datasource(QuarkusKey.TRANSACTIONS))),

    DYNAMIC(buildTime("dynamic").ofOneBind()
            .follow(datasource(QuarkusKey.METRICS), hibernate(QuarkusKey.MULTITENANT))),

    /** Default: as many pools of two connections as fit into the default of {@link #MAX_CONNECTIONS}. */
    MAX_OPEN(runTime("max-open").ofDynamicBinds("50").checked(ValueCheck.AT_LEAST_ONE)),

    IDLE_TTL(runTime("idle-ttl").ofDynamicBinds("10M")),

    /** Default: leaves room for other clients of a MySQL server with its default limit, 151. */
    MAX_CONNECTIONS(runTime("max-connections").ofDynamicBinds("100").checked(ValueCheck.AT_LEAST_ONE)),

    KEY_PATTERN(runTime("key-pattern").ofDynamicBinds("[A-Za-z0-9_-]{1,64}").checked(ValueCheck.REGULAR_EXPRESSION)),

    ALLOW_URL_PROPERTIES(runTime("allow-url-properties").ofDynamicBinds(null)),

    ACTIVE(runTime("active").sameAs(datasource(QuarkusKey.ACTIVE)).follow(hibernate(QuarkusKey.ACTIVE))),

    /** Named like Quarkus's key, which is always derived as {@code true}: the bind has a check of its own. */
    HEALTH_EXCLUDE(runTime("health-exclude")),

    CREATE_DATABASE(runTime("create-database")),

    SCHEMA(runTime("schema").sameAs(hibernate(QuarkusKey.SCHEMA))),

    MIGRATE_AT_START(runTime("migrate-at-start")),

    ISOLATION(runTime("isolation").sameAs(datasource(QuarkusKey.ISOLATION))),

    /** Default: that of all binds, {@code session.reads}. */
    READS(runTime("reads")),

    RECORD_QUERIES(runTime("record-queries")),
    SLOW_QUERY(runTime("slow-query")),
    ECHO(runTime("echo")),

    /** Default: that of SQLAlchemy's {@code QueuePool}, as for the next two keys. */
    POOL_SIZE(runTime("pool.size").byDefault("5").follow(datasource(QuarkusKey.MAX_SIZE))),

    POOL_MAX_OVERFLOW(runTime("pool.max-overflow").byDefault("10").follow(datasource(QuarkusKey.MAX_SIZE))),

    POOL_TIMEOUT(runTime("pool.timeout").byDefault("30s").sameAs(datasource(QuarkusKey.ACQUISITION_TIMEOUT))),

    /** Default: as long as Quarkus waits for a connection; a login takes milliseconds, a ping less. */
    POOL_LOGIN_TIMEOUT(runTime("pool.login-timeout").byDefault("5s").follow(datasource(QuarkusKey.VALIDATION_TIMEOUT))),

    POOL_PRE_PING(runTime("pool.pre-ping").byDefault("true").follow(datasource(QuarkusKey.FOREGROUND_VALIDATION))),

    /** Default: HikariCP's alive bypass window. */
    POOL_PRE_PING_IDLE(runTime("pool.pre-ping-idle").byDefault("500ms")
            .sameAs(datasource(QuarkusKey.FOREGROUND_VALIDATION)).follow(datasource(QuarkusKey.VALIDATE_ON_BORROW))),

    /** Default: below MySQL's {@code wait_timeout} of 8 hours; the value that Flask-SQLAlchemy sets. */
    POOL_RECYCLE(runTime("pool.recycle").byDefaultOnMySql("7200s").sameAs(datasource(QuarkusKey.MAX_LIFETIME)));

    /** The phase in which a key is read. */
    enum Phase {
        BUILD_TIME,
        RUN_TIME
    }

    /** How a value is shown in logs. */
    private enum Shown {
        PLAIN,
        MASKED,
        SECRET
    }

    /** A key of Quarkus below the name of a bind. */
    record Target(String root, String key) {

        QuarkusKey of(String bind) {
            return new QuarkusKey(root, bind, key);
        }
    }

    private static final Map<String, Key> BY_NAME = byName();

    /** The names of all keys, in the order of the documentation. */
    static final List<String> NAMES = Arrays.stream(values()).map(Key::key).toList();

    private final Declaration declared;

    Key(Declaration declared) {
        this.declared = declared;
    }

    /** The key with this name; null if binds have no such key. */
    static Key named(String name) {
        return BY_NAME.get(name);
    }

    /** The name, as in {@code pool.size}. */
    String key() {
        return declared.name;
    }

    Phase phase() {
        return declared.phase;
    }

    /**
     * The default for a bind.
     *
     * @param dynamic whether its databases are opened on the fly
     * @param mySql whether its database is MySQL or MariaDB
     * @return null if there is none
     */
    String byDefault(boolean dynamic, boolean mySql) {
        if (declared.dynamicOnly && !dynamic) {
            return null;
        }
        return mySql && declared.mySqlDefault != null ? declared.mySqlDefault : declared.defaultValue;
    }

    /** Whether the default depends on the kind of database. */
    boolean hasDefaultOfKind() {
        return declared.mySqlDefault != null;
    }

    /** Whether the key makes sense for one bind only: a value for all binds would be a mistake. */
    boolean isOfOneBind() {
        return declared.oneBind;
    }

    /** Whether the key applies to binds with {@link #DYNAMIC} only. */
    boolean isOfDynamicBinds() {
        return declared.dynamicOnly;
    }

    /** Whether leading and trailing blanks belong to the value, as in Quarkus's own keys. */
    boolean isVerbatim() {
        return declared.verbatim;
    }

    /** The key of Quarkus with the same meaning, which wins if a user sets it; null if there is none. */
    Target sameAs() {
        return declared.same;
    }

    /** The keys of Quarkus whose values are derived from this key, including that of {@link #sameAs()}. */
    List<Target> followers() {
        return Collections.unmodifiableList(declared.followers);
    }

    /** The value as shown in logs and {@code BindInfo}. */
    String shown(String value) {
        return declared.shown == Shown.MASKED ? DatabaseUrl.mask(value) : declared.shown == Shown.SECRET ? "***" : value;
    }

    /** The problem of a value; null if there is none, or if the conversion of the mapping reports it. */
    String problem(String property, String value) {
        return declared.check.problem(property, value);
    }

    private static Map<String, Key> byName() {
        Map<String, Key> keys = new HashMap<>();
        for (Key key : values()) {
            keys.put(key.key(), key);
        }
        return Map.copyOf(keys);
    }

    private static Target datasource(String key) {
        return new Target(QuarkusKey.DATASOURCE, key);
    }

    private static Target hibernate(String key) {
        return new Target(QuarkusKey.HIBERNATE, key);
    }

    private static Declaration buildTime(String name) {
        return new Declaration(name, Phase.BUILD_TIME);
    }

    private static Declaration runTime(String name) {
        return new Declaration(name, Phase.RUN_TIME);
    }

    /** The attributes of a key while it is declared. */
    private static final class Declaration {

        private final String name;
        private final Phase phase;
        private final List<Target> followers = new ArrayList<>();
        private String defaultValue;
        private String mySqlDefault;
        private boolean oneBind;
        private boolean dynamicOnly;
        private boolean verbatim;
        private Target same;
        private Shown shown = Shown.PLAIN;
        private ValueCheck check = ValueCheck.NONE;

        Declaration(String name, Phase phase) {
            this.name = name;
            this.phase = phase;
        }

        Declaration byDefault(String value) {
            defaultValue = value;
            return this;
        }

        Declaration byDefaultOnMySql(String value) {
            mySqlDefault = value;
            return this;
        }

        Declaration ofOneBind() {
            oneBind = true;
            return this;
        }

        Declaration ofDynamicBinds(String byDefault) {
            dynamicOnly = true;
            defaultValue = byDefault;
            return this;
        }

        Declaration verbatim() {
            verbatim = true;
            return this;
        }

        Declaration sameAs(Target target) {
            same = target;
            return follow(target);
        }

        Declaration follow(Target... targets) {
            followers.addAll(List.of(targets));
            return this;
        }

        Declaration shown(Shown how) {
            shown = how;
            return this;
        }

        Declaration checked(ValueCheck how) {
            check = how;
            return this;
        }
    }
}
