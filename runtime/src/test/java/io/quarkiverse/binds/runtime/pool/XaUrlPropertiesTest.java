package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Driver properties reach an XA datasource that has no setters for them. */
class XaUrlPropertiesTest {

    @ParameterizedTest
    @CsvSource({
            "mysql,      jdbc:mysql://h/d,      jdbc:mysql://h/d?a=1%262&b=x%20y,  true",
            "mysql,      jdbc:mysql://h/d?c=3,  jdbc:mysql://h/d?c=3&a=1%262&b=x%20y, true",
            "mariadb,    jdbc:mariadb://h/d,    jdbc:mariadb://h/d?a=1%262&b=x%20y, true",
            "h2,         jdbc:h2:mem:d,         jdbc:h2:mem:d;a=1&2;b=x y,  true",
            "postgresql, jdbc:postgresql://h/d, jdbc:postgresql://h/d,      false"
    })
    void propertiesMoveFromUrlToDatasource(String kind, String url, String moved, boolean emptied) {
        Properties properties = new Properties();
        properties.putAll(Map.of("b", "x y", "a", "1&2"));

        assertThat(XaUrlProperties.move(kind, url, properties)).isEqualTo(moved);
        assertThat(properties.isEmpty()).isEqualTo(emptied);
    }
}
