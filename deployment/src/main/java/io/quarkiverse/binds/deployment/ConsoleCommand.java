package io.quarkiverse.binds.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.aesh.command.Command;
import org.aesh.command.CommandDefinition;
import org.aesh.command.CommandResult;
import org.aesh.command.invocation.CommandInvocation;
import org.aesh.command.option.Arguments;
import org.aesh.command.option.Option;

import io.quarkiverse.binds.runtime.migration.command.CommandRecorder;
import io.quarkus.dev.console.DevConsoleManager;

/**
 * Commands of migrations in the console of dev mode: {@code db migrate -m "add column"}. The console has its own parser, which
 * needs the options declared; the application reads them again. Public for that parser.
 */
@CommandDefinition(name = "db", description = "Commands of migrations, such as db check or db migrate -m \"add column\"")
public class ConsoleCommand implements Command<CommandInvocation> {

    @Option(description = "Names of binds", name = "bind")
    public String bind;

    @Option(description = "What the script is for", name = "message", shortName = 'm')
    public String message;

    @Option(description = "Keys of databases of dynamic binds", name = "database")
    public String database;

    @Option(description = "All databases of dynamic binds", name = "databases", hasValue = false)
    public boolean databases;

    @Option(description = "Uses the files only", name = "offline", hasValue = false)
    public boolean offline;

    @Option(description = "Allows what loses data", name = "allow-destructive", hasValue = false)
    public boolean destructive;

    @Option(description = "Prints the scripts", name = "sql", hasValue = false)
    public boolean sql;

    @Option(description = "Keeps the own lines", name = "ours", hasValue = false)
    public boolean ours;

    @Option(description = "Keeps the lines of the other branch", name = "theirs", hasValue = false)
    public boolean theirs;

    @Option(description = "Lists commands and options", name = "help", shortName = 'h', hasValue = false)
    public boolean help;

    @Arguments(description = "The command, and its target")
    public List<String> words;

    @Override
    public CommandResult execute(CommandInvocation invocation) {
        String text;
        try {
            text = DevConsoleManager.invoke(CommandRecorder.CONSOLE_ACTION,
                    Map.of(CommandRecorder.ARGUMENTS, String.join("\n", arguments())));
        } catch (NoSuchElementException e) {
            text = "The application does not run";
        }
        invocation.getShell().writeln(text);
        return CommandResult.SUCCESS;
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(words == null ? List.of() : words);
        add(arguments, "--bind", bind);
        add(arguments, "--message", message);
        add(arguments, "--database", database);
        add(arguments, "--databases", databases);
        add(arguments, "--offline", offline);
        add(arguments, "--allow-destructive", destructive);
        add(arguments, "--sql", sql);
        add(arguments, "--ours", ours);
        add(arguments, "--theirs", theirs);
        add(arguments, "--help", help);
        return arguments;
    }

    private static void add(List<String> arguments, String option, String value) {
        if (value != null) {
            arguments.add(option);
            arguments.add(value.replace('\n', ' '));
        }
    }

    private static void add(List<String> arguments, String option, boolean isSet) {
        if (isSet) {
            arguments.add(option);
        }
    }
}
