package io.quarkiverse.binds.test.dynamic;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** L11: a key used as the whole host of a URL template must be a host name, not an address. */
@QuarkusTest
class KeyAsHostTest extends OnMySql {

    private static String exceptionMessage(String key) {
        return get("/told/hosts/{key}", key).then().statusCode(200).extract().asString();
    }

    /** All but the last few are the address of the server that the name leads to. */
    @ParameterizedTest
    @ValueSource(strings = { "2130706433", "0x7f000001", "0x7f.1", "127.1", "0177.0.0.1", "017700000001", "127.0.0.1", "[::1]",
            "::1", "127%2e0%2e0%2e1", "\uff11\uff12\uff17.1" })
    void addressIsRefusedBeforeConnecting(String key) {
        assertThat(exceptionMessage(key))
                .startsWith("UnknownDatabaseException: '" + key + "' cannot be put into the URL of bind 'hosts': in"
                        + " the host");
        assertThat(keys("hosts")).doesNotContain(key);
    }

    @Test
    void hostNameIsAccepted() {
        assertThat(exceptionMessage("localhost")).isEqualTo("done");
        assertThat(close("hosts", "localhost")).isTrue();
    }
}
