package io.quarkiverse.binds.runtime.migration.comparison;

import java.util.List;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.SchemaState.EnumType;
import io.quarkiverse.binds.runtime.catalog.SchemaState.Sequence;

/** A difference between two states of a schema, with what a statement for it needs. Immutable. */
public sealed interface Change {

    /** Name of the table, of the sequence or of the type. */
    String table();

    /** Creates a table with all that belongs to it; its foreign keys follow after all tables. */
    record CreateTable(DatabaseTable created) implements Change {
        @Override
        public String table() {
            return created.name();
        }
    }

    /** Drops a table with all its rows. */
    record DropTable(DatabaseTable dropped) implements Change {
        @Override
        public String table() {
            return dropped.name();
        }
    }

    record RenameTable(String from, String table) implements Change {
    }

    record CommentTable(String table, String before, String after) implements Change {
    }

    /**
     * The place of a column in its table.
     *
     * @param after name of the column that it follows; null for the first place, and if it is the only column
     * @param before name of the column that follows it; null for the last place
     */
    record Place(String after, String before) {
    }

    record AddColumn(String table, Column column, Place place) implements Change {
    }

    record DropColumn(String table, Column column) implements Change {
    }

    record RenameColumn(String table, String from, Column column) implements Change {
    }

    /** Type, nullability, default, collation or comment of a column; or a generated column becomes an ordinary one. */
    record AlterColumn(String table, Column before, Column after) implements Change {
    }

    /**
     * Drops a column and adds it again as a generated one, since no server can change its expression, or a column that it uses,
     * otherwise.
     */
    record RebuildColumn(String table, Column before, Column after, Place place) implements Change {
    }

    record ChangePrimaryKey(DatabaseTable before, DatabaseTable after) implements Change {
        @Override
        public String table() {
            return after.name();
        }
    }

    record AddIndex(String table, Index index) implements Change {
    }

    record DropIndex(String table, Index index) implements Change {
    }

    record AddForeignKey(String table, ForeignKey foreignKey) implements Change {
    }

    record DropForeignKey(String table, ForeignKey foreignKey) implements Change {
    }

    record AddCheck(String table, Check check) implements Change {
    }

    /**
     * Drops a check.
     *
     * @param column the column as it is then, whose definition may have the check on MariaDB: the check has its name; else null
     */
    record DropCheck(String table, Check check, Column column) implements Change {
    }

    /** Creates a type of PostgreSQL, with the casts that Hibernate ORM makes for it. */
    record CreateType(EnumType type) implements Change {
        @Override
        public String table() {
            return type.name();
        }
    }

    /** A column of a table, with the definition that it has before. */
    record Use(String table, Column column) {
    }

    /**
     * Changes the values of a type.
     *
     * @param uses the columns of this type
     */
    record AlterType(EnumType before, EnumType after, List<Use> uses) implements Change {

        public AlterType {
            uses = List.copyOf(uses);
        }

        @Override
        public String table() {
            return after.name();
        }
    }

    record DropType(EnumType type) implements Change {
        @Override
        public String table() {
            return type.name();
        }
    }

    record CreateSequence(Sequence sequence) implements Change {
        @Override
        public String table() {
            return sequence.name();
        }
    }

    record AlterSequence(Sequence before, Sequence after) implements Change {
        @Override
        public String table() {
            return after.name();
        }
    }

    record DropSequence(Sequence sequence) implements Change {
        @Override
        public String table() {
            return sequence.name();
        }
    }
}
