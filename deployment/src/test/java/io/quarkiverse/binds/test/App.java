package io.quarkiverse.binds.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;

import jakarta.persistence.EntityManager;

import org.jboss.shrinkwrap.api.asset.StringAsset;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.QuarkusUnitTest;

/** Applications of a few classes and a block of properties, and access to their tables. */
public final class App {

    private App() {
    }

    /** Builds an application; public nested classes of the test belong to it anyway. */
    public static QuarkusUnitTest of(String properties, Class<?>... classes) {
        return new QuarkusUnitTest().withApplicationRoot(jar -> jar
                .addClass(App.class)
                .addClasses(classes)
                .addAsResource(new StringAsset(properties), "application.properties"));
    }

    /** Asserts, in {@link QuarkusUnitTest#assertException(Consumer)}, that the build or start failed with all these words. */
    public static Consumer<Throwable> says(String... words) {
        return error -> {
            assertThat(error.getClass().getSimpleName()).as(error.toString()).isEqualTo("ConfigurationException");
            assertThat(error.getMessage()).contains(words);
        };
    }

    /** Names of the tables of an H2 database, in lower case, sorted. */
    public static List<String> tables(EntityManager manager) {
        return rows(manager, "select lower(table_name) from information_schema.tables where table_schema = 'PUBLIC'"
                + " and not regexp_like(table_name, '^HTE?_') order by 1");
    }

    /** Names of the columns of an H2 table, in lower case, sorted. */
    public static List<String> columns(EntityManager manager, String table) {
        return rows(manager, "select lower(column_name) from information_schema.columns where lower(table_name) = '" + table
                + "' order by 1");
    }

    /** Values of one column, read in a transaction of its own. */
    @SuppressWarnings("unchecked")
    public static <T> List<T> rows(EntityManager manager, String sql) {
        return QuarkusTransaction.requiringNew().call(() -> manager.createNativeQuery(sql).getResultList());
    }
}
