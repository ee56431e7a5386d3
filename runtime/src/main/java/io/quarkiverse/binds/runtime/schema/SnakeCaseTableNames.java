package io.quarkiverse.binds.runtime.schema;

import java.util.Locale;
import java.util.regex.Pattern;

import org.hibernate.boot.model.naming.EntityNaming;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitCollectionTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.internal.util.StringHelper;

/**
 * Names the tables of entities without an explicit name as Flask-SQLAlchemy does: {@code BlogPost} becomes {@code blog_post},
 * {@code HTTPServer} becomes {@code http_server}. Join tables consist of the names of both tables, collection tables of the
 * name of the entity and the attribute in snake case. Columns keep the names of their attributes, and explicit names, that of
 * {@code @Entity} among them, stay what they are.
 * <p>
 * Hibernate ORM makes an instance by this class's name; it is stateless.
 */
public final class SnakeCaseTableNames extends ImplicitNamingStrategyJpaCompliantImpl {

    private static final long serialVersionUID = 1L;

    /** The regular expression of Flask-SQLAlchemy 3, {@code model.camel_to_snake_case}. */
    private static final Pattern WORD_START = Pattern.compile("((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))");

    @Override
    protected String transformEntityName(EntityNaming entityNaming) {
        String name = super.transformEntityName(entityNaming);
        if (!name.equals(StringHelper.unqualify(entityNaming.getClassName()))) {
            return name; // of @Entity(name = ...)
        }
        // of a nested class Hibernate takes the outer names along
        return snakeCase(name.substring(name.lastIndexOf('$') + 1));
    }

    @Override
    public Identifier determineCollectionTableName(ImplicitCollectionTableNameSource source) {
        return toIdentifier(transformEntityName(source.getOwningEntityNaming()) + '_'
                + snakeCase(transformAttributePath(source.getOwningAttributePath())), source.getBuildingContext());
    }

    public static String snakeCase(String name) {
        String snake = WORD_START.matcher(name).replaceAll("_$1").toLowerCase(Locale.ROOT);
        int start = 0;
        while (start < snake.length() && snake.charAt(start) == '_') {
            start++;
        }
        return snake.substring(start);
    }
}
