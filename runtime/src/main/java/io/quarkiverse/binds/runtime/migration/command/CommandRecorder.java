package io.quarkiverse.binds.runtime.migration.command;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Migrations;
import io.quarkiverse.binds.Schema;
import io.quarkiverse.binds.runtime.config.CommandMode;
import io.quarkiverse.binds.runtime.migration.command.CommandSyntax.Parsed;
import io.quarkiverse.binds.runtime.migration.file.ScriptRoot;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.hibernate.orm.runtime.JPAConfig;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.annotations.Recorder;

/** Runs a command in place of the rest of the start, and ends the process. */
@Recorder
public class CommandRecorder {

    private static final String NO_PICOCLI = "The commands need Picocli: add the dependency info.picocli:picocli, whose version is"
            + " that of the Quarkus BOM";

    /**
     * Runs a command if the arguments begin with the name of the commands; else does nothing.
     *
     * @param arguments those of the process
     * @param name first argument of all commands
     * @param hasPicocli whether Picocli is on the class path
     */
    public void run(Supplier<String[]> arguments, String name, boolean hasPicocli) {
        List<String> all = Arrays.asList(arguments.get());
        if (all.isEmpty() || !all.get(0).equals(name)) {
            return;
        }
        end(hasPicocli ? run(name, all.subList(1, all.size())) : refuse(NO_PICOCLI));
    }

    private static int refuse(String reason) {
        System.err.println(reason);
        return ExitCode.WRONG_ARGUMENTS;
    }

    private static int run(String name, List<String> arguments) {
        if (!CommandMode.ofProcess(name).isCommand()) {
            // the start has not been kept from changing tables
            return refuse("The command line of the process does not begin with " + name + ": start the application by java -jar"
                    + " with " + name + " as its first argument");
        }
        Parsed parsed = new CommandSyntax(name).parse(arguments);
        if (parsed.arguments() == null) {
            return new CommandRunner(null, null, null, System.out, System.err).run(parsed);
        }
        ArcContainer container = Arc.container();
        if (!parsed.arguments().worksOnFiles()) {
            startPersistenceUnits(container);
        }
        Binds binds = bean(container, Binds.class);
        List<DatabaseSource> sources = container.listAll(DatabaseSource.class).stream().map(InstanceHandle::get).toList();
        Actions actions = new Actions(() -> migrations(container), () -> bean(container, Schema.class),
                new FileActions(binds, Clock.systemUTC()));
        return new CommandRunner(new Targets(binds, sources), actions, bean(container, Databases.class), System.out, System.err)
                .run(parsed);
    }

    /** In the directory of a project a script counts that was just written, and is not packaged yet. */
    private static Migrations migrations(ArcContainer container) {
        Migrations migrations = bean(container, Migrations.class);
        return ScriptRoot.find().map(migrations::in).orElse(migrations);
    }

    /** Starts Hibernate, which otherwise comes after this step: the entities are known once their units are started. */
    private static void startPersistenceUnits(ArcContainer container) {
        InstanceHandle<JPAConfig> units = container.instance(JPAConfig.class);
        if (units.isAvailable()) {
            units.get().getEntityManagerFactories();
        }
    }

    private static <T> T bean(ArcContainer container, Class<T> type) {
        return Objects.requireNonNull(container.instance(type).get(), () -> "There is no bean " + type.getSimpleName());
    }

    /**
     * Ends the start by an exception, which makes Quarkus stop what was started and exit with its code. It is wrapped, because
     * Quarkus would take a bare one for a start that succeeded, and go on with the main class of the application.
     */
    private static void end(int exitCode) {
        System.out.flush();
        System.err.flush();
        // Quarkus logs that the start has failed, unless the exception has a message, which it would print
        Logger.getLogger(Application.class.getName()).setLevel(Level.OFF);
        throw new CommandFinishedException(new PreventFurtherStepsException(exitCode));
    }

    private static final class CommandFinishedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CommandFinishedException(PreventFurtherStepsException cause) {
            super(cause);
        }
    }
}
