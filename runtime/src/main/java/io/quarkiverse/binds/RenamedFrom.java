package io.quarkiverse.binds;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the table or column that an entity or attribute had before, so that a migration renames it instead of dropping the old
 * and adding a new one. Without effect once the database has the new name.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.FIELD, ElementType.METHOD })
public @interface RenamedFrom {

    /** {@return the earlier name of the table or column in the database} */
    String value();
}
