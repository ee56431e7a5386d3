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
 * entity is, in this order: its own annotation; the one of its nearest annotated superclass; the one of its package, or else of
 * a superclass's; the bind whose {@code quarkus.binds.<name>.packages} names its package; the bind whose
 * {@code quarkus.hibernate-orm."<name>".mapping-files} names the XML file that maps it; the default bind
 * ({@code quarkus.binds.url}). An entity follows its parent entity: one inheritance hierarchy of entities lives in one
 * database.
 * <p>
 * The annotation is read while the application is built. An unknown name, an association or an entity inheritance that leads
 * from one bind into another, and the annotation on a class that is neither an entity nor a mapped superclass are build errors.
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
