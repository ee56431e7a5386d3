package io.quarkiverse.binds.test.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.runtime.console.ConsoleRecorder;
import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.test.QuarkusDevModeTest;

/** H5: the console of dev mode lists the entities and runs queries, in the application that goes on. */
class ConsoleQueriesTest {

    @RegisterExtension
    static final QuarkusDevModeTest test = new QuarkusDevModeTest().withApplicationRoot(jar -> jar
            .addClasses(ConsoleShelf.class, ConsoleBook.class, ConsoleBooks.class)
            .addAsResource(new StringAsset("""
                    quarkus.http.port=0
                    quarkus.binds.url=h2:mem:console;DB_CLOSE_DELAY=-1
                    quarkus.binds.library.url=h2:mem:console-library;DB_CLOSE_DELAY=-1
                    quarkus.binds.library.schema=drop-and-create
                    quarkus.binds.tenants.url=h2:mem:console-{key};DB_CLOSE_DELAY=-1
                    quarkus.binds.tenants.dynamic=true
                    """), "application.properties"));

    private static String run(String command, String... parameters) {
        Map<String, String> all = new HashMap<>(Map.of(ConsoleRecorder.COMMAND, command));
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], parameters[i + 1]);
        }
        return DevConsoleManager.invoke(ConsoleRecorder.ACTION, all);
    }

    private static String query(String hql, String... parameters) {
        String[] all = new String[parameters.length + 2];
        System.arraycopy(parameters, 0, all, 2, parameters.length);
        all[0] = ConsoleRecorder.QUERY;
        all[1] = hql;
        return run("query", all);
    }

    private static String sql(String sql) {
        return query(sql, ConsoleRecorder.SQL, "", ConsoleRecorder.BIND, "library");
    }

    @Test
    void consoleListsEntitiesAndRunsQueriesThatOnlyRead() {
        assertThat(run("entities", ConsoleRecorder.BIND, "library")).isEqualTo("""
                Bind 'library' (h2)
                entity        table  attributes
                ------------  -----  -------------------------------------------------------------
                ConsoleBook   book   id Integer, shelf ConsoleShelf, tags Collection, title String
                ConsoleShelf  shelf  id Integer, room String""");
        assertThat(run("entities")).contains("Default bind (h2)\nno entities", "Bind 'library'", "Bind 'tenants'");

        assertThat(query("from ConsoleBook order by id")).isEqualTo("""
                id  shelf           title
                --  --------------  ------
                1   ConsoleShelf#7  Book 1
                2   ConsoleShelf#7  null
                3   ConsoleShelf#7  Book 3
                3 rows""");
        assertThat(query("select b.title as name, b.shelf, count(*) from ConsoleBook b group by b.title, b.shelf"
                + " order by b.title nulls last", ConsoleRecorder.LIMIT, "1")).isEqualTo("""
                        name    2               3
                        ------  --------------  -
                        Book 1  ConsoleShelf#7  1
                        1 row, and there are more: raise --limit, or restrict the query""");
        assertThat(sql("select id, title from book where id = 3")).isEqualTo("""
                ID  TITLE
                --  ------
                3   Book 3
                1 row""");
        assertThat(query("from ConsoleBook where id > 3")).isEqualTo("0 rows");

        for (String write : List.of("delete from book", "drop table book", "insert into shelf values (8, 'cellar')")) {
            assertThat(sql(write)).as(write).isEqualTo("db query reads only: change rows by the code of the application");
        }
        assertThat(query("update ConsoleBook set title = 'x'")).startsWith("Expecting a selection query");
        assertThat(sql("select count(*) as books from book where title <> 'x'")).isEqualTo("BOOKS\n-----\n2\n1 row");

        wrongQueriesAreAnsweredWithTheReason();
    }

    /** In the same test, since each test starts the application anew. */
    private static void wrongQueriesAreAnsweredWithTheReason() {
        assertThat(query("from Nothing")).contains("Could not resolve root entity 'Nothing'");
        assertThat(sql("select nothing")).contains("Column \"NOTHING\" not found");
        assertThat(query(" ")).startsWith("The query is missing: db query \"from Todo order by id\"");
        for (String limit : List.of("0", "1001", "many")) {
            assertThat(query("from ConsoleBook", ConsoleRecorder.LIMIT, limit)).isEqualTo(
                    "--limit has to be a number from 1 to 1000");
        }
        assertThat(query("from ConsoleBook", ConsoleRecorder.BIND, "nope")).contains("There is no bind 'nope'");
        assertThat(query("select 1", ConsoleRecorder.BIND, "tenants"))
                .isEqualTo("Bind 'tenants' is dynamic: name a database by --database");
    }
}
