package io.quarkiverse.binds.deployment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

import org.aesh.command.Command;
import org.aesh.command.CommandDefinition;
import org.aesh.command.CommandResult;
import org.aesh.command.invocation.CommandInvocation;
import org.aesh.command.option.Arguments;
import org.aesh.command.option.Option;

import io.quarkiverse.binds.runtime.console.ConsoleRecorder;
import io.quarkiverse.binds.runtime.migration.command.CommandRecorder;
import io.quarkus.dev.console.DevConsoleManager;

/**
 * Queries and commands of migrations in the console of dev mode: {@code db query "from Todo"},
 * {@code db migrate -m "add column"}. The console has its own parser, which
 * needs the options declared; the application reads them again. Public for that parser.
 */
@CommandDefinition(name = "db", description = "Queries: db entities, db query \"from Todo\"; and migrations: db check,"
        + " db migrate -m \"add column\"")
public class ConsoleCommand implements Command<CommandInvocation> {

    private static final String HELP_OF_QUERIES = """
            In this console also:
              entities    Lists the entities of the binds, with their tables and attributes.
              query       Prints the rows of a query in HQL, db query "from Todo order by id", or --sql. Reads only; --limit
                          rows at most, 50 if there is none.
            """;

    private static final Set<String> QUERIES = Set.of("entities", "query");

    @Option(description = "Names of binds", name = "bind", shortName = 'b')
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

    @Option(description = "Prints the scripts; for db query: the query is SQL", name = "sql", hasValue = false)
    public boolean sql;

    @Option(description = "Keeps the own lines", name = "ours", hasValue = false)
    public boolean ours;

    @Option(description = "Keeps the lines of the other branch", name = "theirs", hasValue = false)
    public boolean theirs;

    @Option(description = "For db query: number of rows at most", name = "limit")
    public String limit;

    @Option(description = "Lists commands and options", name = "help", shortName = 'h', hasValue = false)
    public boolean help;

    @Arguments(description = "The command, and its target")
    public List<String> words;

    @Override
    public CommandResult execute(CommandInvocation invocation) {
        String text;
        try {
            text = isQuery() ? DevConsoleManager.invoke(ConsoleRecorder.ACTION, query())
                    : DevConsoleManager.invoke(CommandRecorder.CONSOLE_ACTION,
                            Map.of(CommandRecorder.ARGUMENTS, String.join("\n", arguments())));
        } catch (NoSuchElementException e) {
            text = "The application does not run";
        }
        invocation.getShell().writeln(help && words == null ? text + HELP_OF_QUERIES : text);
        return CommandResult.SUCCESS;
    }

    private boolean isQuery() {
        return !help && words != null && QUERIES.contains(words.get(0));
    }

    private Map<String, String> query() {
        Map<String, String> query = new HashMap<>();
        query.put(ConsoleRecorder.COMMAND, words.get(0));
        query.put(ConsoleRecorder.QUERY, String.join(" ", words.subList(1, words.size())));
        query.put(ConsoleRecorder.BIND, bind);
        query.put(ConsoleRecorder.DATABASE, database);
        query.put(ConsoleRecorder.LIMIT, limit);
        if (sql) {
            query.put(ConsoleRecorder.SQL, "");
        }
        return query;
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
