package io.quarkiverse.binds.runtime.migration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;

import io.quarkiverse.binds.RenamedFrom;

/** Entities before and after a change of a whole table. */
final class TableEntities {

    private TableEntities() {
    }

    @MappedSuperclass
    abstract static class Numbered {

        @Id
        public Long id;
    }

    @Entity(name = "author")
    static class Author extends Numbered {
    }

    static final class None {

        @Entity(name = "none")
        static class Both extends Numbered {

            @Column(length = 50, nullable = false)
            public String title;

            @ManyToOne
            public Author author;
        }
    }

    static final class NotInTheModel {

        @Entity(name = "table_not_in_model")
        static class Before extends Numbered {
        }
    }

    static final class Added {

        @Entity(name = "table_added")
        static class After {

            @Id
            @GeneratedValue
            public Long id;

            @Column(length = 50, nullable = false, unique = true)
            public String title;

            @ManyToOne(optional = false)
            public Author author;
        }
    }

    static final class Dropped {

        @Entity(name = "table_dropped")
        static class Before extends Numbered {

            @Column(length = 50)
            public String title;
        }
    }

    static final class Renamed {

        @Entity(name = "table_renamed_before")
        static class Before extends Numbered {

            @ManyToOne
            public Author author;
        }

        @Entity(name = "table_renamed")
        @RenamedFrom("table_renamed_before")
        static class After extends Numbered {

            @ManyToOne
            public Author author;
        }
    }

    /** Names with capital letters and blanks, which mean something else without their quotes. */
    static final class QuotedAdded {

        @Entity(name = "quoted_added")
        @Table(name = "`Quoted_Added`", indexes = @Index(name = "`Ix_Quoted`", columnList = "`Best Title`"))
        static class After extends Numbered {

            @Column(name = "`Best Title`", length = 50, unique = true)
            public String title;

            public int pagesOfBook;

            @ManyToOne
            @JoinColumn(name = "`Author_Id`", foreignKey = @ForeignKey(name = "Fk_Quoted"))
            public Author author;
        }
    }

    static final class QuotedColumn {

        @Entity(name = "quoted_column")
        @Table(name = "`Quoted_Column`")
        static class Before extends Numbered {

            @Column(name = "`Old Title`")
            public String old;

            @Column(name = "`kept Title`", length = 50)
            public String kept;
        }

        @Entity(name = "quoted_column")
        @Table(name = "`Quoted_Column`")
        static class After extends Numbered {

            @RenamedFrom("Old Title")
            @Column(name = "`New Title`")
            public String old;

            @Column(name = "`kept Title`", length = 60)
            public String kept;

            @Column(name = "`moreText`")
            public String more;
        }
    }

    static final class Comment {

        @Entity(name = "table_comment")
        static class Before extends Numbered {
        }

        @Entity(name = "table_comment")
        @Table(comment = "it's commented")
        static class After extends Numbered {
        }
    }
}
