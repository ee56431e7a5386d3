package io.quarkiverse.binds.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.quarkiverse.binds.runtime.url.DatabaseUrlException;
import io.quarkiverse.binds.runtime.url.DriverProperties;
import io.quarkus.agroal.spi.JdbcDriverBuildItem;

/**
 * M3: URLs from public configurations and questions. Each has the meaning it has there, or is refused with the correct
 * form; no parameter reaches a driver that ignores it.
 */
class UrlsInTheWildTest {

    private static final Map<String, List<String>> DRIVERS = DriverPropertyLists.of(List.of(
            new JdbcDriverBuildItem("mysql", "com.mysql.cj.jdbc.Driver"),
            new JdbcDriverBuildItem("mariadb", "org.mariadb.jdbc.Driver"),
            new JdbcDriverBuildItem("postgresql", "org.postgresql.Driver")));

    /** Expected JDBC URL, or words of the refusal, after '!' and separated by '~'. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            mysql://u:p@h/d?charset=utf8mb4 | jdbc:mysql://h/d?characterEncoding=UTF-8
            mysql+pymysql://u:p@h/d?charset=utf8mb4&collation=utf8mb4_unicode_ci | jdbc:mysql://h/d?characterEncoding=UTF-8&connectionCollation=utf8mb4_unicode_ci
            mysql+mysqldb://bob:p%40ss%2Fw0rd@bob.mysql.example/bob$shop | jdbc:mysql://bob.mysql.example/bob$shop
            mysql+mysqlconnector://u:p@h/d?auth_plugin=mysql_native_password | !auth_plugin~the driver takes what the server asks for
            mysql+mysqlconnector://u:p@h/d?use_pure=True | !use_pure~remove it
            mysql+aiomysql://u:p@h/d?charset=utf8mb4&autocommit=true | !autocommit~session
            mysql+asyncmy://u:p@h/d | jdbc:mysql://h/d
            mysql+oursql://u:p@h/d | !driver suffix~write mysql://
            mysql+gaerdbms:///d | !driver suffix~write mysql://
            mysql+auroradataapi://u:p@h/d | !driver suffix~write mysql://
            mysql+pyodbc://dsn | !ODBC data source~write mysql://
            mysql+pymysql://u:p@/d?unix_socket=/cloudsql/p:r:i | !unix_socket~host and port
            mysql://u:p@localhost/d?unix_socket=%2Ftmp%2Fmysql.sock&charset=utf8 | !unix_socket~host and port
            mysql+pymysql://u:p@gw.example:4000/d?ssl_ca=/ca.pem&ssl_verify_cert=true&ssl_verify_identity=true | !ssl_ca~keytool~trustCertificateKeyStoreUrl
            mysql+pymysql://u:p@gw.example:4000/d?ssl_verify_cert=true | !ssl_verify_cert~sslMode=VERIFY_CA~VERIFY_IDENTITY
            mysql+pymysql://u:p@gw.example:4000/d?ssl_verify_identity=true | !ssl_verify_identity~sslMode=VERIFY_IDENTITY
            mysql+mysqldb://u:p@h/d?ssl_mode=VERIFY_IDENTITY&ssl_ca=/ca.pem | !ssl_ca~keytool
            mariadb+mariadbconnector://u:p@h/d?ssl_mode=VERIFY_IDENTITY&ssl_ca=/ca.pem | jdbc:mariadb://h/d?sslMode=verify-full&serverSslCert=/ca.pem
            mysql+pymysql://u:p@h/d?ssl=true | !'ssl'~sslMode
            mysql+pymysql://u:p@h/d?binary_prefix=true | !binary_prefix~remove it
            mysql+pymysql://u:p@h/d?read_timeout=30&connect_timeout=5 | jdbc:mysql://h/d?socketTimeout=30000&connectTimeout=5000
            mysql+pymysql://u:p@h/d?write_timeout=30 | !write_timeout~socketTimeout
            mysql://u:p@h/d?use_unicode=1&charset=utf8 | jdbc:mysql://h/d?characterEncoding=UTF-8
            mysql+pymysql://u:p@h/d?local_infile=1 | jdbc:mysql://h/d?allowLoadLocalInfile=true
            mysql+pymysql://u:p@h/d?init_command=SET%20time_zone | !init_command~new-connection-sql
            mysql://u:p@h/d?pool_recycle=3600 | !pool_recycle~quarkus.binds.pool.recycle
            mysql://u:p@h/d?pool_size=3&max_overflow=1 | !pool_size~quarkus.binds.pool.size
            mysql://u:p@h/d?max_overflow=1 | !max_overflow~quarkus.binds.pool.max-overflow
            mysql://u:p@h/d?pool_pre_ping=true | !pool_pre_ping~quarkus.binds.pool.pre-ping
            mysql+pymysql://admin%40srv1:p@h/d?ssl_mode=REQUIRED | jdbc:mysql://h/d?sslMode=REQUIRED
            mysql+pymysql://admin@srv1:p@h/d | jdbc:mysql://h/d
            mysql+mysqldb://root@<PUBLIC-IP>/<DB> | !host name
            mysql://u:p#x@h/d | !%23
            mysql://u:p?x@h/d | !%3F
            mysql://u:p%x@h/d | !%25
            mysql://u:p@+&=;"x@h/d | jdbc:mysql://h/d
            mysql://u:p@us-cdbr.example/heroku_1?reconnect=true | jdbc:mysql://us-cdbr.example/heroku_1
            mysql://u:p@us-cdbr.example/heroku_1?reconnect=false | !reconnect~replaced by the pool
            mysql://u:p@jawsdb.example:3306/x | jdbc:mysql://jawsdb.example:3306/x
            mysql2://u:p@h/d?reconnect=true | !mysql2~write mysql://
            mysql2://u:p@h/d?pool=5&encoding=utf8mb4 | !mysql2~write mysql://
            mysql://u:p@h/d?pool=5&encoding=utf8mb4 | !'pool'~quarkus.binds.pool.size
            mysql://u:p@h/d?encoding=utf8mb4 | jdbc:mysql://h/d?characterEncoding=UTF-8
            trilogy://u:p@h/d?ssl=true | !trilogy~write mysql://
            postgres://u:p@h:5432/d?sslmode=require | jdbc:postgresql://h:5432/d?sslmode=require
            postgresql+asyncpg://u:p@h/d?ssl=require | !sslmode
            postgresql+asyncpg://u:p@h/d?prepared_statement_cache_size=0 | !prepareThreshold=0
            postgresql+psycopg2://u:p@/d?host=/var/run/postgresql | !sockets of Unix
            postgresql+pg8000://u:p@/d?unix_sock=/cloudsql/x | !sockets of Unix
            postgresql://u:p@h/d?sslmode=require&channel_binding=require | jdbc:postgresql://h/d?sslmode=require&channelBinding=require
            postgresql://u:p@h:6543/d?pgbouncer=true&connection_limit=1 | !connection_limit~quarkus.binds.pool.size
            postgresql://u:p@h:6543/d?pgbouncer=true | jdbc:postgresql://h:6543/d?prepareThreshold=0
            postgresql://u:p@h/d?options=-csearch_path%3Dapp | jdbc:postgresql://h/d?options=-csearch_path%3Dapp
            postgresql://u:p@h/d?schema=public | jdbc:postgresql://h/d?currentSchema=public
            postgresql://u:p@h/d?sslmode=no-verify | !sslmode must be~require
            postgresql://a:5432,b:5433/d?target_session_attrs=read-write | jdbc:postgresql://a:5432,b:5433/d?targetServerType=primary
            postgresql://u:p@h/d?sslmode=verify-full&sslrootcert=/ca.crt | jdbc:postgresql://h/d?sslmode=verify-full&sslrootcert=%2Fca.crt
            postgresql://%2Fvar%2Frun%2Fpostgresql/d | !sockets of Unix
            pgsql://u:p@h/d | !write postgresql://
            postgis://u:p@h/d | !write postgresql://
            psql://u:p@h/d | !write postgresql://
            cockroachdb://u:p@h/d | !write postgresql://
            redshift+psycopg2://u:p@h/d | !write postgresql://
            mysql://u:p@h/d?serverVersion=8.0.32&charset=utf8mb4 | !serverVersion~db-version
            pdo-mysql://u:p@h/d | !write mysql://
            mysql-connector://u:p@h/d | !write mysql://
            mysqls://u:p@h/d | !mysql://~sslMode=REQUIRED
            mysqlx://u:p@h/d | !write mysql://
            django.db.backends.mysql://u:p@h/d | !write mysql://
            mysql://u:p@h/d?sslaccept=strict | jdbc:mysql://h/d?sslMode=VERIFY_IDENTITY
            mysql://u:p@h/d?sslaccept=accept_invalid_certs | jdbc:mysql://h/d?sslMode=REQUIRED
            mysql://u:p@h/d?sslaccept=maybe | !sslaccept~strict
            mysql://u:p@h/d?ssl={"rejectUnauthorized":true} | !'ssl'~sslMode
            mysql://u:p@h:25060/d?ssl-mode=REQUIRED | jdbc:mysql://h:25060/d?sslMode=REQUIRED
            mysql://u:p@h:25060/d?sslmode=require | jdbc:mysql://h:25060/d?sslMode=REQUIRED
            mysql://u:p@h/d?sslMode=verify-full | jdbc:mysql://h/d?sslMode=VERIFY_IDENTITY
            mysql://u:p@h/d?SSLMODE=Required | jdbc:mysql://h/d?sslMode=REQUIRED
            mysql://u:p@h/d?usessl=true&requiressl=true | jdbc:mysql://h/d?useSSL=true&requireSSL=true
            mysql://u:p@h/d?tls=skip-verify | jdbc:mysql://h/d?sslMode=REQUIRED
            mysql://u:p@h/d?tls=true | jdbc:mysql://h/d?sslMode=VERIFY_IDENTITY
            mysql://u:p@h/d?encrypt=true | !encrypt~sslMode
            mysql://u:p@h/d?sslca=/ca.pem | !sslca~keytool
            mariadb://u:p@h/d?sslmode=require | jdbc:mariadb://h/d?sslMode=trust
            mariadb://u:p@h/d?ssl-mode=VERIFY_CA | jdbc:mariadb://h/d?sslMode=verify-ca
            mariadb://u:p@h/d?sslmode=prefer | !verify-ca
            mariadb://u:p@h/d?requireSSL=true | !requireSSL~sslMode
            mariadb://u:p@h/d?serverTimezone=UTC | !serverTimezone
            postgresql://u:p@h/d?sslMode=verify-full | jdbc:postgresql://h/d?sslmode=verify-full
            postgresql://u:p@h/d?ssl-mode=REQUIRED | jdbc:postgresql://h/d?sslmode=require
            postgresql://u:p@h/d?useSSL=true | !useSSL~sslmode
            postgresql://u:p@h/d?requireSSL=true | !requireSSL~sslmode
            postgresql://u:p@h/d?encrypt=true | !encrypt~sslmode
            mysql://u:p@h/d?connection_limit=5&pool_timeout=2 | !connection_limit~quarkus.binds.pool.size
            mysql://u:p@h/d?pool_timeout=2 | !pool_timeout~quarkus.binds.pool.timeout
            mysql://u:p@h/d?timezone=Z&charset=utf8mb4_general_ci | !timezone~connectionTimeZone
            mysql://u:p@h/d?charset=utf8mb4_general_ci | !unknown charset
            mysql://u:p@h/d?time-zone=UTC | !time-zone~connectionTimeZone
            mysql://u:p@tcp(h:3306)/d?parseTime=true | !Go~mysql://user:password@host:3306/database
            u:p@tcp(h)/d | !Go~mysql://user:password@host:3306/database
            mysql://u:p@h/d?parseTime=true&loc=Local | !parseTime~remove it
            mysql://u:p@h/d?loc=Local | !'loc'~remove it
            mariadb://u:p@h/d?connectionLimit=5 | !connectionLimit~quarkus.binds.pool.size
            mariadb://u:p@h/d?maxPoolSize=5 | !maxPoolSize~quarkus.binds.pool.size
            mariadb+pymysql://u:p@h/d | jdbc:mariadb://h/d
            r2dbc:mysql://u:p@h/d | !known scheme
            vertx-reactive:mysql://u:p@h/d | !known scheme
            mysql:host=h;dbname=d | !two slashes
            jdbc:mysql://h/d?useUnicode=true&characterEncoding=utf8&useSSL=false&serverTimezone=UTC&allowPublicKeyRetrieval=true | jdbc:mysql://h/d?useUnicode=true&characterEncoding=utf8&useSSL=false&serverTimezone=UTC&allowPublicKeyRetrieval=true
            jdbc:mysql://h/d?characterEncoding=utf8&useSSL=false&serverTimezone=UTC&allowPublicKeyRetrieval=true | jdbc:mysql://h/d?characterEncoding=utf8&useSSL=false&serverTimezone=UTC&allowPublicKeyRetrieval=true
            jdbc:mysql://h/d?characterEncoding=utf8mb4 | !characterEncoding=UTF-8
            jdbc:mysql://h/d?sslmode=REQUIRED | !write sslMode
            jdbc:mysql://h/d?sockettimeout=1000 | !write socketTimeout
            jdbc:mysql://h/d?ssl-mode=REQUIRED | !did you mean sslMode
            jdbc:mariadb://h/d?SSLMODE=trust | jdbc:mariadb://h/d?SSLMODE=trust
            jdbc:mariadb://h/d?requireSSL=true | !requireSSL~sslMode
            jdbc:postgresql://h/d?SocketTimeout=1 | !write socketTimeout
            jdbc:postgresql://h/d?connecttimeout=1 | !write connectTimeout
            jdbc:postgresql://h/d?applicationName=x | !write ApplicationName
            jdbc:postgresql://h/d?defaultrowfetchsize=1 | !write defaultRowFetchSize
            postgresql://u:p@h/d?applicationName=x&defaultrowfetchsize=1 | jdbc:postgresql://h/d?ApplicationName=x&defaultRowFetchSize=1
            jdbc:mysql://(host=h,port=1,sslmode=REQUIRED)/d | !write sslMode
            jdbc:mysql://(host=h,port=1,sslMode=REQUIRED),address=(host=i)(port=2)/d | jdbc:mysql://(host=h,port=1,sslMode=REQUIRED),address=(host=i)(port=2)/d
            jdbc:mysql:loadbalance://a,b/d | jdbc:mysql:loadbalance://a,b/d
            jdbc:mysql:replication://a,b/d | jdbc:mysql:replication://a,b/d
            jdbc:mariadb:sequential://a,b/d | jdbc:mariadb:sequential://a,b/d
            jdbc:mysql://shop:secret@h/d | jdbc:mysql://shop:secret@h/d
            jdbc:mysql://h/d?user=u&password=secret | jdbc:mysql://h/d?user=u&password=secret
            mysql://u:p@h:/d | !port
            mysql://:p@h/d | !without a user name
            mysql://u:p@h/d/ | !second '/'
            mysql+pymysql//u:p@h/d | !scheme
            mysql:/u:p@h/d | !two slashes
            MYSQL+PYMYSQL://U:p@H/D | jdbc:mysql://H/D
            mysql://u:@h/d | jdbc:mysql://h/d
            mysql://u:p@db_1/d | jdbc:mysql://db_1/d
            mysql://u:p@h/d?charset=utf8mb4&amp;ssl_mode=REQUIRED | !&amp;
            mysql://u:p@h/d;charset=utf8mb4 | !';'~?charset=
            mysql://u:p@h/d?charset=utf8mb4;host=x | !';'
            mysql://u:p@h/d?connect-timeout=5 | jdbc:mysql://h/d?connectTimeout=5000
            mysql://u:p@h/d?statement-timeout=5 | !statement-timeout~transaction-timeout
            mysql://u:p@h/d?readTimeout=5 | !readTimeout~socketTimeout
            mysql://u:p@h/d?timeout=5 | !'timeout'~connectTimeout
            mysql://u:p@h/d?rewriteBatchedStatments=true | !did you mean rewriteBatchedStatements
            postgresql://u:p@h/d?timezone=UTC | !timezone~TimeZone
            postgresql://u:p@h/d?pool=5 | !'pool'~quarkus.binds.pool.size
            """)
    void urlIsTranslatedOrRefused(String url, String outcome) {
        List<String> problems = new ArrayList<>();
        DatabaseUrl parsed = null;
        try {
            parsed = DatabaseUrl.parse(url);
            DriverProperties driver = new DriverProperties(parsed.kind().orElseThrow(), DRIVERS.get(parsed.kind().get()));
            for (String name : DriverProperties.inUrl(parsed.jdbcUrl())) {
                String problem = driver.problem(name);
                if (problem != null) {
                    problems.add("'" + name + "' " + problem);
                }
            }
        } catch (DatabaseUrlException e) {
            problems.add(e.getMessage());
        }
        if (outcome.startsWith("!")) {
            assertThat(problems).as(url).isNotEmpty();
            assertThat(problems.get(0)).contains(outcome.substring(1).split("~")).doesNotContain(":p@");
        } else {
            assertThat(problems).isEmpty();
            assertThat(parsed.jdbcUrl()).isEqualTo(outcome);
        }
    }

    /** The lists come from the drivers, so that a new version adds its names. */
    @Test
    void driversListTheirProperties() {
        assertThat(DRIVERS.get("mysql")).hasSizeGreaterThan(200).contains("sslMode", "serverTimezone", "xdevapi.ssl-mode");
        assertThat(DRIVERS.get("mariadb")).hasSizeGreaterThan(80).contains("sslMode", "useSsl", "nullcatalogmeanscurrent");
        assertThat(DRIVERS.get("postgresql")).hasSizeGreaterThan(80).contains("sslmode", "ApplicationName");
    }
}
