package io.quarkiverse.binds.runtime.migration.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.Rename;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.migration.comparison.Change;
import io.quarkiverse.binds.runtime.migration.comparison.Change.Place;
import io.quarkiverse.binds.runtime.migration.comparison.Options;
import io.quarkiverse.binds.runtime.migration.comparison.SchemaComparison;

class StatementsTest {

    private static final Place LAST = new Place("id", null);
    private static final Place FIRST = new Place(null, "id");
    private static final Place MIDDLE = new Place("id", "title");

    private static Column column(String name, String type, boolean nullable) {
        return new Column(name, type, nullable, null, null, false, "", null);
    }

    private static SqlStatement first(CatalogKind kind, Change... changes) {
        return Statements.of(kind).render(List.of(changes)).get(0);
    }

    private static String sql(CatalogKind kind, Change... changes) {
        return String.join("; ", Statements.of(kind).render(List.of(changes)).stream().map(SqlStatement::sql).toList());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', value = {
            "MYSQL | int | bigint | true",
            "MYSQL | bigint | int | false",
            "MYSQL | int | int unsigned | false",
            "MYSQL | int unsigned | bigint | true",
            "MYSQL | int | varchar(11) | true",
            "MYSQL | int | varchar(10) | false",
            "MYSQL | int | decimal(10,0) | true",
            "MYSQL | int | decimal(10,2) | false",
            "MYSQL | int | float | false",
            "MYSQL | int | double | true",
            "MYSQL | tinyint(1) | int | true",
            "MYSQL | bit(1) | tinyint(1) | true",
            "MYSQL | decimal(10,2) | decimal(12,4) | true",
            "MYSQL | decimal(10,2) | decimal(12,5) | false",
            "MYSQL | decimal(10,2) | decimal(12,1) | false",
            "MYSQL | decimal(10,2) | varchar(12) | true",
            "MYSQL | double | float | false",
            "MYSQL | double | varchar(255) | false",
            "MYSQL | varchar(50) | varchar(49) | false",
            "MYSQL | varchar(50) | text | true",
            "MYSQL | varchar(50) | char(50) | false",
            "MYSQL | char(50) | varchar(50) | true",
            "MYSQL | varchar(64) | tinytext | false",
            "MYSQL | text | mediumtext | true",
            "MYSQL | mediumtext | text | false",
            "MYSQL | longtext | varchar(9) | false",
            "MYSQL | varbinary(16) | blob | true",
            "MYSQL | blob | varbinary(16) | false",
            "MYSQL | varchar(16) | varbinary(16) | false",
            "MYSQL | datetime | datetime(6) | true",
            "MYSQL | datetime(6) | datetime(3) | false",
            "MYSQL | datetime(6) | timestamp(6) | false",
            "MYSQL | timestamp(6) | datetime(6) | true",
            "MYSQL | date | datetime(6) | true",
            "MYSQL | datetime(6) | date | false",
            "MYSQL | enum('A','B') | enum('B','C','A') | true",
            "MYSQL | enum('A','B') | enum('A') | false",
            "MYSQL | enum('A','BCD') | varchar(3) | true",
            "MYSQL | enum('A','BCD') | varchar(2) | false",
            "MYSQL | varchar(3) | enum('A','B') | false",
            "MYSQL | json | longtext | true",
            "MYSQL | json | text | false",
            "POSTGRESQL | character varying(50) | text | true",
            "POSTGRESQL | text | character varying | true",
            "POSTGRESQL | text | character varying(50) | false",
            "POSTGRESQL | timestamp without time zone | timestamp(6) without time zone | true",
            "POSTGRESQL | timestamp(6) without time zone | timestamp(6) with time zone | false",
            "POSTGRESQL | uuid | character varying(36) | true",
            "POSTGRESQL | numeric(10,2) | numeric | true",
            "POSTGRESQL | numeric | numeric(10,2) | false",
            "POSTGRESQL | boolean | integer | true",
            "POSTGRESQL | bytea | oid | false",
            "H2 | timestamp | timestamp(3) | false",
            "H2 | character varying(50) | character large object | true",
            "H2 | time | time(3) | true" })
    void changeOfATypeLosesDataUnlessEachValueFits(CatalogKind kind, String before, String after, boolean keeps) {
        Change change = new Change.AlterColumn("t", column("c", before, true), column("c", after, true));

        assertThat(Statements.of(kind).losesData(change)).isEqualTo(!keeps);
    }

    @Test
    void reasonSaysWhatIsLost() {
        assertThat(first(CatalogKind.MYSQL, new Change.AlterColumn("t", column("c", "enum('A','B','C')", true),
                column("c", "enum('A')", true))).reason()).isEqualTo("removes 'B', 'C' from t.c");
        assertThat(first(CatalogKind.MYSQL, new Change.DropColumn("t", column("c", "int", true))).reason())
                .isEqualTo("deletes all values of t.c");
    }

    @Test
    void columnIsAddedInstantlyAtItsPlace() {
        Column column = new Column("price", "decimal(10,2)", false, "0.00", null, false, "it's \\", "utf8mb4_bin");

        assertThat(sql(CatalogKind.MYSQL, new Change.AddColumn("book", column, MIDDLE))).isEqualTo(
                "alter table `book` add column `price` decimal(10,2) collate utf8mb4_bin not null default 0.00 "
                        + "comment 'it''s \\\\' after `id`, algorithm=instant");
        assertThat(sql(CatalogKind.MYSQL, new Change.AddColumn("book", column("a", "int", true), FIRST)))
                .isEqualTo("alter table `book` add column `a` int first, algorithm=instant");
        assertThat(sql(CatalogKind.H2, new Change.AddColumn("book", column("a", "int", true), FIRST)))
                .isEqualTo("alter table book add column a int before id");
        assertThat(sql(CatalogKind.POSTGRESQL, new Change.AddColumn("book", column("a", "int", true), FIRST)))
                .isEqualTo("alter table \"book\" add column \"a\" int");
    }

    @Test
    void namesAreQuotedOnH2IfNeeded() {
        assertThat(sql(CatalogKind.H2, new Change.DropColumn("order", column("VALUE", "int", true))))
                .isEqualTo("alter table \"order\" drop column \"VALUE\"");
        assertThat(sql(CatalogKind.H2, new Change.DropColumn("Book", column("my col", "int", true))))
                .isEqualTo("alter table \"Book\" drop column \"my col\"");
        assertThat(sql(CatalogKind.H2, new Change.DropColumn("BOOK", column("pages", "int", true))))
                .isEqualTo("alter table BOOK drop column pages");
    }

    @Test
    void commentTellsWhenMySqlCopiesTheTable() {
        assertThat(first(CatalogKind.MYSQL, new Change.AlterColumn("t", column("c", "int", true), column("c", "bigint", true)))
                .comments()).containsExactly("copies the table and blocks writes meanwhile");
        assertThat(first(CatalogKind.MYSQL,
                new Change.AlterColumn("t", column("c", "varchar(64)", true), column("c", "varchar(99)", true))).comments())
                .isEmpty();
        assertThat(first(CatalogKind.MYSQL,
                new Change.AlterColumn("t", column("c", "varchar(50)", true), column("c", "varchar(99)", true))).comments())
                .hasSize(1);
        assertThat(first(CatalogKind.MYSQL, new Change.AddIndex("t", new Index("ix", false, List.of("c desc")))).sql())
                .isEqualTo("alter table `t` add index `ix` (`c` desc), algorithm=inplace, lock=none");
    }

    @Test
    void typeIsCastOnPostgreSqlAndTheDefaultFollows() {
        Column before = new Column("c", "character varying(9)", true, "'1'::character varying", null, false, "", null);
        Column after = new Column("c", "integer", false, "1", null, false, "", null);

        assertThat(sql(CatalogKind.POSTGRESQL, new Change.AlterColumn("t", before, after)))
                .isEqualTo("alter table \"t\" alter column \"c\" drop default, alter column \"c\" type integer using "
                        + "\"c\"::integer, alter column \"c\" set default 1, alter column \"c\" set not null");
    }

    @Test
    void statementsAreInAnOrderThatForeignKeysAllow() {
        ForeignKey key = new ForeignKey("fk", List.of("id"), "b", List.of("id"), "CASCADE", "NO ACTION");
        DatabaseTable a = new DatabaseTable("a", "", List.of(column("id", "int", false)), List.of("id"),
                List.of(new Index("ix", false, List.of("id"))), List.of(key), List.of(new Check("ck", "id > 0")));
        DatabaseTable b = new DatabaseTable("b", "", List.of(column("id", "int", false)), List.of("id"), List.of(), List.of(),
                List.of());
        Change[] changes = { new Change.DropTable(new DatabaseTable("parent", "", List.of(), List.of(), List.of(), List.of(),
                List.of())),
                new Change.DropTable(new DatabaseTable("child", "", List.of(), List.of(), List.of(),
                        List.of(new ForeignKey("x", List.of(), "parent", List.of(), "NO ACTION", "NO ACTION")), List.of())),
                new Change.CreateTable(a), new Change.CreateTable(b), new Change.DropForeignKey("t", key),
                new Change.RenameTable("old", "t") };

        assertThat(sql(CatalogKind.H2, changes)).isEqualTo("alter table old rename to t; alter table t drop constraint fk; "
                + "create table a (\n    id int not null,\n    primary key (id),\n    constraint ck check (id > 0)\n); "
                + "create table b (\n    id int not null,\n    primary key (id)\n); create index ix on a (id); "
                + "alter table a add constraint fk foreign key (id) references b (id) on delete cascade; "
                + "drop table child; drop table parent");
    }

    @Test
    void risksAreCountedUnderTheEarlierNames() {
        Column before = column("cost", "int", true);
        DatabaseTable old = new DatabaseTable("novel", "", List.of(before), List.of(), List.of(), List.of(), List.of());
        DatabaseTable now = new DatabaseTable("book", "", List.of(column("price", "smallint", false)), List.of(),
                List.of(new Index("uq", true, List.of("price"))), List.of(), List.of(new Check("ck", "price > 0")));
        List<Change> changes = SchemaComparison.compare(new SchemaState(List.of(old), List.of()),
                new SchemaState(List.of(now), List.of()), Options.of(CatalogKind.H2)
                        .withRenames(List.of(new Rename("book", null, "novel"), new Rename("book", "price", "cost"))));

        assertThat(Statements.of(CatalogKind.H2).render(changes).stream().flatMap(one -> one.risks().stream())
                .map(Risk::query)).containsExactly("select count(*) from novel where cost is null",
                        "select count(*) from novel where cost < -32768 or cost > 32767",
                        "select count(*) from (select cost from novel where cost is not null group by cost having count(*) > 1)"
                                + " duplicates",
                        "select count(*) from novel where not (cost > 0)");
    }

    @Test
    void foreignKeyToANewTableHasNoParentsYet() {
        ForeignKey key = new ForeignKey("fk", List.of("a_id"), "a", List.of("id"), "NO ACTION", "NO ACTION");
        DatabaseTable a = new DatabaseTable("a", "", List.of(column("id", "int", false)), List.of("id"), List.of(), List.of(),
                List.of());

        List<SqlStatement> all = Statements.of(CatalogKind.MYSQL)
                .render(List.of(new Change.AddForeignKey("b", key), new Change.CreateTable(a)));

        assertThat(all.get(1).risks()).extracting(Risk::query)
                .containsExactly("select count(*) from `b` child where child.`a_id` is not null");
    }

    @Test
    void statementForARequiredColumnTellsWhatToDo() {
        SqlStatement add = first(CatalogKind.H2, new Change.AddColumn("t", column("c", "int", false), LAST));

        assertThat(add.risks()).hasSize(1);
        assertThat(add.risks().get(0).text()).contains("NOT NULL column c", "the statement fails", "give it a default");
        assertThat(add.losesData()).isFalse();
    }

    @Test
    void hintOfARenameIsAComment() {
        List<SqlStatement> all = Statements.of(CatalogKind.H2).render(List.of(
                new Change.DropColumn("t", column("a", "int", true)),
                new Change.AddColumn("t", column("b", "int", true), LAST)));

        assertThat(all.get(0).comments()).containsExactly("rename? annotate with @RenamedFrom(\"a\")");
        assertThat(all.get(1).losesData()).isTrue();
    }

    @Test
    void droppedTableGivesItsNamesToNewOnes() {
        DatabaseTable old = new DatabaseTable("old", "", List.of(column("id", "int", false)), List.of(),
                List.of(new Index("ix", false, List.of("id"))), List.of(), List.of());
        DatabaseTable now = new DatabaseTable("now", "", old.columns(), List.of(), old.indexes(), List.of(), List.of());
        List<Change> changes = SchemaComparison.compare(new SchemaState(List.of(old), List.of()),
                new SchemaState(List.of(now), List.of()), Options.of(CatalogKind.H2).withOwned(Set.of("old")));

        assertThat(
                Statements.of(CatalogKind.H2).render(changes).stream().map(SqlStatement::sql).map(sql -> sql.split(" \\(")[0]))
                .containsExactly("drop index ix", "create table now", "create index ix on now", "drop table old");
    }

    /** MySQL changes key and columns in one statement, so all of it is left out with what loses data. */
    @Test
    void stateWithoutTheStatementsThatLoseDataIsReached() {
        DatabaseTable before = new DatabaseTable("t", "", List.of(column("a", "bigint", false), column("c", "int", true)),
                List.of("a"), List.of(), List.of(), List.of());
        DatabaseTable after = new DatabaseTable("t", "", List.of(column("b", "int", false), column("d", "int", true)),
                List.of("b"), List.of(), List.of(), List.of());
        SchemaState from = new SchemaState(List.of(before), List.of());
        SchemaState to = new SchemaState(List.of(after), List.of());
        List<SqlStatement> all = Statements.of(CatalogKind.MYSQL)
                .render(SchemaComparison.compare(from, to, Options.of(CatalogKind.MYSQL)));
        List<Change> notMade = all.stream().filter(SqlStatement::losesData).flatMap(one -> one.changes().stream()).toList();
        SchemaState reached = SchemaComparison.reached(from, to, Options.of(CatalogKind.MYSQL), notMade);

        assertThat(notMade).hasSize(4);
        assertThat(reached.tables().get(0).primaryKey()).containsExactly("a");
        assertThat(reached.tables().get(0).columns()).extracting(Column::name).containsExactlyInAnyOrder("a", "c", "d");
        assertThat(SchemaComparison.undo(from, reached, Options.of(CatalogKind.MYSQL)))
                .containsExactly(new Change.DropColumn("t", column("d", "int", true)));
    }

    @Test
    void descriptionIsOneLine() {
        assertThat(Descriptions.of(new Change.AddColumn("book", column("price", "decimal(10,2)", true), LAST)))
                .isEqualTo("add column book.price decimal(10,2)");
        assertThat(Descriptions.of(new Change.AlterColumn("book", column("title", "varchar(50)", true),
                column("title", "varchar(100)", true)))).isEqualTo("alter column book.title varchar(50) -> varchar(100)");
    }
}
