package io.quarkiverse.binds.runtime.url;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The reason why a driver property is refused, if it is known. It affects messages only: a property that is missing in
 * {@link AllowedDriverProperties} is refused in any case. Names of older drivers are included.
 */
enum DeniedPropertyReason {

    FILES("it reads or writes files", Map.of(
            "mysql", names("allowLoadLocalInfile allowUrlInLocalInfile allowLoadLocalInfileInPath trustCertificateKeyStoreUrl"
                    + " clientCertificateKeyStoreUrl serverRSAPublicKeyFile ociConfigFile idTokenFile useConfigs"
                    + " xdevapi.ssl-keystore xdevapi.ssl-truststore"),
            "mariadb", names("allowLocalInfile allowLoadLocalInfile serverSslCert keyStore trustStore serverRsaPublicKeyFile"),
            "postgresql", names("sslcert sslkey sslrootcert loggerFile passfile service sslcrl"),
            "h2", names("TRACE_LEVEL_FILE TRACE_MAX_FILE_SIZE TRACE_LEVEL_SYSTEM_OUT CIPHER CREATE FORBID_CREATION FILE_LOCK"
                    + " ACCESS_MODE_DATA AUTO_SERVER AUTO_SERVER_PORT RECOVER RECOVER_TEST CREATE_BUILD MAX_LOG_SIZE"
                    + " OPEN_NEW PAGE_SIZE"))),

    CLASSES("it loads classes", Map.of(
            "mysql", names("autoDeserialize queryInterceptors statementInterceptors connectionLifecycleInterceptors"
                    + " exceptionInterceptors propertiesTransform socketFactory authenticationPlugins clientInfoProvider"
                    + " defaultAuthenticationPlugin authenticationFidoCallbackHandler authenticationWebAuthnCallbackHandler"
                    + " authenticationOpenidConnectCallbackHandler loadBalanceStrategy ha.loadBalanceStrategy"
                    + " loadBalanceExceptionChecker logger profilerEventHandler serverConfigCacheFactory"
                    + " queryInfoCacheFactory sslContextProvider keyManagerFactoryProvider trustManagerFactoryProvider"
                    + " keyStoreProvider openTelemetry"),
            "mariadb", names("socketFactory tlsSocketType credentialType"),
            "postgresql", names("socketFactory socketFactoryArg sslfactory sslfactoryarg sslhostnameverifier"
                    + " sslpasswordcallback authenticationPluginClassName xmlFactoryFactory classLoaderStrategy"
                    + " connectExecutor connectExecutorArg"),
            "h2", names("DATABASE_EVENT_LISTENER DEFAULT_TABLE_ENGINE JAVA_OBJECT_SERIALIZER CACHE_TYPE JMX"))),

    AUTHENTICATION("it widens authentication", Map.of(
            "mysql", names("allowPublicKeyRetrieval disabledAuthenticationPlugins password1 password2 password3"
                    + " ldapServerHostname ociConfigProfile passwordCharacterEncoding xdevapi.auth"),
            "mariadb", names("allowPublicKeyRetrieval restrictedAuth servicePrincipalName"),
            "postgresql", names("jaasLogin jaasApplicationName gsslib gssEncMode gssUseDefaultCreds gssResponseTimeout"
                    + " kerberosServerName useSpnego sspiServiceClass requireAuth scramMaxIterations replication"),
            "h2", names("AUTHENTICATOR AUTHREALM AUTHZPWD PASSWORD_HASH"))),

    SQL("it runs SQL, or more of it than was sent", Map.of(
            "mysql", names("allowMultiQueries sessionVariables createDatabaseIfNotExist loadBalanceAutoCommitStatementRegex"
                    + " explainSlowQueries"),
            "mariadb", names("allowMultiQueries sessionVariables createDatabaseIfNotExist initSql"),
            "postgresql", names("options preferQueryMode"),
            "h2", names("INIT BUILTIN_ALIAS_OVERRIDE ALLOW_LITERALS CLUSTER"))),

    PLACE("it leads to another place than the URL says", Map.of(
            "mysql", names("host port address protocol path dbname type dnsSrv xdevapi.dns-srv socksProxyHost socksProxyPort"
                    + " socksProxyRemoteDns localSocketAddress"),
            "mariadb", names("pipe localSocket localSocketAddress permitRedirect database"),
            "postgresql", names("PGHOST PGPORT PGDBNAME hostaddr localSocketAddress"))),

    ENCRYPTION("it may weaken encryption", Map.of(
            "mysql", names("tlsVersions tlsCiphersuites fallbackToSystemKeyStore fallbackToSystemTrustStore fipsCompliantJsse"
                    + " trustCertificateKeyStoreType trustCertificateKeyStorePassword clientCertificateKeyStoreType"
                    + " clientCertificateKeyStorePassword xdevapi.ssl-mode xdevapi.ssl-keystore-type"
                    + " xdevapi.ssl-keystore-password xdevapi.ssl-truststore-type xdevapi.ssl-truststore-password"
                    + " xdevapi.fallback-to-system-keystore xdevapi.fallback-to-system-truststore xdevapi.tls-versions"
                    + " xdevapi.tls-ciphersuites"),
            "mariadb", names("useSsl trustServerCertificate disableSslHostnameVerification enabledSslCipherSuites"
                    + " enabledSslProtocolSuites fallbackToSystemKeyStore fallbackToSystemTrustStore keyPassword"
                    + " keyStoreType keyStorePassword trustStoreType trustStorePassword"),
            "postgresql", names("sslpassword sslNegotiation channelBinding pemKeyAlgorithm"))),

    LOGS("it writes data to logs or errors", Map.of(
            "mysql", names("profileSQL autoGenerateTestcaseScript enablePacketDebug traceProtocol dumpQueriesOnException"
                    + " logSlowQueries autoSlowLog gatherPerfMetrics logXaCommands paranoid useUsageAdvisor"
                    + " includeInnodbStatusInDeadlockExceptions includeThreadDumpInDeadlockExceptions"),
            "mariadb", names("dumpQueriesOnException includeInnodbStatusInDeadlockExceptions"
                    + " includeThreadDumpInDeadlockExceptions"),
            "postgresql", names("loggerLevel logServerErrorDetail logUnclosedConnections")));

    private final String reason;
    private final Map<String, Set<String>> kinds;

    DeniedPropertyReason(String reason, Map<String, Set<String>> kinds) {
        this.reason = reason;
        this.kinds = kinds;
    }

    /** The reason in a message, as in "the property ... is refused: it reads or writes files". */
    String reason() {
        return reason;
    }

    /** Finds the reason for a property; null if none is known. */
    static DeniedPropertyReason of(String kind, String name) {
        String canonical = AllowedDriverProperties.canonical(kind, name);
        for (DeniedPropertyReason danger : values()) {
            if (danger.kinds.getOrDefault(kind, Set.of()).contains(canonical)) {
                return danger;
            }
        }
        return null;
    }

    /** The canonical names, sorted, found in any case. */
    Set<String> of(String kind) {
        return kinds.getOrDefault(kind, Set.of());
    }

    private static Set<String> names(String list) {
        Set<String> result = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        result.addAll(Set.of(list.split(" ")));
        return result;
    }
}
