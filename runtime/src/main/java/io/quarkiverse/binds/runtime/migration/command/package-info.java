/**
 * The commands of migrations on the built application, such as {@code java -jar quarkus-run.jar db upgrade}.
 * <p>
 * In: the arguments of the process. Out: calls of {@link io.quarkiverse.binds.Migrations} and
 * {@link io.quarkiverse.binds.Schema}, their results on standard output, errors on standard error, and the exit code. Entry:
 * {@link io.quarkiverse.binds.runtime.migration.command.CommandRecorder}. Only {@code CommandSyntax} uses Picocli, which an
 * application may lack.
 */
package io.quarkiverse.binds.runtime.migration.command;
