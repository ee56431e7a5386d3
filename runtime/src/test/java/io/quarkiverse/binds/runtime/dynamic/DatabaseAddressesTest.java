package io.quarkiverse.binds.runtime.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.DatabaseAddress;
import io.quarkiverse.binds.DatabaseOptions;
import io.quarkiverse.binds.UnknownDatabaseException;
import io.quarkiverse.binds.runtime.config.DynamicSettings;
import io.quarkiverse.binds.runtime.config.SchemaStrategy;
import io.quarkiverse.binds.runtime.dynamic.DatabaseAddresses.Address;

/** Sources of a database's address, and checks of untrusted ones. */
class DatabaseAddressesTest {

    private static final DatabaseOptions NONE = DatabaseOptions.defaults();

    private final DatabaseAddresses templated = addresses(Optional.of("mysql://app:secret@db/shop_{key}"));
    private final DatabaseAddresses bare = addresses(Optional.empty());

    private static DatabaseAddresses addresses(Optional<String> template) {
        return new DatabaseAddresses(
                new DynamicSettings("tenants", template, 3, Duration.ZERO, 10, Pattern.compile(".*"), Set.of(),
                        SchemaStrategy.NONE),
                "mysql", List.of(), () -> "acme, globex");
    }

    private Address checked(String url, DatabaseOptions options) {
        return bare.checked("acme", DatabaseAddress.of(url, options));
    }

    /** Otherwise the author of a URL would receive the bind's password. */
    @Test
    void urlWithoutUserDoesNotGetBindCredentials() {
        assertThatThrownBy(() -> checked("mysql://elsewhere/db", NONE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'acme'").hasMessageContaining("withBindCredentials()");
        assertThatThrownBy(() -> checked("mysql://elsewhere/db", NONE.password("x")))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(checked("mysql://ann@elsewhere/db", NONE).options().bindCredentials()).isFalse();
        assertThat(checked("mysql://elsewhere/db", NONE.username("ann")).options().bindCredentials()).isFalse();
        assertThat(checked("mysql://elsewhere/db", NONE.credentialsProvider("p")).options().bindCredentials()).isFalse();
        assertThat(checked("mysql://elsewhere/db", NONE.withBindCredentials()).options().bindCredentials()).isTrue();
        assertThat(templated.find("acme").options().bindCredentials()).isTrue();
    }

    @Test
    void driverPropertiesAndUsersAreCheckedLikeUrls() {
        assertThatThrownBy(() -> checked("mysql://a@db/x", NONE.driverProperty("autoDeserialize", "hush")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("autoDeserialize")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> checked("mysql://a@db/x?allowLoadLocalInfile=true", NONE))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("allowLoadLocalInfile");
        assertThatThrownBy(() -> checked("mysql://a@db/x", NONE.username("u\0options\0")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> checked("postgresql://a@db/x", NONE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("postgresql").hasMessageContaining("mysql");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a/b", "a?autoDeserialize=true", "a&b", "a#b", "a@evil", "..\\x", "%2e%2e", "a b", "ä" })
    void keyReplacesOnlyTheNameInTheTemplate(String key) {
        assertThat(templated.find(key).url().jdbcUrl()).startsWith("jdbc:mysql://db/");
        assertThat(templated.find(key).url().database()).contains("shop_" + key);
        assertThat(templated.find(key).url().parameters()).isEmpty();
        assertThat(templated.find(key).url().username()).contains("app");
    }

    @Test
    void registeredAddressIsNotReplaced() {
        Address one = checked("mysql://a:secret@db/one", NONE);
        assertThat(bare.register("acme", one)).isTrue();
        assertThat(bare.register("acme", checked("mysql://a:secret@db/one", NONE))).isFalse();
        assertThatThrownBy(() -> bare.register("acme", checked("mysql://a:other@db/one", NONE.recycle(Duration.ofSeconds(5)))))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("another password in its URL")
                .hasMessageContaining("recycle").hasMessageNotContaining("secret").hasMessageNotContaining("other@");
        assertThat(bare.find("acme")).isEqualTo(one);
        assertThat(bare.unregister("acme")).isTrue();
        assertThatThrownBy(() -> bare.find("acme")).isInstanceOf(UnknownDatabaseException.class)
                .hasMessageContaining("Open are: acme, globex").hasMessageContaining("quarkus.binds.tenants.url");
    }

    /** L11: detected before a pool exists, with an error for the author of the key. */
    @ParameterizedTest
    @ValueSource(strings = { "2130706433", "0x7f.1", "127.1", "0177.0.0.1", "[::1]", "::1", "%31", "\uff11" })
    void keyThatIsAddressOfHostIsUnknown(String key) {
        DatabaseAddresses hosts = addresses(Optional.of("mysql://app:secret@{key}/shop"));
        assertThatThrownBy(() -> hosts.find(key)).isInstanceOf(UnknownDatabaseException.class)
                .hasMessageContaining("'" + key + "' cannot be put into the URL of bind 'tenants'")
                .hasMessageNotContaining("secret");
        assertThat(hosts.find("db7").url().jdbcUrl()).startsWith("jdbc:mysql://db7/");
    }
}
