package io.quarkiverse.binds.runtime.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Row G8: each known attack by a database URL is refused, in each syntax of a driver's properties. */
class UntrustedUrlAttackTest {

    private static final String SECRET = "s3cr3t";
    private static final String VALUE = "evil.Value-42";

    /** Repeated here, since a test that used the code's own list would miss a name that the code misses. */
    private static final String MYSQL = "autoDeserialize allowLoadLocalInfile allowUrlInLocalInfile allowLoadLocalInfileInPath"
            + " queryInterceptors statementInterceptors connectionLifecycleInterceptors exceptionInterceptors"
            + " propertiesTransform socketFactory authenticationPlugins defaultAuthenticationPlugin"
            + " disabledAuthenticationPlugins clientInfoProvider loadBalanceStrategy ha.loadBalanceStrategy"
            + " haLoadBalanceStrategy ha.enableJMX haEnableJMX loadBalanceExceptionChecker serverAffinityOrder logger"
            + " profilerEventHandler serverConfigCacheFactory parseInfoCacheFactory queryInfoCacheFactory"
            + " trustCertificateKeyStoreUrl trustCertificateKeyStoreType trustCertificateKeyStorePassword"
            + " clientCertificateKeyStoreUrl clientCertificateKeyStoreType clientCertificateKeyStorePassword"
            + " allowPublicKeyRetrieval serverRSAPublicKeyFile ociConfigFile ociConfigProfile idTokenFile ldapServerHostname"
            + " authenticationOpenidConnectCallbackHandler authenticationWebAuthnCallbackHandler"
            + " authenticationFidoCallbackHandler password1 password2 password3 allowMultiQueries sessionVariables useConfigs"
            + " createDatabaseIfNotExist loadBalanceAutoCommitStatementRegex sslContextProvider KeyManagerFactoryProvider"
            + " trustManagerFactoryProvider keyStoreProvider fallbackToSystemKeyStore fallbackToSystemTrustStore tlsVersions"
            + " enabledTLSProtocols tlsCiphersuites enabledSSLCipherSuites dnsSrv socksProxyHost socksProxyPort"
            + " socksProxyRemoteDns localSocketAddress protocol path namedPipePath address type dbname"
            + " customCharsetMapping connectionAttributes openTelemetry resourceId xdevapi.ssl-truststore"
            + " xdevapi.ssl-keystore xdevapiSslKeystore xdevapi.auth xdevapi.dns-srv profileSQL traceProtocol"
            + " enablePacketDebug autoGenerateTestcaseScript sslMode useSSL requireSSL verifyServerCertificate";

    private static final String MARIADB = "allowLocalInfile allowLoadLocalInfile initSql credentialType keyStore trustStore"
            + " keyStorePassword trustStorePassword keyPassword keyStoreType trustStoreType clientCertificateKeyStoreUrl"
            + " clientCertificateKeyStorePassword clientCertificateKeyStoreType trustCertificateKeyStoreUrl"
            + " trustCertificateKeyStorePassword trustCertificateKeyStoreType serverSslCert servicePrincipalName tlsSocketType"
            + " socketFactory restrictedAuth serverRsaPublicKeyFile allowPublicKeyRetrieval allowMultiQueries sessionVariables"
            + " localSocket pipe localSocketAddress permitRedirect createDatabaseIfNotExist pool registerJmxPool useSsl useSSL"
            + " trustServerCertificate disableSslHostnameVerification enabledSslCipherSuites enabledSslProtocolSuites"
            + " fallbackToSystemKeyStore fallbackToSystemTrustStore connectionAttributes galeraAllowedState"
            + " dumpQueriesOnException sslMode autoDeserialize queryInterceptors permitMysqlScheme database";

