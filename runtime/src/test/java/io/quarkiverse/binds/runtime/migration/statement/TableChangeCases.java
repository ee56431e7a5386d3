package io.quarkiverse.binds.runtime.migration.statement;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SchemaState;

/** The changes that the tests of each kind of database make. */
record TableChangeCases(CatalogKind kind) {

    private static final String AUTHOR = "create table author (id bigint not null, primary key (id))";
    private static final String AUTHOR_ROW = "insert into author values (1)";

    Stream<TableChange> all() {
        return Stream.of(controls(), tables(), columns(), types(), definitions(), indexes(), foreignKeys(), checks(), keys(),
                generated()).flatMap(cases -> cases);
    }

    private boolean isMySqlLike() {
        return kind.isMySqlLike();
    }

    /** In the words of this kind of database, for the table book with a column title, a key, and more. */
    private static String book(String... more) {
        return "create table book (id bigint not null, title varchar(50)" + String.join("", more) + ", primary key (id))";
    }

    private static String row(String columns, String values) {
        return "insert into book (id, title" + columns + ") values (1, 'T'" + values + ")";
    }

    private static TableChange change(String name) {
        return TableChange.of(name);
    }

    /** Of a column: MySQL and MariaDB write the whole definition anew. */
    private String alter(String column, String definition, String postgreSql) {
        return switch (kind) {
            case MYSQL, MARIADB -> "alter table book modify column " + column + " " + definition;
            case POSTGRESQL -> "alter table book alter column " + column + " " + postgreSql;
            case H2 -> "alter table book alter column " + column + " ";
        };
    }

    private Stream<TableChange> controls() {
        return Stream.of(
                change("nothing").in(AUTHOR, book(", author_id bigint", ", constraint fk_book_author foreign key (author_id) "
                        + "references author (id)", ", check (id > 0)")),
                change("table that is neither in the model nor in the snapshot").in(book()).from(AUTHOR)
                        .knowing(known -> without(known, "author")),
                change("index of the server for a foreign key")
                        .in(AUTHOR, book(", author_id bigint", ", constraint fk_book_author foreign key (author_id) "
                                + "references author (id)"))
                        .asModel(state -> change(state, table -> new DatabaseTable(table.name(), table.comment(),
                                table.columns(), table.primaryKey(), List.of(), table.foreignKeys(), table.checks()))),
                change("check without a name").in(book(", check (id > 0)"))
                        .asModel(state -> change(state, table -> new DatabaseTable(table.name(), table.comment(),
                                table.columns(), table.primaryKey(), table.indexes(), table.foreignKeys(),
                                table.checks().stream().map(check -> new Check("", check.condition())).toList()))),
                change("unique column without a name").in(book(", unique (title)"))
                        .asModel(state -> change(state, table -> new DatabaseTable(table.name(), table.comment(),
                                table.columns(), table.primaryKey(), table.indexes().stream()
                                        .map(index -> new Index("", index.unique(), index.columns())).toList(),
                                table.foreignKeys(), table.checks()))),
                change("case of names").from(book()).to(book())
                        .asModel(state -> change(state, table -> new DatabaseTable(table.name().toUpperCase(), table.comment(),
                                table.columns(), table.primaryKey(), table.indexes(), table.foreignKeys(), table.checks()))));
    }

    private static SchemaState without(SchemaState state, String table) {
        return new SchemaState(state.tables().stream().filter(one -> !one.name().equals(table)).toList(), state.sequences());
    }

    private static SchemaState change(SchemaState state, UnaryOperator<DatabaseTable> change) {
        return new SchemaState(state.tables().stream().map(change).toList(), state.sequences());
    }

