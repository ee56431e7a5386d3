/**
 * The build steps: they find the binds, assign entities to persistence units, add the beans, and register the classes that a
 * native executable needs.
 * <p>
 * In: the configuration and the index of the application. Out: build items of Quarkus. Entry: {@code BindsProcessor}; each
 * other processor has one concern. A mistake in the application is a {@code ConfigurationException} that names the key or class
 * to correct.
 */
package io.quarkiverse.binds.deployment;
