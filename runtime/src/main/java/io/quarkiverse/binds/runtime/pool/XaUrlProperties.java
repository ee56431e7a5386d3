package io.quarkiverse.binds.runtime.pool;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;

import io.quarkus.datasource.common.runtime.DatabaseKind;

/**
 * Moves driver properties into the URL. A pool passes properties to an XA datasource through setters, and the XA datasources of
 * MySQL, MariaDB and H2 have setters for URL, user and password only: all others would be lost.
 */
final class XaUrlProperties {

    private XaUrlProperties() {
    }

    /**
     * Moves properties into a URL.
     *
     * @param kind the kind of database
     * @param properties cleared if the datasource of that kind has no setters for them
     * @return the URL with the properties moved into it
     */
    static String move(String kind, String url, Properties properties) {
        boolean h2 = DatabaseKind.isH2(kind);
        if (!h2 && !DatabaseKind.isMySQL(kind) && !DatabaseKind.isMariaDB(kind)) {
            return url;
        }
        StringBuilder moved = new StringBuilder(url);
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            String value = properties.getProperty(name);
            if (h2) {
                moved.append(';').append(name).append('=').append(value.replace(";", "\\;"));
            } else {
                moved.append(moved.indexOf("?") < 0 ? '?' : '&').append(name).append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
            }
        }
        properties.clear();
        return moved.toString();
    }
}