    private static final String POSTGRESQL = "socketFactory socketFactoryArg sslfactory sslfactoryarg sslhostnameverifier"
            + " sslpasswordcallback loggerFile loggerLevel authenticationPluginClassName sslcert sslkey sslrootcert sslpassword"
            + " sslmode ssl sslNegotiation sslResponseTimeout jaasLogin jaasApplicationName gsslib gssEncMode"
            + " gssUseDefaultCreds gssResponseTimeout kerberosServerName useSpnego sspiServiceClass xmlFactoryFactory passfile"
            + " service options localSocketAddress replication channelBinding requireAuth scramMaxIterations preferQueryMode"
            + " connectExecutor connectExecutorArg classLoaderStrategy allowEncodingChanges pemKeyAlgorithm hostaddr"
            + " PGHOST PGPORT PGDBNAME logServerErrorDetail maxResultBuffer autosave assumeMinServerVersion";

    private static final String H2 = "INIT TRACE_LEVEL_FILE TRACE_LEVEL_SYSTEM_OUT TRACE_MAX_FILE_SIZE CIPHER AUTHREALM"
            + " AUTHZPWD AUTHENTICATOR PASSWORD_HASH DATABASE_EVENT_LISTENER DEFAULT_TABLE_ENGINE JAVA_OBJECT_SERIALIZER"
            + " CACHE_TYPE JMX AUTO_SERVER AUTO_SERVER_PORT FILE_LOCK CREATE FORBID_CREATION RECOVER RECOVER_TEST OPEN_NEW"
            + " ACCESS_MODE_DATA MAX_LOG_SIZE CREATE_BUILD BUILTIN_ALIAS_OVERRIDE ALLOW_LITERALS CLUSTER CATALOG EXCLUSIVE"
            + " IGNORE_UNKNOWN_SETTINGS REFERENTIAL_INTEGRITY READONLY @ CACHE_SIZE NETWORK_TIMEOUT NO_UPGRADE PAGE_SIZE";

    /** Places of a property and its value (%s) from which its name can be read. */
    private static final List<String> QUERIES = List.of("?%s", "?connectTimeout=1&%s", "?%s&connectTimeout=1", "?&&%s",
            "?user=u&password=s3cr3t&%s", "?%s&%1$s");

    private static Stream<String> named(String kind) {
        String own = kind + "://u:s3cr3t@h/db";
        String jdbc = "jdbc:" + kind;
        Stream<String> places = Stream.of(own, own + "2", kind + "://h,h2:1", jdbc + "://h/db", jdbc + "://h:1,h2:2/db",
                jdbc + "://[::1]:3306/db", jdbc + ":///db", jdbc + "://h", jdbc + "://h/", "JDBC:" + kind + "://h/db",
                "  " + jdbc + "://h/db");
        Stream<String> more = switch (kind) {
            case "mysql" -> Stream.of("mysql+pymysql://u@h/db", "MYSQL://h/db", "jdbc:mysql://u:s3cr3t@h/db",
                    "jdbc:mysql:loadbalance://h,h2/db", "jdbc:mysql:replication://h,h2/db");
            case "mariadb" -> Stream.of("mariadb+pymysql://h/db", "jdbc:mariadb:sequential://h,h2/db",
                    "jdbc:mariadb:replication://h,h2/db", "jdbc:mariadb:loadbalance://h/db",
                    "jdbc:mariadb:load-balance-read://h/db");
            default -> Stream.of("postgres://h/db", "postgresql+psycopg2://h/db");
        };
        return Stream.concat(places, more).flatMap(place -> QUERIES.stream()
                .filter(query -> !place.contains("@") || !query.contains("user=")).map(query -> place + query));
    }

    private static final List<String> H2_PLACES = List.of("h2:mem:x;%s", "jdbc:h2:mem:x;%s", "H2:mem:x;%s", "jdbc:h2:mem:;%s",
            "h2:mem:x;MODE=MySQL;%s", "h2:mem:x;;%s;MODE=MySQL", "jdbc:h2:mem:x;USER=sa;PASSWORD=s3cr3t;%s");