    private Stream<TableChange> tables() {
        String circle = "create table a (id bigint not null, b_id bigint, primary key (id))";
        String other = "create table b (id bigint not null, a_id bigint, primary key (id))";
        String key = "alter table a add constraint fk_a foreign key (b_id) references b (id)";
        String otherKey = "alter table b add constraint fk_b foreign key (a_id) references a (id)";
        return Stream.of(
                change("table added").from(AUTHOR)
                        .to(AUTHOR, book(", author_id bigint", ", constraint fk_book_author foreign key (author_id) "
                                + "references author (id)", ", constraint uq_title unique (title)",
                                ", constraint ck_id check (id > 0)"), "create index ix on book (title, id)")
                        .gives("create table book").by("create table book (", "constraint ck_id check (",
                                "add constraint fk_book_author foreign key (author_id) references author (id)"),
                change("table dropped").in(AUTHOR).from(AUTHOR_ROW,
                        book(", author_id bigint", ", constraint fk_book_author foreign key (author_id) "
                                + "references author (id)", ", constraint uq_title unique (title)",
                                ", constraint ck_id check (id > 0)"))
                        .gives("drop table book").by("drop table book").losing(),
                change("table renamed").from(AUTHOR, "create table novel (id bigint not null, author_id bigint, "
                        + "primary key (id), check (id > 0))",
                        "alter table novel add constraint fk_novel foreign key (author_id) references author (id)")
                        .to(AUTHOR,
                                "create table book (id bigint not null, author_id bigint, primary key (id), check (id > 0))",
                                "alter table book add constraint fk_novel foreign key (author_id) references author (id)")
                        .asModel(state -> change(state, table -> new DatabaseTable(table.name(), table.comment(),
                                table.columns(), table.primaryKey(), table.indexes(), table.foreignKeys(),
                                table.checks().stream().map(check -> new Check("", check.condition())).toList())))
                        .renamed("book", null, "novel").gives("rename table novel -> book")
                        .by("alter table novel rename to book"),
                change("circle of new tables").to(circle, other, key, otherKey).gives("create table a", "create table b"),
                change("circle of dropped tables").from(circle, other, key, otherKey).gives("drop table a", "drop table b")
                        .losing(),
                change("name of an index of a dropped table").from(AUTHOR, "create index ix on author (id)").to(book(),
                        "create index ix on book (title)").gives("create table book", "drop table author").losing(),
                change("sequence added").to(isMariaDbOrNotMySql("create sequence seq start with 1 increment by 50"))
                        .gives(isMariaDbOrNotMySql("create sequence seq")));
    }

    private String[] isMariaDbOrNotMySql(String text) {
        return kind == CatalogKind.MYSQL ? new String[0] : new String[] { text };
    }

    private Stream<TableChange> columns() {
        String none = isMySqlLike() ? ", algorithm=instant" : "";
        return Stream.of(
                change("column added, nullable").from(book(), row("", "")).to(book(", price decimal(10,2)"))
                        .gives("add column book.price ").by("alter table book add column price ", none),
                change("column added, NOT NULL").from(book()).to(book(", price decimal(10,2) not null"))
                        .gives("add column book.price ").by("alter table book add column price ", "not null" + none),
                change("column added in the middle").from(book(), row("", ""))
                        .to("create table book (zero int, id bigint not null, half int, title varchar(50), primary key (id))")
                        .gives("add column book.zero", "add column book.half"),
                change("column dropped").from(book(", price decimal(10,2)"), row(", price", ", 1")).to(book())
                        .gives("drop column book.price").by("alter table book drop column price").losing(),
                change("column dropped, first").from("create table book (age int, id bigint not null, title varchar(50), "
                        + "primary key (id))").to(book()).gives("drop column book.age").losing(),
                change("NOT NULL column dropped").from(book(", price decimal(10,2) not null")).to(book())
                        .gives("drop column book.price").by("alter table book drop column price").losing(),
                change("column renamed").from(book(", cost int, constraint ck_cost check (cost > 0)"),
                        "create index ix on book (cost)", row(", cost", ", 1"))
                        .to(book(", price int, constraint ck_cost check (price > 0)"), "create index ix on book (price)")
                        .renamed("book", "price", "cost")
                        .gives(kind == CatalogKind.MYSQL
                                ? new String[] { "rename column book.cost -> price", "drop check", "add check" }
                                : new String[] { "rename column book.cost -> price" })
                        .by(kind == CatalogKind.H2 ? "alter column cost rename to price" : "rename column cost to price"),
                change("column renamed and altered, in a renamed table")
                        .from("create table novel (id bigint not null, cost int, primary key (id))",
                                "insert into novel values (1, 2)")
                        .to("create table book (id bigint not null, price bigint not null, primary key (id))")
                        .renamed("book", null, "novel").renamed("book", "price", "cost")
                        .gives("rename table", "rename column book.cost -> price", "alter column book.price"));
    }

    private Stream<TableChange> types() {
        String text = kind == CatalogKind.H2 ? "character large object" : "text";
        return Stream.of(
                type("varchar(50) -> varchar(100)", "varchar(50)", "varchar(100)", "'x'", false),
                type("varchar(100) -> varchar(50)", "varchar(100)", "varchar(50)", "'x'", true),
                type("varchar -> text", "varchar(50)", text, "'x'", false),
                type("text -> varchar", text, "varchar(50)", "'x'", true),
                type("int -> bigint", "int", "bigint", "1", false),
                type("bigint -> int", "bigint", "int", "1", true),
                type("int -> varchar", "int", "varchar(255)", "1", false),
                type("varchar -> int", "varchar(255)", "int", "'1'", true),
                type("decimal(10,2) -> decimal(12,4)", "decimal(10,2)", "decimal(12,4)", "1", false),
                type("date -> timestamp", "date", isMySqlLike() ? "datetime(6)" : "timestamp(6)", "'2024-02-29'", false));
    }

