package io.quarkiverse.binds.runtime.migration.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.Rename;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.catalog.SchemaState.Sequence;
import io.quarkiverse.binds.runtime.migration.comparison.Change.AddColumn;
import io.quarkiverse.binds.runtime.migration.comparison.Change.Place;

class SchemaComparisonTest {

    private static final Options MYSQL = Options.of(CatalogKind.MYSQL);
    private static final Options POSTGRESQL = Options.of(CatalogKind.POSTGRESQL);

    private static Column column(String name, String type) {
        return new Column(name, type, true, null, null, false, "", null);
    }

    private static DatabaseTable table(String name, Column... columns) {
        return new DatabaseTable(name, "", List.of(columns), List.of(), List.of(), List.of(), List.of());
    }

    private static DatabaseTable withChecks(DatabaseTable table, Check... checks) {
        return new DatabaseTable(table.name(), table.comment(), table.columns(), table.primaryKey(), table.indexes(),
                table.foreignKeys(), List.of(checks));
    }

    private static DatabaseTable withKeys(DatabaseTable table, List<Index> indexes, ForeignKey... keys) {
        return new DatabaseTable(table.name(), table.comment(), table.columns(), table.primaryKey(), indexes, List.of(keys),
                table.checks());
    }

    private static SchemaState state(DatabaseTable... tables) {
        return new SchemaState(List.of(tables), List.of());
    }

    private static final DatabaseTable BOOK = table("book", column("id", "int"), column("title", "varchar(50)"));

    @ParameterizedTest
    @EnumSource(CatalogKind.class)
    void equalStatesHaveNoChanges(CatalogKind kind) {
        DatabaseTable upper = table("BOOK", column("ID", "INT"), column("Title", "VARCHAR (50)"));

        assertThat(SchemaComparison.compare(state(BOOK), state(upper), Options.of(kind))).isEmpty();
    }

    @Test
    void foreignTableIsNotTouched() {
        assertThat(SchemaComparison.compare(state(BOOK, table("other")), state(BOOK), MYSQL)).isEmpty();
    }

    @Test
    void ownedTableIsDropped() {
        assertThat(SchemaComparison.compare(state(BOOK, table("other")), state(BOOK), MYSQL.withOwned(Set.of("OTHER"))))
                .containsExactly(new Change.DropTable(table("other")));
    }

    @Test
    void undoDoesNotTouchAForeignTable() {
        SchemaState from = state(table("other"));

        assertThat(SchemaComparison.undo(from, state(BOOK), MYSQL)).containsExactly(new Change.DropTable(BOOK));
    }

    @Test
    void undoRestoresAnOwnedTable() {
        assertThat(SchemaComparison.undo(state(BOOK), state(), MYSQL.withOwned(Set.of("book"))))
                .containsExactly(new Change.CreateTable(BOOK));
    }

    /** A script in which statements that lose data are comments is not to be undone where it did nothing. */
    @Test
    void undoLeavesWhatWasNotDropped() {
        DatabaseTable other = table("other");
        SchemaState from = state(BOOK, other);
        SchemaState to = state(table("book", column("id", "int"), column("age", "int")));
        Options options = MYSQL.withOwned(Set.of("other"));
        List<Change> notMade = SchemaComparison.compare(from, to, options).stream()
                .filter(change -> change instanceof Change.DropTable || change instanceof Change.DropColumn).toList();

        assertThat(notMade).hasSize(2);
        assertThat(SchemaComparison.undo(from, SchemaComparison.reached(from, to, options, notMade), options))
                .containsExactly(new Change.DropColumn("book", column("age", "int")));
    }

    @Test
    void typesCompareWithoutRegardToCaseButValuesOfAnEnumDoNot() {
        SchemaState lower = state(table("t", column("c", "enum('a','b')")));
        SchemaState upper = state(table("t", column("c", "ENUM('a', 'b')")));
        SchemaState other = state(table("t", column("c", "enum('A','b')")));

        assertThat(SchemaComparison.compare(lower, upper, MYSQL)).isEmpty();
        assertThat(SchemaComparison.compare(lower, other, MYSQL)).hasSize(1);
    }

    @Test
    void widthOfAnIntegerIsNoPartOfItsType() {
        assertThat(SqlType.same("bigint(20)", "bigint")).isTrue();
        assertThat(SqlType.same("tinyint(1)", "tinyint")).isFalse();
        assertThat(SqlType.same("timestamp(6) without time zone", "timestamp(3) without time zone")).isFalse();
    }

    @Test
    void renameHasNoEffectOnceTheDatabaseHasTheNewName() {
        Options options = MYSQL.withRenames(List.of(new Rename("book", null, "novel"), new Rename("book", "title", "name")));

        assertThat(SchemaComparison.compare(state(BOOK), state(BOOK), options)).isEmpty();
        assertThat(SchemaComparison.compare(state(BOOK, table("novel")), state(BOOK), options)).isEmpty();
    }

