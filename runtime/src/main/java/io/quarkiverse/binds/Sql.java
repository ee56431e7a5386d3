package io.quarkiverse.binds;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One SQL statement for one bind, with its parameters; made by {@link BindDb#sql(String, Object...)}. It runs in the
 * transaction of the unit of work, after what its session has not flushed yet. Not to be shared between threads.
 * <p>
 * A result can be had as maps, as records, as scalars or as entities:
 *
 * <pre>
 * db.bind("users").sql("select name from user where id = ?", 5).first(String.class);
 * </pre>
 */
public interface Sql {

    /**
     * Runs an insert, update, delete or DDL statement.
     *
     * @return the number of rows that the driver reports
     */
    int update();

    /**
     * The rows, each as a map from column label to value, in the order of the columns.
     *
     * @return a modifiable list, empty if there are none
     */
    List<Map<String, Object>> maps();

    /**
     * The rows as objects of a type.
     *
     * @param type an entity of this bind; or a record of the application, whose components are matched with the column labels
     *        by name ({@code postCount} with {@code post_count} or {@code postcount}); or, if there is one column, a type that
     *        the driver can give, such as {@code String}, {@code Long} or {@code LocalDateTime}
     * @return a modifiable list, empty if there are none
     * @throws IllegalArgumentException if a component of the record has no column; the message names both
     */
    <T> List<T> list(Class<T> type);

    /**
     * The first row.
     *
     * @param type as in {@link #list(Class)}
     * @return empty if there is none, or if its only value is null
     */
    <T> Optional<T> first(Class<T> type);

    /**
     * The only row.
     *
     * @param type as in {@link #list(Class)}
     * @throws jakarta.persistence.NoResultException if there is none
     * @throws jakarta.persistence.NonUniqueResultException if there are several
     */
    <T> T one(Class<T> type);
}
