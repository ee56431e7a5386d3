package io.quarkiverse.binds.runtime.migration.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.migration.command.CommandSyntax.Parsed;
import io.quarkiverse.binds.runtime.migration.file.ScriptRoot;

/** Runs a command on all its targets. Used by one thread, for one command. */
final class CommandRunner {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.migrations");

    /** Names of failed databases in the last line; more are in the lines before. */
    private static final int MAX_NAMED = 20;

    private final Targets targets;
    private final Actions actions;
    private final Databases databases;
    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;

    CommandRunner(Targets targets, Actions actions, Databases databases, PrintStream out, PrintStream err) {
        this.targets = targets;
        this.actions = actions;
        this.databases = databases;
        this.out = out;
        this.err = err;
        this.progress = new Progress(out);
    }

    /** @return the exit code */
    int run(Parsed parsed) {
        if (parsed.arguments() == null) {
            PrintStream stream = parsed.exitCode() == ExitCode.OK ? out : err;
            stream.print(parsed.text());
            stream.flush();
            return parsed.exitCode();
        }
        try {
            return run(parsed.arguments());
        } catch (WrongArgumentsException e) {
            err.println(e.getMessage());
            return ExitCode.WRONG_ARGUMENTS;
        }
    }

    private int run(Arguments arguments) {
        List<String> skipped = new ArrayList<>();
        List<Target> all = targets.of(arguments, skipped);
        skipped.forEach(err::println);
        requireNamedBinds(arguments, all);
        // the runner of the scripts looks into the sources in dev mode only
        Optional<String> directory = Optional.ofNullable(arguments.directory())
                .or(() -> ScriptRoot.find().filter(Files::isDirectory).map(Path::toString));
        directory.ifPresent(name -> System.setProperty(ScriptRoot.KEY, name));
        if (all.isEmpty()) {
            err.println("There is no database for this command");
            return ExitCode.WRONG_ARGUMENTS;
        }
        return arguments.namesDatabases() ? onDatabases(arguments, all) : oneByOne(arguments, all);
    }

    /**
     * The newest script of a bind that had nothing to do with the last upgrade would be reverted too, with the loss of its
     * rows.
     */
    private static void requireNamedBinds(Arguments arguments, List<Target> all) {
        List<String> names = all.stream().map(target -> BindNames.isDefault(target.bind()) ? "default" : target.bind())
                .distinct().toList();
        if (arguments.revertsByNumber() && arguments.binds().isEmpty() && names.size() > 1) {
            throw new WrongArgumentsException("downgrade " + arguments.target() + " would revert scripts of " + names.size()
                    + " binds: name those that are meant, --bind " + String.join(",", names));
        }
    }

    private int oneByOne(Arguments arguments, List<Target> all) {
        int exitCode = ExitCode.OK;
        for (Target target : all) {
            exitCode = Math.max(exitCode, run(arguments, target, all.size() > 1));
        }
        return exitCode;
    }

    /** Goes over databases, which may be thousands: several at the same time, and on after a failure. */
    private int onDatabases(Arguments arguments, List<Target> all) {
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(arguments.parallel(), all.size()));
        try {
            List<Future<Integer>> exitCodes = new ArrayList<>();
            progress.begin(all.size());
            for (Target target : all) {
                exitCodes.add(executor.submit(() -> run(arguments, target, all.size() > 1)));
            }
            return summary(all, exitCodes);
        } finally {
            executor.shutdown();
        }
    }

    private int summary(List<Target> all, List<Future<Integer>> exitCodes) {
        TreeSet<String> failed = new TreeSet<>();
        int exitCode = ExitCode.OK;
        for (int i = 0; i < all.size(); i++) {
            int code = Futures.get(exitCodes.get(i));
            exitCode = Math.max(exitCode, code);
            if (code != ExitCode.OK) {
                failed.add(all.get(i).name());
            }
        }
        if (all.size() > 1) {
            out.println(all.size() - failed.size() + " of " + all.size() + " databases without a failure");
        }
        if (!failed.isEmpty()) {
            err.println("Failed: " + String.join(", ", failed.stream().limit(MAX_NAMED).toList())
                    + (failed.size() > MAX_NAMED ? " and " + (failed.size() - MAX_NAMED) + " more" : ""));
        }
        return exitCode;
    }

    private int run(Arguments arguments, Target target, boolean isOneOfSeveral) {
        Output output = new Output(isOneOfSeveral ? target.display() + ": " : "");
        int exitCode;
        try {
            exitCode = target.database() == null ? actions.run(arguments, target.bind(), output)
                    : databases.of(target.bind()).call(target.database(), () -> actions.run(arguments, target.bind(), output));
        } catch (WrongArgumentsException e) {
            output.error(e.getMessage());
            exitCode = ExitCode.WRONG_ARGUMENTS;
        } catch (RuntimeException e) {
            LOG.debugf(e, "Command %s failed", arguments.action().word());
            output.error(e.getMessage() == null ? e.toString() : e.getMessage());
            exitCode = ExitCode.FAILED;
        }
        synchronized (this) {
            output.printTo(out, err);
            progress.done(exitCode);
        }
        return exitCode;
    }
}
