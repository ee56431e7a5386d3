package io.quarkiverse.binds.runtime.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.util.options.OptionAliases;
import org.postgresql.PGProperty;

import com.mysql.cj.conf.PropertyKey;

/**
 * Row G8: of all properties of the drivers, only those on the list pass. The list is repeated here, so that a name is
 * added on purpose only; properties of a new driver version are refused until they have been reviewed.
 */
class UntrustedUrlPropertiesTest {

    private static final String MYSQL = "cacheDefaultTimeZone cachePrepStmts cacheResultSetMetadata characterEncoding"
            + " characterSetResults connectTimeout connectionCollation connectionTimeZone defaultFetchSize"
            + " forceConnectionTimeZoneToSession metadataCacheSize netTimeoutForStreamingResults password prepStmtCacheSize"
            + " prepStmtCacheSqlLimit preserveInstants requireSSL rewriteBatchedStatements sendFractionalSeconds"
            + " sendFractionalSecondsForTime sessionVariables socketTimeout sslMode tcpKeepAlive tcpNoDelay tinyInt1isBit"
            + " transformedBitIsBoolean useCompression useCursorFetch user useServerPrepStmts useSSL verifyServerCertificate"
            + " yearIsDateType zeroDateTimeBehavior";

    private static final String MARIADB = "cachePrepStmts connectTimeout connectionCollation connectionTimeZone"
            + " defaultFetchSize forceConnectionTimeZoneToSession password prepStmtCacheSize preserveInstants"
            + " rewriteBatchedStatements sessionVariables socketTimeout sslMode tcpKeepAlive tcpKeepCount tcpKeepIdle"
            + " tcpKeepInterval timezone tinyInt1isBit transformedBitIsBoolean useBulkStmts useBulkStmtsForInserts"
            + " useCompression user useServerPrepStmts yearIsDateType";

    private static final String POSTGRESQL = "ApplicationName binaryTransfer cancelSignalTimeout connectTimeout currentSchema"
            + " defaultRowFetchSize hostRecheckSeconds loadBalanceHosts loginTimeout password prepareThreshold"
            + " preparedStatementCacheQueries queryTimeout reWriteBatchedInserts socketTimeout ssl sslmode stringtype"
            + " targetServerType tcpKeepAlive tcpNoDelay user";

    private static final String H2 = "CASE_INSENSITIVE_IDENTIFIERS COLLATION DATABASE_TO_LOWER DATABASE_TO_UPPER"
            + " DB_CLOSE_DELAY DB_CLOSE_ON_EXIT DEFAULT_LOCK_TIMEOUT DEFAULT_NULL_ORDERING IFEXISTS IGNORECASE LOCK_TIMEOUT"
            + " MODE NON_KEYWORDS OLD_INFORMATION_SCHEMA PASSWORD QUERY_TIMEOUT SCHEMA SCHEMA_SEARCH_PATH TIME_ZONE USER"
            + " ZERO_BASED_ENUMS";

    record Driver(String kind, String allowList, Set<String> properties) {
        @Override
        public String toString() {
            return kind;
        }
    }

