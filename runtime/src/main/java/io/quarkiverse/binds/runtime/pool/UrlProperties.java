package io.quarkiverse.binds.runtime.pool;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;

import io.quarkus.datasource.common.runtime.DatabaseKind;

/**
 * Properties of a driver as parameters of its URL. A pool gives properties to an XA datasource by its setters, and those of
 * MySQL, MariaDB and H2 have none but URL, user and password: the pool would leave all others out.
 */
public final class UrlProperties {

    private UrlProperties() {
    }

    /**
     * Moves properties into a URL.
     *
     * @param kind the kind of database
     * @param properties emptied if the datasource of that kind takes none
     * @return the URL with what was taken out
     */
    public static String move(String kind, String url, Properties properties) {
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
