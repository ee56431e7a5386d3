package io.quarkiverse.binds.runtime.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.migration.comparison.Options;
import io.quarkiverse.binds.runtime.migration.file.ScriptFiles;

class ScriptWriterTest {

    @TempDir
    Path root;

    private static SchemaState book(boolean nullable) {
        Column title = new Column("title", "character varying(50)", nullable, null, null, false, "", null);
        return new SchemaState(
                List.of(new DatabaseTable("book", "", List.of(title), List.of(), List.of(), List.of(), List.of())), List.of());
    }

    private String write(Connection connection) throws Exception {
        BindComparison comparison = BindComparison.of(book(true), book(false), Options.of(CatalogKind.H2));
        ScriptFiles files = ScriptFiles.of(root, "users", Clock.systemUTC());
        return Files.readString(
                new ScriptWriter("users", files, Clock.systemUTC(), connection).write("title", comparison, false).file());
    }

    @Test
    void scriptHasTheNumberOfRowsThatAreInTheWay() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:writer");
                Statement statement = connection.createStatement()) {
            statement.execute("create table book (title varchar(50))");
            statement.execute("insert into book values (null), (null), ('Emma')");

            assertThat(write(connection)).contains("2 rows in the database")
                    .contains("alter column title character varying(50) not null;");
        }
    }

    @Test
    void scriptIsWrittenIfTheRowsCannotBeLookedUp() throws Exception {
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:gone");
        connection.close();

        assertThat(write(connection)).contains("not looked up: the database answers")
                .contains("alter column title character varying(50) not null;");
    }

    @Test
    void scriptIsWrittenWithoutADatabase() throws Exception {
        assertThat(write(null)).contains("made without a database")
                .contains("alter column title character varying(50) not null;");
    }
}