    @Test
    void dropAndAddOfOneTypeGivesAHint() {
        List<Change> changes = SchemaComparison.compare(state(BOOK),
                state(table("book", column("id", "int"), column("name", "varchar(50)"))), MYSQL);

        assertThat(changes.stream().flatMap(change -> RenameHints.of(change, changes).stream()))
                .containsExactly("rename? annotate with @RenamedFrom(\"title\")");
    }

    @Test
    void droppedAndAddedTablesWithTheSameColumnsGiveAHint() {
        DatabaseTable novel = table("novel", column("id", "int"), column("title", "varchar(50)"));
        List<Change> changes = SchemaComparison.compare(state(BOOK), state(novel), MYSQL.withOwned(Set.of("book")));

        assertThat(changes.stream().flatMap(change -> RenameHints.of(change, changes).stream()))
                .containsExactly("rename? annotate with @RenamedFrom(\"book\")");
    }

    @Test
    void newColumnsGetThePlaceThatTheyHave() {
        SchemaState to = state(table("book", column("a", "int"), column("id", "int"), column("b", "int"),
                column("c", "int"), column("title", "varchar(50)"), column("d", "int")));

        assertThat(SchemaComparison.compare(state(BOOK), to, MYSQL)).containsExactly(
                new AddColumn("book", column("a", "int"), new Place(null, "id")),
                new AddColumn("book", column("b", "int"), new Place("id", "title")),
                new AddColumn("book", column("c", "int"), new Place("b", "title")),
                new AddColumn("book", column("d", "int"), new Place("title", null)));
    }

    @Test
    void checkWithoutANameIsFoundByItsCondition() {
        DatabaseTable catalog = withChecks(BOOK, new Check("book_chk_1", "(`id` > 0)"), new Check("own", "(`id` < 9)"));
        DatabaseTable model = withChecks(BOOK, new Check("", "id > 0"), new Check("own", "id < 9"));

        assertThat(SchemaComparison.compare(state(catalog), state(model), MYSQL)).isEmpty();
        assertThat(SchemaComparison.undo(state(catalog), state(model), MYSQL)).isEmpty();
    }

    /** Else a script without the database would drop a check by a name that it never had. */
    @Test
    void nameOfACheckIsKnownWithoutTheDatabase() {
        SchemaState first = state(withChecks(BOOK, new Check("", "id > 0"), new Check("", "id < 9")));
        SchemaState second = state(withChecks(BOOK, new Check("", "id < 9"), new Check("", "id <> 5")));

        SchemaState snapshot = SchemaComparison.reached(state(), first, MYSQL, List.of());
        assertThat(SchemaComparison.compare(snapshot, second, MYSQL.withSnapshot(snapshot))).containsExactly(
                new Change.DropCheck("book", new Check("book_chk_1", "id > 0"), null),
                new Change.AddCheck("book", new Check("book_chk_21", "id <> 5")));

        snapshot = SchemaComparison.reached(snapshot, second, MYSQL.withSnapshot(snapshot), List.of());
        assertThat(SchemaComparison.compare(snapshot, state(BOOK), MYSQL.withSnapshot(snapshot))).containsExactly(
                new Change.DropCheck("book", new Check("book_chk_2", "id < 9"), null),
                new Change.DropCheck("book", new Check("book_chk_21", "id <> 5"), null));
    }

    @Test
    void changedCheckKeepsItsName() {
        assertThat(SchemaComparison.compare(state(withChecks(BOOK, new Check("", "id in (1, 2)"))),
                state(withChecks(BOOK, new Check("", "id in (1, 2, 3)"))), POSTGRESQL)).containsExactly(
                        new Change.DropCheck("book", new Check("book_id_check", "id in (1, 2)"), null),
                        new Change.AddCheck("book", new Check("book_id_check", "id in (1, 2, 3)")));
    }

    /** Tables that Hibernate ORM has created, and a script that was recorded as applied, name the same check in two ways. */
    @ParameterizedTest
    @CsvSource({ "MYSQL,book_chk_3,book_chk_1", "MARIADB,id,book_id_check", "MARIADB,CONSTRAINT_1,book_id_check",
            "POSTGRESQL,book_id_check1,book_id_check", "H2,CONSTRAINT_2,book_id_check" })
    void namesOfTheServerMakeNoDifference(CatalogKind kind, String inDatabase, String inSnapshot) {
        SchemaState database = state(withChecks(BOOK, new Check(inDatabase, "id > 0")));

        assertThat(SchemaComparison.compare(database, state(withChecks(BOOK, new Check(inSnapshot, "id > 0"))),
                Options.of(kind))).isEmpty();
        assertThat(SchemaComparison.compare(database, state(withChecks(BOOK, new Check("own", "id > 0"))), Options.of(kind)))
                .hasSize(2);
    }