    /** Forms that are refused entirely, so that no name has to be read. */
    private static final List<String> MYSQL_FORMS = List.of(
            "jdbc:mysql://(host=h,%s)/db", "jdbc:mysql://(%s,host=h)/db", "jdbc:mysql://( host = h , %s )/db",
            "jdbc:mysql://u:s3cr3t@(host=h,%s)/db", "jdbc:mysql://address=(host=h)(%s)/db", "jdbc:mysql://ADDRESS=(%s)/db",
            "jdbc:mysql://u@address=(host=h)(%s)/db", "jdbc:mysql://h,(host=h2,%s)/db", "jdbc:mysql://(host=h),(host=i,%s)/db",
            "jdbc:mysql://h,address=(host=h)(%s)/db", "jdbc:mysql://[h,(host=i,%s)]/db", "jdbc:mysql://u@[(host=h,%s),i]/db",
            "jdbc:mysql://[address=(host=h)(%s)]/db", "jdbc:mysql:loadbalance://(host=h,%s)/db",
            "jdbc:mysql:replication://address=(type=source)(host=h)(%s),address=(type=replica)(host=i)/db",
            "jdbc:mysql+srv://h/db?%s", "jdbc:mysql+srv:loadbalance://h/db?%s", "jdbc:mysql+srv:replication://h/db?%s",
            "jdbc:mysql:%%6Coadbalance://h/db?%s", "jdbc:mysql%%3A//h/db?%s", "jdbc:%%6Dysql://h/db?%s",
            "jdbc:mysql: //h/db?%s", "jdbc:mysql://h /db?%s", "jdbc:mysql://h/db ?%s", "jdbc:mysql://h/db? %s",
            "jdbc:mysql://h/db?%s #x", "jdbc:mysql://h/db#?%s", "jdbc:mysql://h/db?%s#x", "jdbc:mysql://h/db??%s",
            "jdbc:mysql://h//db?%s", "jdbc:mysql:h/db?%s", "jdbc:mysql:?%s", "jdbc:mysql:/?%s", "jdbc:mysql/db?%s",
            "mysqlx://h/db?%s", "mysqlx+srv://h/db?%s", "jdbc:mysqlx://h/db?%s", "mysql+srv://h/db?%s",
            "mysql://(host=h,%s)/db", "mysql://address=(host=h)(%s)/db", "mysql://h/db#?%s", "mysql://h/db? %s",
            "jdbc:tc:mysql:8://h/db?%s", "jdbc:p6spy:mysql://h/db?%s", "jdbc:aws-wrapper:mysql://h/db?%s",
            "jdbc:mysql:aurora://h/db?%s", "jdbc:MYSQL://h/db?%s");

    private static final List<String> MARIADB_FORMS = List.of(
            "jdbc:mariadb://address=(host=h)(%s)/db", "jdbc:mariadb://address=(host=h)(localSocket=/tmp/s)/db?%s",
            "jdbc:mariadb://address=(pipe=x)/db?%s", "jdbc:mariadb:sequential://address=(host=h)(%s)/db",
            "jdbc:mariadb:replication://address=(type=primary)(host=h),address=(type=replica)(host=i)/db?%s",
            "jdbc:mariadb://h,address=(host=i)(sslMode=disable)/db?%s", "jdbc:mariadb://h/address=(x)/db?%s",
            "jdbc:mariadb:aurora://h/db?%s", "jdbc:mariadb:%%2F//h/db?%s", "jdbc:mariadb:h/db?%s", "jdbc:mariadb://h/db#?%s",
            "jdbc:mariadb://h/db? %s", "jdbc:mysql://h/db?permitMysqlScheme&%s", "jdbc:mariadb://u@h/db?%s",
            "mariadb://h/db?x=address=(host=i)(%s)");

    private static final List<String> POSTGRESQL_FORMS = List.of("jdbc:postgresql:db?%s", "jdbc:postgresql:?%s",
            "jdbc:postgresql:/?%s", "jdbc:postgresql://h/db? %s", "jdbc:postgresql://h/a/b?%s", "jdbc:postgresql://h/db#?%s",
            "jdbc:postgres://h/db?%s", "jdbc:pgsql://h/db?%s", "jdbc:postgresql://u@h/db?%s",
            "jdbc:postgresql://h/db?user=u%%00options%%00-c&%s", "postgresql://u%%00%s@h/db");