    private TableChange type(String name, String before, String after, String value, boolean losesData) {
        TableChange change = change("type " + name)
                .from(book(", x " + before), "create index ix on book (id)", row(", x", ", " + value))
                .to(book(", x " + after), "create index ix on book (id)").gives("alter column book.x ")
                .by(alter("x", "", "type "));
        return losesData ? change.losing() : change;
    }

    private Stream<TableChange> definitions() {
        String enumOf = isMySqlLike() || kind == CatalogKind.H2 ? ", status enum('A','B')" : null;
        Stream<TableChange> enums = enumOf == null ? Stream.of()
                : Stream.of(
                        change("enum value added").from(book(enumOf), row(", status", ", 'B'"))
                                .to(book(", status enum('A','B','C')")).gives("alter column book.status"),
                        change("enum value removed").from(book(", status enum('A','B','C')"), row(", status", ", 'B'"))
                                .to(book(enumOf))
                                .gives("alter column book.status").losing(),
                        change("enum value in the middle").from(book(enumOf), row(", status", ", 'B'"))
                                .to(book(", status enum('A','AA','B')")).gives("alter column book.status"));
        return Stream.concat(enums, Stream.of(
                change("nullable false").from(book(", age int"), row(", age", ", 1")).to(book(", age int not null"))
                        .gives("alter column book.age null -> not null").by(alter("age", "", "set not null")),
                change("nullable true").from(book(", age int not null"), row(", age", ", 1")).to(book(", age int"))
                        .gives("alter column book.age not null -> null").by(alter("age", "", "drop not null")),
                change("default added").from(book(", age int, name varchar(20)")).to(book(", age int default 7, "
                        + "name varchar(20) default 'it''s \"it\"'"))
                        .gives("alter column book.age default none -> ", "alter column book.name").by("default 7"),
                change("default changed").from(book(", age int default 7")).to(book(", age int default 8"))
                        .gives("alter column book.age default ").by("default 8"),
                change("default removed").from(book(", age int default 7")).to(book(", age int"))
                        .gives("alter column book.age default "),
                change("default of time added").from(book(", at timestamp(6) null"))
                        .to(book(", at timestamp(6)" + (isMySqlLike() ? " null" : "") + " default current_timestamp(6)"))
                        .gives("alter column book.at default none -> "),
                comment("comment of a column", "alter column book.title comment", "title", "it's a \\ title"),
                comment("comment of a table", "comment on table book", null, "it's a \\ book"),
                change("comment kept").from(commented("title", "old", "varchar(50)"))
                        .to(commented("title", "old", "varchar(60)")).gives("alter column book.title")));
    }

    private TableChange comment(String name, String description, String column, String comment) {
        return change(name).from(book()).to(commented(column, comment, "varchar(50)")).gives(description);
    }

    private String[] commented(String column, String comment, String type) {
        String text = "'" + comment.replace("'", "''").replace("\\", isMySqlLike() ? "\\\\" : "\\") + "'";
        String book = book().replace("varchar(50)", type);
        if (isMySqlLike()) {
            return new String[] { column == null ? book + " comment = " + text
                    : book.replace(type, type + " comment " + text) };
        }
        return new String[] { book, "comment on " + (column == null ? "table book" : "column book." + column) + " is " + text };
    }

    private Stream<TableChange> indexes() {
        String index = "create index ix on book (title)";
        return Stream.of(
                change("index added").from(book()).to(book(), index).gives("add index book.ix"),
                change("index removed").from(book(), index).to(book()).gives("drop index book.ix").by("drop index ix"),
                change("columns of an index changed").from(book(), index).to(book(), "create index ix on book (title, id)")
                        .gives("drop index book.ix (title)", "add index book.ix (title, id)"),
                change("direction of an index changed").from(book(), index).to(book(), "create index ix on book (title desc)")
                        .gives("drop index book.ix (title)", "add index book.ix "),
                change("unique constraint added").from(book()).to(book(", constraint uq unique (title)"))
                        .gives("add unique index book.uq").by("unique "),
                change("unique column without a name added").from(book()).to(book(", unique (title)"))
                        .asModel(state -> change(state, table -> new DatabaseTable(table.name(), table.comment(),
                                table.columns(), table.primaryKey(), table.indexes().stream()
                                        .map(unique -> new Index("", unique.unique(), unique.columns())).toList(),
                                table.foreignKeys(), table.checks())))
                        .gives("add unique index book."),
                change("unique constraint removed").from(book(", constraint uq unique (title)")).to(book())
                        .gives("drop unique index book.uq"),
                change("unique index removed").from(book(), "create unique index uq on book (title)").to(book())
                        .gives("drop unique index book.uq"),
                change("unique columns changed").from(book(", constraint uq unique (title)"))
                        .to(book(", constraint uq unique (title, id)"))
                        .gives("drop unique index book.uq", "add unique index book.uq"));
    }

