package io.quarkiverse.binds.runtime.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.mysql.cj.CharsetMapping;
import com.mysql.cj.ServerVersion;

/** Row B3: with the Java name Connector/J selects the requested MySQL character set. */
class MySqlCharsetsTest {

    @Test
    void b3_driverSelectsRequestedCharset() throws Exception {
        // Protected; there is no public method that works without a server.
        Method choice = CharsetMapping.class.getDeclaredMethod("getStaticMysqlCharsetForJavaEncoding", String.class,
                ServerVersion.class);
        choice.setAccessible(true);

        for (Map.Entry<String, String> pair : MySqlCharsets.all().entrySet()) {
            String wanted = MySqlCharsets.isUtf8(pair.getKey()) ? "utf8mb4" : pair.getKey();
            assertThat(choice.invoke(null, pair.getValue(), new ServerVersion(8, 0, 11))).as(pair.getValue()).isEqualTo(wanted);
            assertThat(Charset.isSupported(pair.getValue())).as(pair.getValue()).isTrue();
        }
    }

    @Test
    void b3_latin1HasEuroSign() {
        Charset latin1 = Charset.forName(MySqlCharsets.javaName("latin1"));

        assertThat(new String("\u20ac\u201c".getBytes(latin1), latin1)).isEqualTo("\u20ac\u201c");
    }
}