    /** A server may write its own text in another way once more. */
    @Test
    void undoTakesTheConditionOfTheSnapshot() {
        SchemaState database = state(withChecks(BOOK, new Check("book_id_check", "((id > 0))")));
        SchemaState snapshot = state(withChecks(BOOK, new Check("", "id > 0")));

        assertThat(SchemaComparison.undo(database, state(BOOK), POSTGRESQL.withSnapshot(snapshot)))
                .containsExactly(new Change.AddCheck("book", new Check("book_id_check", "id > 0")));
    }

    @Test
    void newCheckWithoutANameGetsThatOfTheServer() {
        assertThat(SchemaComparison.compare(state(BOOK), state(withChecks(BOOK, new Check("", "id > 0"))), POSTGRESQL))
                .containsExactly(new Change.AddCheck("book", new Check("book_id_check", "id > 0")));
        assertThat(SchemaComparison.compare(state(), state(withChecks(BOOK, new Check("", "id > 0"))), MYSQL))
                .containsExactly(new Change.CreateTable(withChecks(BOOK, new Check("book_chk_1", "id > 0"))));
    }

    @Test
    void expressionsAreComparedByTheirText() {
        DatabaseTable catalog = withChecks(BOOK, new Check("c", "((`a` + `b`) * `c`) > 0"));

        assertThat(SchemaComparison.compare(state(catalog), state(withChecks(BOOK, new Check("c", "(a + b) * c > 0"))), MYSQL))
                .isEmpty();
        assertThat(SchemaComparison.compare(state(catalog), state(withChecks(BOOK, new Check("c", "a + b * c > 0"))), MYSQL))
                .hasSize(2);
    }

    @Test
    void collationThatIsNotMappedIsThatOfTheDatabase() {
        DatabaseTable catalog = table("t", new Column("c", "varchar(50)", true, null, null, false, "", "utf8mb4_bin"));
        DatabaseTable model = table("t", column("c", "varchar(60)"));
        List<Change> changes = SchemaComparison.compare(state(catalog), state(model), MYSQL);

        assertThat(SchemaComparison.compare(state(catalog), state(table("t", column("c", "varchar(50)"))), MYSQL)).isEmpty();
        assertThat(changes).hasSize(1);
        assertThat(((Change.AlterColumn) changes.get(0)).after().collation()).isEqualTo("utf8mb4_bin");
        assertThat(SchemaComparison.undo(state(catalog), state(model), MYSQL)).containsExactly(new Change.AlterColumn("t",
                column("c", "varchar(60)"), catalog.columns().get(0)));
    }

    @Test
    void modelAndCatalogAreGivenInTheSameOrderOnTheWayBack() {
        Options options = MYSQL.withExpressions((table, model, catalog) -> model.equals("model") && catalog.equals("catalog"));
        SchemaState catalog = state(withChecks(BOOK, new Check("c", "catalog")));
        SchemaState model = state(withChecks(BOOK, new Check("c", "model")));

        assertThat(SchemaComparison.compare(catalog, model, options)).isEmpty();
        assertThat(SchemaComparison.undo(catalog, model, options)).isEmpty();
    }

    @Test
    void serverNameOfAForeignKeyIsNoDifference() {
        ForeignKey catalog = new ForeignKey("book_ibfk_1", List.of("id"), "author", List.of("id"), "RESTRICT", "RESTRICT");
        ForeignKey model = new ForeignKey("fk", List.of("id"), "author", List.of("id"), "NO ACTION", "NO ACTION");
        Index index = new Index("id", false, List.of("id"));

        assertThat(SchemaComparison.compare(state(withKeys(BOOK, List.of(index), catalog)),
                state(withKeys(BOOK, List.of(index), model)), MYSQL)).isEmpty();
    }

    @Test
    void indexThatTheModelHadBeforeIsDroppedAndTheForeignKeyMadeAgain() {
        ForeignKey key = new ForeignKey("fk", List.of("id"), "author", List.of("id"), "NO ACTION", "NO ACTION");
        Index index = new Index("ix", false, List.of("id"));
        SchemaState before = state(withKeys(BOOK, List.of(index), key));
        SchemaState after = state(withKeys(BOOK, List.of(), key));

        assertThat(SchemaComparison.compare(before, after, MYSQL)).isEmpty();
        assertThat(SchemaComparison.compare(before, after, MYSQL.withSnapshot(before))).containsExactly(
                new Change.DropIndex("book", index), new Change.DropForeignKey("book", key),
                new Change.AddForeignKey("book", key));
    }

    @Test
    void sequencesAreComparedByTheirIncrement() {
        Sequence before = new Sequence("s", 1, 50);
        Sequence after = new Sequence("S", 1, 1);
        SchemaState from = new SchemaState(List.of(), List.of(before, new Sequence("foreign", 1, 1)));

        assertThat(SchemaComparison.compare(from, new SchemaState(List.of(), List.of(after)), POSTGRESQL))
                .containsExactly(new Change.AlterSequence(before, after));
        assertThat(SchemaComparison.compare(from, new SchemaState(List.of(), List.of()), POSTGRESQL.withOwned(Set.of("s"))))
                .containsExactly(new Change.DropSequence(before));
    }
}