    private Stream<TableChange> foreignKeys() {
        String column = ", author_id bigint";
        String key = ", constraint fk_book_author foreign key (author_id) references author (id)";
        String index = "create index ix on book (author_id)";
        boolean needsIndex = kind != CatalogKind.POSTGRESQL;
        return Stream.of(
                change("foreign key added").in(AUTHOR).from(book(column)).to(book(column, key))
                        .gives("add foreign key book.fk_book_author").by("foreign key (author_id) references author (id)"),
                change("foreign key removed").in(AUTHOR).from(book(column, key)).to(book(column))
                        .gives(isMySqlLike() ? new String[] { "drop index", "drop foreign key book.fk_book_author" }
                                : new String[] { "drop foreign key book.fk_book_author" }),
                change("action of a foreign key changed").in(AUTHOR).from(book(column, key))
                        .to(book(column, key + " on delete cascade"))
                        .gives("drop foreign key book.fk_book_author", "add foreign key book.fk_book_author")
                        .by("on delete cascade"),
                change("name of a foreign key changed").in(AUTHOR).from(book(column, key))
                        .to(book(column, key.replace("fk_book", "fk_new")))
                        .gives(isMySqlLike() ? new String[] { "drop index", "drop foreign key", "add foreign key" }
                                : new String[] { "drop foreign key", "add foreign key" }),
                change("index added for a foreign key").in(AUTHOR).from(book(column, key)).to(book(column, key), index)
                        .gives("add index book.ix"),
                change("index of a foreign key removed").in(AUTHOR).from(book(column), index,
                        "alter table book add" + key.substring(1)).to(book(column, key))
                        .gives(needsIndex ? new String[] { "drop index book.ix", "drop foreign key", "add foreign key" }
                                : new String[] { "drop index book.ix" }),
                change("index of a foreign key of a renamed table removed").in(AUTHOR)
                        .from(book(column).replace("book", "novel"), index.replace("book", "novel"),
                                "alter table novel add" + key.substring(1))
                        .to(book(column, key)).renamed("book", null, "novel")
                        .gives(needsIndex
                                ? new String[] { "rename table", "drop index book.ix", "drop foreign key", "add foreign key" }
                                : new String[] { "rename table", "drop index book.ix" }),
                change("type of both sides of a foreign key changed")
                        .from(AUTHOR, AUTHOR_ROW, book(column, key), row(", author_id", ", 1"))
                        .to(AUTHOR.replace("bigint", "int"), book(column, key).replace("author_id bigint", "author_id int"))
                        .gives("alter column author.id", "alter column book.author_id", "drop foreign key", "add foreign key")
                        .losing(),
                change("foreign key on two columns").in("create table p (a int not null, b int not null, primary key (a, b))")
                        .from("create table book (id int not null, a int, b int, primary key (id))")
                        .to("create table book (id int not null, a int, b int, primary key (id), constraint fk_p "
                                + "foreign key (a, b) references p (a, b) on delete cascade)")
                        .gives("add foreign key book.fk_p"),
                change("foreign key to its own table").from(book(", part bigint"))
                        .to(book(", part bigint"),
                                "alter table book add constraint fk_part foreign key (part) references book (id)")
                        .gives("add foreign key book.fk_part"));
    }

    private Stream<TableChange> checks() {
        String check = ", constraint ck_age check (age > 0)";
        return Stream.of(
                change("check added").from(book(", age int")).to(book(", age int", check)).gives("add check book.ck_age")
                        .by("add constraint ck_age check (", "age > 0"),
                change("check removed").from(book(", age int", check)).to(book(", age int")).gives("drop check book.ck_age"),
                change("text of a check changed").from(book(", age int", check))
                        .to(book(", age int", check.replace("> 0", "> 1")))
                        .gives("drop check book.ck_age", "add check book.ck_age"),
                change("check without a name added").from(book(", age int")).to(book(", age int, check (age > 0)"))
                        .asModel(state -> change(state, table -> new DatabaseTable(table.name(), table.comment(),
                                table.columns(), table.primaryKey(), table.indexes(), table.foreignKeys(),
                                table.checks().stream().map(one -> new Check("", one.condition())).toList())))
                        .gives("add check book."),
                change("check of a column removed").from(book(", age int check (age > 0)")).to(book(", age int"))
                        .gives("drop check book."),
                change("type of a column with a check changed").from(book(", age int check (age > 0)"))
                        .to(book(", age bigint check (age > 0)"))
                        .gives("alter column book.age", "drop check book.", "add check book."));
    }

