package io.quarkiverse.binds;

import static java.lang.annotation.ElementType.PACKAGE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Assigns an entity to a database by the name of a <em>bind</em>, that is of a {@code quarkus.binds.<name>.*} block of the
 * configuration.
 * <p>
 * The annotation is allowed on an entity, on a mapped superclass and on a package ({@code package-info.java}). The bind of an
 * entity is given by the first of these that there is:
 * <ol>
 * <li>the annotation on the entity itself
 * <li>the annotation on its nearest annotated superclass
 * <li>the annotation on its package, or else on the package of a superclass
 * <li>{@code quarkus.binds.<name>.packages} with its package
 * <li>{@code quarkus.hibernate-orm."<name>".mapping-files} with the XML file that maps it
 * <li>the default bind, {@code quarkus.binds.url}
 * </ol>
 * An entity follows its parent entity: all entities of an inheritance hierarchy live in the same database.
 * <p>
 * The annotation is read while the application is built. Build errors are: an unknown name; an association or an entity
 * inheritance that leads from one bind into another; the annotation on a class that is neither an entity nor a mapped
 * superclass.
 *
 * @since 0.1
 */
@Documented
@Retention(RUNTIME)
@Target({ TYPE, PACKAGE })
public @interface Bind {

    /**
     * The name of the default bind, configured by {@code quarkus.binds.url}. Name it to take a class out of the bind of its
     * package or its superclass.
     */
    String DEFAULT = "<default>";

    /**
     * The name of the bind.
     *
     * @return a name that is configured as {@code quarkus.binds.<name>.*}, or {@link #DEFAULT}
     */
    String value();
}
