package io.quarkiverse.binds;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An SQL statement for a bind, with its parameters; made by {@link BindDb#sql(String, Object...)}. It runs in the transaction
 * of the unit of work, after a flush of the session. Not thread-safe.
 * <p>
 * Results are available as maps, records, scalars or entities:
 *
 * <pre>
 * db.bind("users").sql("select name from user where id = ?", 5).first(String.class);
 * </pre>
 *
 * @since 0.1
 */
public interface Sql {

    /**
     * Runs an insert, update, delete or DDL statement.
     *
     * @return the number of rows that the driver reports; 0 for a statement without a number
     * @throws jakarta.persistence.PersistenceException if the statement fails: the transaction can only be rolled back
     */
    int update();

    /**
     * Reads the rows as maps from column label to value, in the order of the columns.
     *
     * @return a modifiable list, empty if there are none
     * @throws jakarta.persistence.PersistenceException if the statement fails: the transaction can only be rolled back
     */
    List<Map<String, Object>> maps();

    /**
     * Reads the rows as objects of a type.
     *
     * @param <T> the type of a row
     * @param type an entity of this bind; or a record of the application, whose components are matched with the column labels
     *        by name ({@code postCount} with {@code post_count} or {@code postcount}); or, if there is one column, a type that
     *        the driver supports, such as {@code String}, {@code Long} or {@code LocalDateTime}
     * @return a modifiable list, empty if there are none; a null value of a single column is a null element
     * @throws IllegalArgumentException if a component of the record has no column; the message names both
     * @throws jakarta.persistence.PersistenceException if the statement fails: the transaction can only be rolled back
     */
    <T> List<T> list(Class<T> type);

    /**
     * Reads the first row.
     *
     * @param <T> the type of the row
     * @param type as in {@link #list(Class)}
     * @return the row; empty if there is none, or if its only value is null
     */
    <T> Optional<T> first(Class<T> type);

    /**
     * Reads the only row.
     *
     * @param <T> the type of the row
     * @param type as in {@link #list(Class)}
     * @return the row; null if its only value is null
     * @throws jakarta.persistence.NoResultException if there is no row
     * @throws jakarta.persistence.NonUniqueResultException if there are several rows
     */
    <T> T one(Class<T> type);
}
