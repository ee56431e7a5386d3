package io.quarkiverse.binds.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;

import jakarta.persistence.EntityManager;

import org.jboss.shrinkwrap.api.asset.StringAsset;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.QuarkusUnitTest;

/** What the deployment tests share: applications of a few classes and a block of properties, and looks into a database. */
public final class App {

    private App() {
    }

    /** An application; public nested classes of the test belong to it by themselves. */
    public static QuarkusUnitTest of(String properties, Class<?>... classes) {
        return new QuarkusUnitTest().withApplicationRoot(jar -> jar
                .addClass(App.class)
                .addClasses(classes)
                .addAsResource(new StringAsset(properties), "application.properties"));
    }

    /** For {@link QuarkusUnitTest#assertException(Consumer)}: the build or the start was refused with all these words. */
    public static Consumer<Throwable> says(String... words) {
        return error -> {
            assertThat(error.getClass().getSimpleName()).as(error.toString()).isEqualTo("ConfigurationException");
            assertThat(error.getMessage()).contains(words);
        };
    }

    /** The names of the tables of a database on H2, in lower case, sorted. */
    public static List<String> tables(EntityManager manager) {
        return rows(manager, "select lower(table_name) from information_schema.tables where table_schema = 'PUBLIC'"
                + " and not regexp_like(table_name, '^HTE?_') order by 1");
    }

    /** The names of the columns of a table on H2, in lower case, sorted. */
    public static List<String> columns(EntityManager manager, String table) {
        return rows(manager, "select lower(column_name) from information_schema.columns where lower(table_name) = '" + table
                + "' order by 1");
    }

    /** The rows of one column, read in a transaction of its own. */
    @SuppressWarnings("unchecked")
    public static <T> List<T> rows(EntityManager manager, String sql) {
        return QuarkusTransaction.requiringNew().call(() -> manager.createNativeQuery(sql).getResultList());
    }
}
