package io.quarkiverse.binds;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an attribute of an entity or an embeddable whose values are secret, such as an IBAN. In {@link RecordedQueries}, and
 * everywhere that recorded statements are shown, such a value is {@link RecordedQuery#MASKED}.
 * <p>
 * A value is recognised by the name of its column in the text of the statement: the name in the annotations of the attribute,
 * or that of the attribute. Values of columns with the same name in other tables are masked too. On an embedded attribute, the
 * mark concerns all attributes of the embeddable; on a collection of values, its elements and keys. An association has no
 * values of its own, so the mark is a build error there; mark the attributes of its entity.
 * <p>
 * The text of an exception of a driver can have values, such as {@code Duplicate entry 'x' for key}: they are masked too in the
 * binds that have a marked attribute.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD })
public @interface Sensitive {
}
