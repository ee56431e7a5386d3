package io.quarkiverse.binds;

import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;

/**
 * Limits an observer of {@link BeforeModelsCommitted} or {@link ModelsCommitted} to some classes: it is called with their
 * changes only, and not at all for a commit without any.
 *
 * <pre>
 * void index(&#64;Observes &#64;ChangesOf(Article.class) ModelsCommitted committed) { ... }
 * </pre>
 *
 * @since 0.1
 */
@Qualifier
@Documented
@Target(PARAMETER)
@Retention(RUNTIME)
public @interface ChangesOf {

    /**
     * {@return the classes whose changes are observed: entities, or superclasses and interfaces of entities} A
     * {@link BulkChange} is observed if its entity is a subclass or a superclass of such a class. No class, or a class that no
     * entity has, is refused at build.
     */
    @Nonbinding
    Class<?>[] value();
}