    private static final List<String> H2_FORMS = List.of("jdbc:h2:mem:x\\;%s", "h2:mem:x;MODE=MySQL\\;%s", "h2:mem:x; %s",
            "h2:mem:x;%s\\;RUNSCRIPT FROM 'http://h/x.sql'", "h2:file:./x;%s", "h2:~/x;%s", "h2:/tmp/x;%s", "h2:./x;%s",
            "h2:C:/x;%s", "jdbc:h2:x;%s", "h2:zip:~/x.zip!/x;%s", "h2:nio:~/x;%s", "h2:nioMemFS:x;%s", "h2:split:28:~/x;%s",
            "h2:async:~/x;%s", "h2:classpath:x;%s", "h2:tcp://h/x;%s", "h2:ssl://h/x;%s", "jdbc:h2:tcp:h/x;%s",
            "jdbc:h2:file:zip:/x!/y;%s", "jdbc:h2:MEM:x;%s", "jdbc:H2:mem:x;%s", "jdbc:h2:mem:../x;%s", "jdbc:h2: mem:x;%s",
            "jdbc:h2:retry:nio:/x;%s", "h2:mem:x/y;%s");

    record Kind(String name, String properties, List<String> places, List<String> forms) {

        static boolean isShort(String place) {
            return place.matches("[^=]*[/b2?;]%s");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(new Kind("mysql", MYSQL, named("mysql").toList(), MYSQL_FORMS),
                new Kind("mariadb", MARIADB, named("mariadb").toList(), MARIADB_FORMS),
                new Kind("postgresql", POSTGRESQL, named("postgresql").toList(), POSTGRESQL_FORMS),
                new Kind("h2", H2, H2_PLACES, H2_FORMS));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void g8_propertyIsRefusedByName(Kind kind) {
        for (String name : kind.properties().split(" ")) {
            for (String place : kind.places()) {
                for (String written : List.of(name, name.toUpperCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))) {
                    String message = refusal(kind, place.formatted(written + '=' + VALUE));
                    if (!name.equals("@")) { // an invalid name is not shown
                        assertThat(message).containsIgnoringCase(name);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void g8_propertyIsRefusedInOtherCaseAndEscapes(Kind kind) {
        for (String name : kind.properties().split(" ")) {
            String escaped = "%" + Integer.toHexString(name.charAt(0)) + name.substring(1);
            for (String place : kind.places().stream().filter(Kind::isShort).toList()) {
                for (String written : List.of(escaped, name + "%00", ' ' + name, name + ' ', '+' + name, name + "%20",
                        name.replace('K', '\u212A').replace('k', '\u212A') + '\u200B', "\u0131" + name, '"' + name + '"')) {
                    refusal(kind, place.formatted(written + '=' + VALUE));
                }
                refusal(kind, place.formatted(name));
            }
        }
    }

    /** Letters that the drivers' case conversion turns into ASCII: H2 reads this as INIT (seen), MariaDB as socketFactory. */
    @Test
    void g8_propertyIsRefusedInFoldingLetters() {
        Kind h2 = new Kind("h2", "", List.of(), List.of());
        Kind mariadb = new Kind("mariadb", "", List.of(), List.of());

        assertThat(refusal(h2, "jdbc:h2:mem:x;\u0131n\u0131t=" + VALUE)).contains("not made of letters");
        assertThat(refusal(mariadb, "jdbc:mariadb://h/db?soc\u212AetFactory=" + VALUE)).contains("not made of letters");
        assertThat(refusal(mariadb, "mariadb://h/db?soc\u212AetFactory=" + VALUE)).contains("not made of letters");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void g8_propertyIsRefusedInUnparsedForms(Kind kind) {
        for (String form : kind.forms()) {
            for (String name : kind.properties().split(" ")) {
                assertThat(refusal(kind, form.formatted(name + '=' + VALUE))).isNotEmpty();
            }
        }
    }

    /** The forms above are refused with a harmless property as well. */
    @ParameterizedTest
    @MethodSource("kinds")
    void g8_unparsedFormIsRefused(Kind kind) {
        String harmless = kind.name().equals("h2") ? "IGNORECASE=TRUE" : "connectTimeout=1";
        for (String form : kind.forms()) {
            refusal(kind, form.formatted(harmless));
        }
    }

    @Test
    void g8_errorNamesTheReason() {
        Stream.of("mysql://h/db?allowLoadLocalInfile=true|files", "mysql://h/db?local_infile=1|files",
                "mysql://h/db?autoDeserialize=true|loads classes", "jdbc:mysql://h/db?queryInterceptors=x|loads classes",
                "mysql://h/db?allowPublicKeyRetrieval=true|widens authentication",
                "mysql://h/db?allowMultiQueries=true|runs SQL", "mysql://h/db?dnsSrv=true|another place",
                "mysql://h/db?tlsVersions=TLSv1|weaken encryption", "mysql://h/db?profileSQL=true|logs",
                "mysql://h/db?ultraDevHack=true|'ultraDevHack' is not known to be harmless: add it to allow-url-properties",
                "mysql://h/db?sslMode=DISABLED|'sslMode' may only be VERIFY_IDENTITY",
                "mysql://h/db?ssl_mode=DISABLED|'sslMode' may only be VERIFY_IDENTITY",
                "mysql://h/db?sessionVariables=a=(select 1)|'sessionVariables' may only be sql_mode='...'",
                "jdbc:mysql://(host=h,autoDeserialize=true)/db|properties of their own",
                "jdbc:mysql+srv://h/db|dnsSrv")
                .map(line -> line.split("\\|"))
                .forEach(line -> assertThat(refusal(new Kind("mysql", "", List.of(), List.of()), line[0])).contains(line[1]));
    }

    /** Values that allocate memory at once, or that are put into SQL unchanged. */
    @Test
    void g8_harmfulValuesAreRefused() {
        Stream.of("mysql prepStmtCacheSize 1000000000", "mysql connectionCollation utf8mb4_bin;DROP", "mysql useSSL false",
                "mysql connectionCollation x'y", "mysql characterEncoding UTF-8\"x", "mysql requireSSL false",
                "mysql sslMode PREFERRED", "mysql sslMode REQUIRED", "mysql verifyServerCertificate false",
                "mysql sessionVariables sql_mode='',x=1", "mysql sessionVariables sql_mode=''+or+''",
                "mariadb connectionTimeZone a'b", "mariadb sslMode trust", "mariadb sslMode disable",
                "mariadb prepStmtCacheSize 1000000000", "mariadb timezone x(y", "postgresql currentSchema a;b",
                "postgresql sslmode require", "postgresql sslmode disable", "postgresql ssl false",
                "postgresql ApplicationName a%00options%00b", "postgresql user a%00options%00b", "mysql user a%00b",
                "postgresql currentSchema a%0Ab", "mysql password a%00b", "h2 SCHEMA X'Y", "h2 MODE MySQL/*x*/",
                "h2 NON_KEYWORDS A(B)", "h2 TIME+ZONE UTC", "h2 DB_CLOSE_DELAY -1--")
                .map(line -> line.split(" "))
                .forEach(line -> {
                    String url = line[0].equals("h2") ? "jdbc:h2:mem:x;%s=%s" : "jdbc:" + line[0] + "://h/db?%s=%s";
                    refusal(new Kind(line[0], "", List.of(), List.of()), url.formatted(line[1], line[2]));
                });
    }

    private static String refusal(Kind kind, String url) {
        String message = null;
        try {
            UntrustedUrl.parse(url, kind.name(), Set.of("somethingElse"));
        } catch (DatabaseUrlException e) {
            message = e.getMessage();
        }
        if (message == null || message.contains(SECRET) || message.startsWith("Refused") && message.contains(VALUE)) {
            fail("%s %s: %s", kind.name(), url, message);
        }
        return message;
    }
}
