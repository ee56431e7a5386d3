package io.quarkiverse.binds.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.RenamedFrom;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.Rename;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.catalog.SchemaState.Sequence;

/** The state of entities, without a server. */
class ModelReaderTest {

    @MappedSuperclass
    abstract static class Base {

        @RenamedFrom("made")
        public String created;
    }

    @Embeddable
    static class Place {

        @RenamedFrom("town")
        public String city;

        public String street;
    }

    @Entity
    @RenamedFrom("volume")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = { "title",
            "city" }), indexes = @Index(name = "Book_Title", columnList = "title DESC, created asc"))
    static class OldBook extends Base {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @RenamedFrom("number")
        public Long id;

        public Place place;

        @Column(unique = true)
        public String title;

        @TenantId
        public String tenant;

        @ManyToOne
        @RenamedFrom("writer_id")
        public OldBook original;

        @ElementCollection
        @RenamedFrom("labels")
        public Set<String> tags;

        private String note;

        @RenamedFrom("not_seen_on_fields_only")
        public String getNote() {
            return note;
        }
    }

    @Entity
    static class Misplaced {

        @Id
        public Long id;

        @RenamedFrom("address")
        public Place place;
    }

    @Entity
    @Table(schema = "elsewhere")
    static class OfOtherSchema {

        @Id
        public Long id;
    }

    @Entity
    @Table(comment = "it's a \\ table")
    static class Commented {

        @Id
        public Long id;

        @Comment("it's a, (column")
        public int pages;

        @ColumnDefault("'x'")
        public String title;
    }

    @Entity
    static class Defined {

        @Id
        @Column(columnDefinition = "bigserial")
        public Long id;

        @Column(columnDefinition = "timestamp(3) default current_timestamp(3) on update current_timestamp(3)")
        public String changed;

        @Column(columnDefinition = "varchar(9) character set latin1 default 'a, (b' not null comment 'it''s' check (defined > '')")
        public String defined;

        @ColumnDefault("null")
        public String nothing;
    }

    @ParameterizedTest
    @EnumSource
    void tablesAreReadWithoutAServer(CatalogKind kind) {
        try (ModelOfUnit unit = ModelOfUnit.open("books", kind, OldBook.class)) {
            SchemaState state = ModelReader.read("books", kind).orElseThrow();

            DatabaseTable book = state.table("old_book").orElseThrow();
            assertThat(book.columns()).extracting(column -> column.name().toLowerCase()).containsExactly("id", "created",
                    "note", "city", "street", "tenant", "title", "original_id");
            assertThat(book.column("id").orElseThrow().nullable()).isFalse();
            assertThat(book.primaryKey()).containsExactly("id");
            assertThat(book.foreignKeys()).hasSize(1).first()
                    .satisfies(key -> assertThat(key.referencedTable()).isEqualTo("old_book"));
            String index = kind.isMySqlLike() ? "Book_Title" : "book_title";
            assertThat(book.index(index).orElseThrow().columns()).containsExactly("title desc", "created");
            assertThat(book.indexes().stream().filter(DatabaseTable.Index::unique).map(DatabaseTable.Index::columns))
                    .containsExactlyInAnyOrder(List.of("title"), List.of("title", "city"));
            assertThat(state.tables()).extracting(DatabaseTable::name).contains("old_book_tags");
            assertThat(state.sequences()).isEqualTo(
                    kind == CatalogKind.MYSQL ? List.of() : List.of(new Sequence(sequence(kind), 1, 50)));
        }
    }

    private static String sequence(CatalogKind kind) {
        return kind.isMySqlLike() ? "old_book_SEQ" : "old_book_seq";
    }

    @Test
    void uniqueConstraintsOfPostgreSqlHaveTheNamesOfTheServer() {
        try (ModelOfUnit unit = ModelOfUnit.open("books", CatalogKind.POSTGRESQL, OldBook.class)) {
            DatabaseTable book = ModelReader.read("books", CatalogKind.POSTGRESQL).orElseThrow().table("old_book")
                    .orElseThrow();

            assertThat(book.index("old_book_title_key")).isPresent();
            assertThat(book.index("old_book_title_city_key")).isPresent();
        }
        String longName = "a".repeat(50);
        assertThat(SqlNames.generated(longName, List.of("b".repeat(40), "c"), "key")).hasSize(63)
                .isEqualTo("a".repeat(29) + "_" + "b".repeat(29) + "_key");
    }

    @Test
    void tableForASequenceHasItsFirstRow() {
        try (ModelOfUnit unit = ModelOfUnit.open("books", CatalogKind.MYSQL, OldBook.class)) {
            assertThat(ModelReader.initialRows("books", CatalogKind.MYSQL)).containsOnlyKeys("old_book_SEQ");
            assertThat(ModelReader.initialRows("books", CatalogKind.MYSQL).get("old_book_SEQ"))
                    .containsExactly("insert into old_book_SEQ ( next_val ) values ( 1 )");
        }
    }

    @ParameterizedTest
    @EnumSource
    void earlierNamesAreFoundOnClassesSuperclassesEmbeddablesAndCollections(CatalogKind kind) {
        try (ModelOfUnit unit = ModelOfUnit.open("books", kind, OldBook.class)) {
            assertThat(ModelReader.renames("books", kind)).containsExactlyInAnyOrder(new Rename("old_book", null, "volume"),
                    new Rename("old_book", "id", "number"), new Rename("old_book", "created", "made"),
                    new Rename("old_book", "city", "town"), new Rename("old_book", "original_id", "writer_id"),
                    new Rename("old_book_tags", null, "labels"), new Rename("old_book", "note", "not_seen_on_fields_only"));
        }
    }

    @Test
    void earlierNameOfSeveralColumnsIsRefused() {
        try (ModelOfUnit unit = ModelOfUnit.open("misplaced", CatalogKind.H2, Misplaced.class)) {
            assertThatThrownBy(() -> ModelReader.renames("misplaced", CatalogKind.H2))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("@RenamedFrom(\"address\")", "Misplaced.place", "has 2", "embeddable class");
        }
    }

    @Test
    void otherSchemaIsLeftOut() {
        try (ModelOfUnit unit = ModelOfUnit.open("other", CatalogKind.H2, OfOtherSchema.class, Misplaced.class)) {
            assertThat(ModelReader.read("other", CatalogKind.H2).orElseThrow().tables()).extracting(DatabaseTable::name)
                    .containsExactly("misplaced");
        }
    }

    @Test
    void bindWithoutEntitiesHasNoState() {
        assertThat(ModelReader.read("nothing", CatalogKind.H2)).isEmpty();
        assertThat(ModelReader.renames("nothing", CatalogKind.H2)).isEmpty();
        assertThat(ModelReader.initialRows("nothing", CatalogKind.H2)).isEmpty();
    }

    @Test
    void clausesOfAColumnDefinitionAreTold() {
        try (ModelOfUnit unit = ModelOfUnit.open("defined", CatalogKind.MYSQL, Defined.class)) {
            DatabaseTable table = ModelReader.read("defined", CatalogKind.MYSQL).orElseThrow().tables().get(0);

            assertThat(table.column("changed").orElseThrow())
                    .isEqualTo(new DatabaseTable.Column("changed", "timestamp(3)", true,
                            "current_timestamp(3) on update current_timestamp(3)", null, false, "", null));
            assertThat(table.column("defined").orElseThrow()).isEqualTo(new DatabaseTable.Column("defined", "varchar(9)", false,
                    "'a, (b'", null, false, "it's", "latin1_swedish_ci"));
            assertThat(table.checks()).containsExactly(new DatabaseTable.Check("", "defined > ''"));
            assertThat(table.column("nothing").orElseThrow().defaultValue()).isNull();
        }
    }

    /** A comment with a quote ends too early in the statement of Hibernate ORM, which would hide what follows. */
    @ParameterizedTest
    @EnumSource
    void quotesInCommentsHideNothing(CatalogKind kind) {
        try (ModelOfUnit unit = ModelOfUnit.open("commented", kind, Commented.class)) {
            DatabaseTable table = ModelReader.read("commented", kind).orElseThrow().tables().get(0);

            assertThat(table.comment()).isEqualTo("it's a \\ table");
            assertThat(table.primaryKey()).containsExactly("id");
            assertThat(table.column("pages").orElseThrow().comment()).isEqualTo("it's a, (column");
            assertThat(table.column("pages").orElseThrow().nullable()).isFalse();
            assertThat(table.column("title").orElseThrow().defaultValue()).isEqualTo("'x'");
        }
    }

    @Test
    void serialColumnOfPostgreSqlHasItsSequence() {
        try (ModelOfUnit unit = ModelOfUnit.open("defined", CatalogKind.POSTGRESQL, Defined.class)) {
            DatabaseTable table = ModelReader.read("defined", CatalogKind.POSTGRESQL).orElseThrow().tables().get(0);

            assertThat(table.column("id").orElseThrow()).isEqualTo(new DatabaseTable.Column("id", "bigint", false,
                    "nextval('defined_id_seq'::regclass)", null, false, "", null));
        }
    }
}
