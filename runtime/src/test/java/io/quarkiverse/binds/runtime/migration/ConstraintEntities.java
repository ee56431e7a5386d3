package io.quarkiverse.binds.runtime.migration;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

import io.quarkiverse.binds.runtime.migration.TableEntities.Author;
import io.quarkiverse.binds.runtime.migration.TableEntities.Numbered;

/** Entities before and after a change of an index or constraint. */
final class ConstraintEntities {

    private ConstraintEntities() {
    }

    static final class IndexAdded {

        @Entity(name = "index_added")
        static class Before extends Numbered {

            @Column(length = 50)
            public String title;

            public Integer age;
        }

        @Entity(name = "index_added")
        @Table(indexes = @Index(name = "ix_index_added", columnList = "title"))
        static class After extends Numbered {

            @Column(length = 50)
            public String title;

            public Integer age;
        }
    }

    static final class IndexRemoved {

        @Entity(name = "index_removed")
        @Table(indexes = @Index(name = "ix_index_removed", columnList = "title"))
        static class Before extends Numbered {

            @Column(length = 50)
            public String title;

            public Integer age;
        }

        @Entity(name = "index_removed")
        static class After extends Numbered {

            @Column(length = 50)
            public String title;

            public Integer age;
        }
    }

    static final class IndexColumns {

        @Entity(name = "index_columns")
        @Table(indexes = @Index(name = "ix_index_columns", columnList = "title"))
        static class Before extends Numbered {

            @Column(length = 50)
            public String title;

            public Integer age;
        }

        @Entity(name = "index_columns")
        @Table(indexes = @Index(name = "ix_index_columns", columnList = "title, age"))
        static class After extends Numbered {

            @Column(length = 50)
            public String title;

            public Integer age;
        }
    }

    static final class UniqueAdded {

        @Entity(name = "unique_added")
        static class Before extends Numbered {

            @Column(length = 50)
            public String title;
        }

        @Entity(name = "unique_added")
        @Table(uniqueConstraints = @UniqueConstraint(name = "uq_unique_added", columnNames = "title"))
        static class After extends Numbered {

            @Column(length = 50)
            public String title;
        }
    }

    static final class UniqueColumn {

        @Entity(name = "unique_column")
        static class Before extends Numbered {

            @Column(length = 50)
            public String title;
        }

        @Entity(name = "unique_column")
        static class After extends Numbered {

            @Column(length = 50, unique = true)
            public String title;
        }
    }

    static final class UniqueRemoved {

        @Entity(name = "unique_removed")
        @Table(uniqueConstraints = @UniqueConstraint(name = "uq_unique_removed", columnNames = "title"))
        static class Before extends Numbered {

            @Column(length = 50)
            public String title;
        }

        @Entity(name = "unique_removed")
        static class After extends Numbered {

            @Column(length = 50)
            public String title;
        }
    }

    static final class ForeignKeyAdded {

        @Entity(name = "fk_added")
        static class Before extends Numbered {

            @Column(name = "author_id")
            public Long author;
        }

        @Entity(name = "fk_added")
        static class After extends Numbered {

            @ManyToOne
            @JoinColumn(name = "author_id", foreignKey = @ForeignKey(name = "fk_added"))
            public Author author;
        }
    }

    static final class ForeignKeyRemoved {

        @Entity(name = "fk_removed")
        static class Before extends Numbered {

            @ManyToOne
            @JoinColumn(name = "author_id", foreignKey = @ForeignKey(name = "fk_removed"))
            public Author author;
        }

        @Entity(name = "fk_removed")
        static class After extends Numbered {

            @Column(name = "author_id")
            public Long author;
        }
    }

    static final class ForeignKeyAction {

        @Entity(name = "fk_on_delete")
        static class Before extends Numbered {

            @ManyToOne
            @JoinColumn(name = "author_id", foreignKey = @ForeignKey(name = "fk_on_delete"))
            public Author author;
        }

        @Entity(name = "fk_on_delete")
        static class After extends Numbered {

            @ManyToOne
            @OnDelete(action = OnDeleteAction.CASCADE)
            @JoinColumn(name = "author_id", foreignKey = @ForeignKey(name = "fk_on_delete"))
            public Author author;
        }
    }

    static final class CheckAdded {

        @Entity(name = "check_added")
        static class Before extends Numbered {

            public Integer age;
        }

        @Entity(name = "check_added")
        @Table(check = @CheckConstraint(name = "ck_check_added", constraint = "age > 0"))
        static class After extends Numbered {

            public Integer age;
        }
    }

    static final class CheckRemoved {

        @Entity(name = "check_removed")
        @Table(check = @CheckConstraint(name = "ck_check_removed", constraint = "age > 0"))
        static class Before extends Numbered {

            public Integer age;
        }

        @Entity(name = "check_removed")
        static class After extends Numbered {

            public Integer age;
        }
    }

    static final class CheckText {

        @Entity(name = "check_text")
        @Table(check = @CheckConstraint(name = "ck_check_text", constraint = "age > 0"))
        static class Before extends Numbered {

            public Integer age;
        }

        @Entity(name = "check_text")
        @Table(check = @CheckConstraint(name = "ck_check_text", constraint = "age > 1"))
        static class After extends Numbered {

            public Integer age;
        }
    }
}
