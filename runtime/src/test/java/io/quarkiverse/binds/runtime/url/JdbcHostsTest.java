package io.quarkiverse.binds.runtime.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcHostsTest {

    @Test
    void urlIsSplitByHost() {
        assertThat(JdbcHosts.split("jdbc:mysql://a:3306,b,[::1]:3307/db?x=a,b&y=1")).containsExactly(
                "jdbc:mysql://a:3306/db?x=a,b&y=1", "jdbc:mysql://b/db?x=a,b&y=1", "jdbc:mysql://[::1]:3307/db?x=a,b&y=1");
        assertThat(JdbcHosts.split("jdbc:mariadb://a,b")).containsExactly("jdbc:mariadb://a", "jdbc:mariadb://b");
        assertThat(JdbcHosts.split("jdbc:postgresql://a:1,b/db?x=1")).containsExactly("jdbc:postgresql://a:1/db?x=1",
                "jdbc:postgresql://b/db?x=1");
        assertThat(JdbcHosts.split(DatabaseUrl.parse("mysql://u:p@a,b:1/db").jdbcUrl())).containsExactly("jdbc:mysql://a/db",
                "jdbc:mysql://b:1/db");
    }

    /** URLs with more than names and ports stay unchanged. */
    @ParameterizedTest
    @ValueSource(strings = { "jdbc:mysql://a/db,c", "jdbc:mysql:replication://a,b/db", "jdbc:mysql:loadbalance://a,b/db",
            "jdbc:mariadb:sequential://a,b/db", "jdbc:mysql://(host=a),(host=b)/db", "jdbc:mysql://address=(host=a),b/db",
            "jdbc:mysql://u:p@a,b/db", "jdbc:h2:mem:a,b", "jdbc:mysql:" })
    void otherUrlsStayUnchanged(String url) {
        assertThat(JdbcHosts.split(url)).containsExactly(url);
    }
}