    static Stream<Driver> drivers() {
        return Stream.of(
                new Driver("mysql", MYSQL, Arrays.stream(PropertyKey.values())
                        .flatMap(key -> Stream.of(key.getKeyName(), key.getCcAlias()).filter(name -> name != null))
                        .collect(Collectors.toSet())),
                new Driver("mariadb", MARIADB, Stream.concat(
                        Stream.concat(fields(Configuration.class), fields(Configuration.Builder.class)),
                        OptionAliases.OPTIONS_ALIASES.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())))
                        .collect(Collectors.toSet())),
                new Driver("postgresql", POSTGRESQL, Arrays.stream(PGProperty.values())
                        .map(PGProperty::getName).collect(Collectors.toSet())));
    }

    /** Reads the fields of the builder, as the driver does. */
    private static Stream<String> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).filter(field -> !field.isSynthetic()).map(Field::getName);
    }

    @Test
    void g8_allowListIsReviewed() {
        drivers().forEach(driver -> assertThat(names(driver.kind())).as(driver.kind()).isEqualTo(list(driver.allowList())));
        Set<String> h2 = list(H2);
        h2.remove("TIME_ZONE");
        h2.add("TIME ZONE");
        assertThat(names("h2")).isEqualTo(h2);
        assertThat(AllowedDriverProperties.kinds()).containsExactlyInAnyOrder("mysql", "mariadb", "postgresql", "h2");
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void g8_driverHasTheAllowedProperties(Driver driver) {
        assertThat(driver.properties()).usingElementComparator(String.CASE_INSENSITIVE_ORDER)
                .containsAll(list(driver.allowList()));
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void g8_otherPropertiesOfDriverAreRefused(Driver driver) {
        Set<String> list = list(driver.allowList());
        List<String> refused = driver.properties().stream()
                .filter(name -> !list.contains(AllowedDriverProperties.canonical(driver.kind(), name))).sorted().toList();

        assertThat(refused).hasSizeGreaterThan(40);
        for (String name : refused) {
            for (String value : List.of("true", "1", "x")) {
                for (String url : List.of("jdbc:%s://h/db?%s=%s", "%s://h/db?%s=%s")) {
                    assertRefused(driver.kind(), name, () -> UntrustedUrl.parse(url.formatted(driver.kind(), name, value),
                            driver.kind(), Set.of()));
                }
                assertRefused(driver.kind(), name, () -> UntrustedUrl.checkProperty(driver.kind(), name, value, Set.of()));
            }
            assertRefused(driver.kind(), name, () -> UntrustedUrl.checkProperty(driver.kind(), name, Set.of()));
        }
    }

    private static void assertRefused(String kind, String name, Runnable check) {
        assertThatExceptionOfType(DatabaseUrlException.class).as(kind + ' ' + name).isThrownBy(check::run);
    }

    /** An alias is allowed or refused together with its property. */
    @Test
    void g8_aliasesAreThoseOfTheDrivers() {
        for (PropertyKey key : PropertyKey.values()) {
            if (key.getCcAlias() != null) {
                assertThat(AllowedDriverProperties.canonical("mysql", key.getCcAlias())).as(key.getCcAlias())
                        .isEqualTo(AllowedDriverProperties.canonical("mysql", key.getKeyName()));
            }
        }
        OptionAliases.OPTIONS_ALIASES.forEach((alias, name) -> assertThat(AllowedDriverProperties.canonical("mariadb", alias))
                .as(alias).isEqualTo(AllowedDriverProperties.canonical("mariadb", name)));

        assertThatNoException().isThrownBy(() -> UntrustedUrl.parse("jdbc:mariadb://h/d?trustCertificateKeyStoreUrl=/x",
                "mariadb", Set.of("TRUSTSTORE")));
        assertThatNoException().isThrownBy(() -> UntrustedUrl.parse("jdbc:mysql://h/d?queryInfoCacheFactory=x", "mysql",
                Set.of("parseInfoCacheFactory")));
        assertThatNoException().isThrownBy(() -> UntrustedUrl.parse("mysql://h/d?serverTimezone=UTC", "mysql", Set.of()));
    }

    /** A reason for a refusal must not be hidden by an entry of the allowed names, and each name has one spelling. */
    @Test
    void g8_listsAreConsistent() {
        for (String kind : AllowedDriverProperties.kinds()) {
            Set<String> seen = new TreeSet<>();
            for (DeniedPropertyReason danger : DeniedPropertyReason.values()) {
                for (String name : danger.of(kind)) {
                    assertThat(AllowedDriverProperties.canonical(kind, name)).as(name).isEqualTo(name.toLowerCase(Locale.ROOT));
                    assertThat(seen.add(name.toLowerCase(Locale.ROOT))).as(kind + ' ' + name + " is there once").isTrue();
                    assertThat(name.equals("sessionVariables") || AllowedDriverProperties.value(kind, name) == null)
                            .as(kind + ' ' + name).isTrue();
                }
            }
        }
    }

    private static Set<String> names(String kind) {
        return sorted(AllowedDriverProperties.names(kind).keySet().stream());
    }

    private static Set<String> list(String names) {
        return sorted(Arrays.stream(names.split(" ")));
    }

    private static Set<String> sorted(Stream<String> names) {
        Comparator<String> order = String.CASE_INSENSITIVE_ORDER;
        return names.collect(Collectors.toCollection(() -> new TreeSet<>(order)));
    }
}
