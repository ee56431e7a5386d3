package io.quarkiverse.binds.runtime.migration.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Migrations;
import io.quarkiverse.binds.Schema;
import io.quarkiverse.binds.runtime.config.CommandMode;
import io.quarkiverse.binds.runtime.config.MigrationConfig;
import io.quarkiverse.binds.runtime.migration.command.CommandSyntax.Parsed;
import io.quarkiverse.binds.runtime.migration.file.ScriptRoot;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.hibernate.orm.runtime.JPAConfig;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.annotations.Recorder;

/** Runs a command in place of the rest of the start, and ends the process. */
@Recorder
public class CommandRecorder {

    /** Name of the action that the console calls; its answer is a text. */
    public static final String CONSOLE_ACTION = "quarkus-binds.command";

    /** Parameter of the action: the arguments, one a line. */
    public static final String ARGUMENTS = "arguments";

    private static final String NO_PICOCLI = "The commands need Picocli: add the dependency info.picocli:picocli, whose version is"
            + " that of the Quarkus BOM";

    /**
     * Runs a command if the arguments begin with the name of the commands; else does nothing. Recorded only where Picocli is on
     * the class path, since a native executable links all methods that can be reached.
     *
     * @param arguments those of the process
     * @param name first argument of all commands
     */
    public void run(Supplier<String[]> arguments, String name) {
        List<String> all = Arrays.asList(arguments.get());
        if (isCommand(all, name)) {
            end(run(name, all.subList(1, all.size())));
        }
    }

    /** Ends the process with an error if the arguments begin with the name of the commands, which need Picocli. */
    public void refuse(Supplier<String[]> arguments, String name) {
        if (isCommand(Arrays.asList(arguments.get()), name)) {
            end(refuse(NO_PICOCLI));
        }
    }

    private static boolean isCommand(List<String> arguments, String name) {
        return !arguments.isEmpty() && arguments.get(0).equals(name);
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
        CommandLog.quiet();
        return run(new CommandSyntax(name).parse(arguments), System.out, System.err);
    }

    private static int run(Parsed parsed, PrintStream out, PrintStream err) {
        if (parsed.arguments() == null) {
            return new CommandRunner(null, null, null, out, err).run(parsed);
        }
        ArcContainer container = Arc.container();
        Binds binds = bean(container, Binds.class);
        List<DatabaseSource> sources = container.listAll(DatabaseSource.class).stream().map(InstanceHandle::get).toList();
        Actions actions = new Actions(() -> migrations(container), () -> bean(container, Schema.class),
                new FileActions(binds, Clock.systemUTC()), bind -> startPersistenceUnit(container, bind));
        return new CommandRunner(new Targets(binds, sources, MigrationConfig::isInUse), actions,
                bean(container, Databases.class), out, err).run(parsed);
    }

    /**
     * Lets the console of dev mode run commands in the application, which goes on.
     *
     * @param hasPicocli whether Picocli is on the class path
     */
    public void register(String name, boolean hasPicocli) {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        DevConsoleManager.register(CONSOLE_ACTION, parameters -> {
            if (!hasPicocli) {
                return NO_PICOCLI;
            }
            if (Arc.container() == null) {
                return "The application does not run: its start has failed";
            }
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(application);
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            try (PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8)) {
                run(new CommandSyntax(name).parse(parameters.get(ARGUMENTS).lines().toList()), stream, stream);
            } catch (RuntimeException e) {
                return "The command failed: " + e;
            } finally {
                thread.setContextClassLoader(before);
            }
            return text.toString(StandardCharsets.UTF_8);
        });
    }

    /** In the directory of a project a script counts that was just written, and is not packaged yet. */
    private static Migrations migrations(ArcContainer container) {
        Migrations migrations = bean(container, Migrations.class);
        return ScriptRoot.find().map(migrations::in).orElse(migrations);
    }

    /** Starts Hibernate for a bind, which otherwise comes after this step: its entities are known afterwards. */
    private static void startPersistenceUnit(ArcContainer container, String bind) {
        InstanceHandle<JPAConfig> units = container.instance(JPAConfig.class);
        if (units.isAvailable() && units.get().getPersistenceUnits().contains(bind)) {
            units.get().getEntityManagerFactory(bind, false);
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
        CommandLog.quietEnd();
        throw new CommandFinishedException(new PreventFurtherStepsException(exitCode));
    }

    private static final class CommandFinishedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CommandFinishedException(PreventFurtherStepsException cause) {
            super(cause);
        }
    }
}
