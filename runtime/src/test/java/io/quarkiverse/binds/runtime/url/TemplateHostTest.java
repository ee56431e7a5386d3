package io.quarkiverse.binds.runtime.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** L11: a key used as the host of a URL template is a name, and never an address in any notation. */
class TemplateHostTest {

    /** Addresses to at least one resolver, most of them 127.0.0.1. */
    private static final List<String> ADDRESSES = List.of("2130706433", "0", "1", "4294967295", "017700000001", "0x7f000001",
            "0X7F000001", "0x", "0x7f.1", "127.1", "127.0.1", "0177.0.0.1", "0x7f.0x0.0x0.0x1", "127.0.0.1", "127.0.0.1.",
            "00000177.1", "10.1", "192.168.1.1", "[::1]", "::1", "::ffff:127.0.0.1", "[::ffff:7f00:1]", "fe80::1%eth0",
            "%31%32%37.1", "127%2e0%2e0%2e1", "127\u30020\u30020\u30021", "\u0661\u0662\u0667.1", "\uff11\uff12\uff17.1",
            "\u2460\u2461\u2466.\u2460", "2130706433\u200b", "2130706433.", "\u0967", "1e3.1", "localhost.", "0x7f000001:80",
            "u@2130706433", "2130706433/x", "2130706433,evil");

    private static final List<String> TEMPLATES = List.of("mysql://u:p@{key}/x", "mysql://u:p@{key}:3306/x",
            "mysql://u:p@h,{key}/x", "mariadb://u:p@{key}/x", "postgresql://{key}:5432/x", "jdbc:mysql://u:p@{key}/x",
            "jdbc:mysql://(host={key},port=3306)/x", "jdbc:mysql://address=(host={key})(port=3306)/x",
            "jdbc:mariadb://{key}/x", "jdbc:mariadb:sequential://address=(host={key})(port=3306)/x",
            "jdbc:postgresql://{key}/x", "jdbc:h2:tcp:{key}/x", "h2:tcp://{key}:9092/x", "h2:ssl:{key}/x",
            "jdbc:sqlserver://{key};databaseName=x", "jdbc:sqlserver://;serverName={key};databaseName=x",
            "jdbc:mysql://h/x?socksProxyHost={key}");

    static Stream<Arguments> all() {
        return TEMPLATES.stream().flatMap(template -> ADDRESSES.stream().map(key -> Arguments.of(template, key)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void addressIsRefusedAsHost(String template, String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> UntrustedUrl.fill(template, key)).withMessageMatching(
                "(?s).*(in the host a key may not be a number|in the host or port a key may have letters|character in the key).*");
    }

    /** The text around the placeholder does not turn an address into a name. */
    @ParameterizedTest
    @CsvSource({ "mysql://u:p@{key}.1/x, 127", "mysql://u:p@{key}.0.0.1/x, 127", "mysql://u:p@{key}.{key}/x, 127",
            "mysql://u:p@0x{key}/x, 7f000001", "mysql://u:p@2{key}/x, 130706433", "mysql://u:p@{key}6433/x, 213070",
            "mysql://u:p@{key}7.1/x, 12", "mysql://u:p@0{key}/x, x7f000001" })
    void addressWithinHostIsRefused(String template, String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> UntrustedUrl.fill(template, key))
                .withMessageContaining("in the host a key may not be a number");
    }

    @ParameterizedTest
    @ValueSource(strings = { "acme", "acme-2", "a1", "1a", "0xyz", "7f000001", "db_7", "localhost", "2130706433-eu", "_1" })
    void nameIsAccepted(String key) {
        for (String template : TEMPLATES) {
            assertThat(UntrustedUrl.fill(template, key)).isEqualTo(template.replace("{key}", key));
        }
    }

    /** A number is an ordinary key if it is no host, or if the template fixes the network. */
    @ParameterizedTest
    @ValueSource(strings = { "mysql://u:p@h/x_{key}", "mysql://{key}:{key}@h/x", "mysql://u:p@h:{key}/x",
            "mysql://u:p@:{key}/x", "mysql://u:p@[::1]:{key}/x", "mysql://u:p@db-{key}/x", "mysql://u:p@db{key}.example.org/x",
            "mysql://u:p@{key}.example.org/x", "mysql://u:p@10.0.0.{key}/x", "jdbc:mysql://(host=h,port={key})/x",
            "jdbc:mysql://{key}:p@h/x", "jdbc:mysql://h/x_{key}", "jdbc:mysql://h/x?connectTimeout={key}",
            "jdbc:h2:tcp:h:{key}/x", "h2:mem:{key}", "h2:file:./data/{key}", "jdbc:oracle:thin:@h:{key}:x",
            "jdbc:sqlserver://h;databaseName={key}" })
    void numberIsAcceptedOutsideOfHost(String template) {
        assertThat(UntrustedUrl.fill(template, "21307")).isEqualTo(template.replace("{key}", "21307"));
    }

    @Test
    void templateWithKeyAsHostIsAccepted() {
        assertThat(TEMPLATES)
                .allSatisfy(template -> assertThatCode(() -> UntrustedUrl.checkTemplate(template)).doesNotThrowAnyException());
    }
}