    private Stream<TableChange> keys() {
        String numbered = isMySqlLike() ? "auto_increment" : "generated by default as identity";
        String plain = "create table book (id bigint not null, primary key (id))";
        String part = "create table part (id int not null, book_id int, primary key (id), constraint fk_part foreign key "
                + "(book_id) references book (id))";
        return Stream.of(
                change("primary key int -> bigint").from(plain.replace("bigint", "int"), part, "insert into book values (1)")
                        .to(plain, part.replace("book_id int", "book_id bigint"))
                        .gives("alter column book.id", "alter column part.book_id", "drop foreign key", "add foreign key"),
                change("primary key numbered by the database").from(plain, "insert into book values (41)")
                        .to(plain.replace("not null", "not null " + numbered)).gives("alter column book.id"),
                change("columns of the primary key changed").from(book(), row("", ""))
                        .to("create table book (id bigint not null, title varchar(50) not null, primary key (title, id))")
                        .gives("alter column book.title", "change primary key of book (id) -> (title, id)"),
                change("primary key replaced by a number").from("create table book (code varchar(20) not null, "
                        + "primary key (code))", "insert into book values ('a')", "insert into book values ('b')")
                        .to("create table book (id bigint not null " + numbered + ", code varchar(20) not null, "
                                + "primary key (id))")
                        .gives("add column book.id", "change primary key of book (code) -> (id)"),
                change("primary key added").from("create table book (id bigint, x int)")
                        .to("create table book (id bigint not null, x int, primary key (id))")
                        .gives("alter column book.id", "change primary key of book () -> (id)"),
                change("primary key of a table with foreign keys changed")
                        .in("create table a (id int not null, primary key (id))",
                                "create table b (id int not null, primary key (id))")
                        .from(join("a_id, b_id")).to(join("b_id, a_id"))
                        .gives(kind == CatalogKind.POSTGRESQL ? new String[] { "change primary key" }
                                : new String[] { "change primary key", "drop foreign key", "add foreign key" }));
    }

    private static String join(String key) {
        return "create table a_b (a_id int not null, b_id int not null, primary key (" + key + "), constraint fk_a foreign key "
                + "(a_id) references a (id), constraint fk_b foreign key (b_id) references b (id))";
    }

    private Stream<TableChange> generated() {
        String stored = kind == CatalogKind.H2 ? "" : " stored";
        String twice = ", age int, twice int generated always as (age * 2)" + stored;
        Stream<TableChange> virtual = !isMySqlLike() ? Stream.of()
                : Stream.of(change("stored generated column becomes virtual").from(book(twice), row(", age", ", 3"))
                        .to(book(twice.replace("stored", "virtual"))).gives("rebuild column book.twice").by(" virtual"),
                        change("virtual generated column added").from(book(", age int"), row(", age", ", 3"))
                                .to(book(twice.replace("stored", "virtual"))).gives("add column book.twice").by(" virtual"));
        return Stream.concat(virtual, Stream.of(
                change("generated column added").from(book(", age int"), row(", age", ", 3")).to(book(twice))
                        .gives("add column book.twice").by("generated always as ("),
                change("generated column removed").from(book(twice), row(", age", ", 3")).to(book(", age int"))
                        .gives("drop column book.twice"),
                change("expression of a generated column changed").from(book(twice), "create index ix on book (twice)")
                        .to(book(twice.replace("* 2", "* 3")), "create index ix on book (twice)")
                        .gives("rebuild column book.twice", "drop index", "add index"),
                change("generated column becomes an ordinary one").from(book(twice), row(", age", ", 3"))
                        .to(book(", age int, twice int")).gives("alter column book.twice"),
                change("type of a column changed that a generated column uses").from(book(twice), row(", age", ", 3"))
                        .to(book(twice.replace("age int", "age bigint"))).gives("alter column book.age",
                                "rebuild column book.twice"),
                change("column renamed that a generated column uses").from(book(twice), row(", age", ", 3"))
                        .to(book(twice.replace("age", "years"))).renamed("book", "years", "age")
                        .gives(isMySqlLike() ? new String[] { "rename column", "rebuild column book.twice" }
                                : new String[] { "rename column" })));
    }
}
