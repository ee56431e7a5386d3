package io.quarkiverse.binds.runtime.migration.command;

import java.util.Arrays;
import java.util.List;

import io.quarkiverse.binds.runtime.migration.command.Action.Feature;
import io.quarkiverse.binds.runtime.migration.file.SnapshotMerge.Preference;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Reads arguments with Picocli. The commands are declared by its API and not by annotations, which it would read by reflection
 * and a native executable would have to register.
 */
final class CommandSyntax {

    private static final String BIND = "--bind";
    private static final String DIRECTORY = "--directory";
    private static final String MESSAGE = "--message";
    private static final String DATABASES = "--databases";
    private static final String DATABASE = "--database";
    private static final String PARALLEL = "--parallel";
    private static final String OFFLINE = "--offline";
    private static final String DESTRUCTIVE = "--allow-destructive";
    private static final String SQL = "--sql";
    private static final String OURS = "--ours";
    private static final String THEIRS = "--theirs";
    private static final String HELP = "--help";

    private static final String DEFAULT_MESSAGE = "migration";
    private static final String DEFAULT_PARALLEL = "4";

    /**
     * Result of parsing the arguments.
     *
     * @param arguments null if there is nothing to run
     * @param text usage, after the error if there is one
     */
    record Parsed(Arguments arguments, int exitCode, String text) {
    }

    private final CommandLine line;

    /** @param name first argument of all commands */
    CommandSyntax(String name) {
        CommandSpec root = CommandSpec.create().name(name).addOption(help());
        root.usageMessage().description("Commands of migrations. With several binds, each is meant that " + BIND
                + " names, or all.");
        for (Action action : Action.values()) {
            root.addSubcommand(action.word(), new CommandLine(spec(action)));
        }
        line = new CommandLine(root);
    }

    private static CommandSpec spec(Action action) {
        CommandSpec spec = CommandSpec.create().name(action.word()).addOption(help());
        spec.usageMessage().description(action.description());
        spec.addOption(
                option("A bind, 'default' for the default bind. Several: give it again, or with commas.", List.class, "-b",
                        BIND)
                        .splitRegex(",").auxiliaryTypes(String.class).paramLabel("NAME").build());
        spec.addOption(option("Directory with one directory of scripts for each bind.", String.class, "-d", DIRECTORY)
                .paramLabel("DIRECTORY").build());
        if (action.has(Feature.MESSAGE)) {
            spec.addOption(option("What the script is for; becomes a part of its name.", String.class, "-m", MESSAGE)
                    .paramLabel("MESSAGE").defaultValue(DEFAULT_MESSAGE).build());
        }
        if (action.has(Feature.DATABASES)) {
            spec.addOption(flag("All databases of dynamic binds that the DatabaseSource beans list.", DATABASES));
            spec.addOption(
                    option("A database of a dynamic bind, by its key. Several: give it again, or with commas.", List.class,
                            DATABASE).splitRegex(",").auxiliaryTypes(String.class).paramLabel("KEY").build());
            spec.addOption(option("Number of databases at the same time.", int.class, PARALLEL).paramLabel("NUMBER")
                    .defaultValue(DEFAULT_PARALLEL).build());
        }
        if (action.has(Feature.OFFLINE)) {
            spec.addOption(flag("Uses the files only, without a database.", OFFLINE));
        }
        if (action.has(Feature.DESTRUCTIVE)) {
            spec.addOption(flag("Allows what loses data.", DESTRUCTIVE));
        }
        if (action.has(Feature.SQL)) {
            spec.addOption(flag("Prints the scripts instead of running them.", SQL));
        }
        if (action.has(Feature.PREFERENCE)) {
            spec.addOption(flag("Where both branches changed the same, keeps the lines of the own branch.", OURS));
            spec.addOption(flag("Where both branches changed the same, keeps the lines of the other branch.", THEIRS));
        }
        if (action.defaultTarget() != null) {
            spec.addPositional(PositionalParamSpec.builder().index("0").arity("0..1").type(String.class).paramLabel("TARGET")
                    .description("Default: " + action.defaultTarget() + ".").defaultValue(action.defaultTarget()).build());
        }
        return spec;
    }

    private static OptionSpec.Builder option(String description, Class<?> type, String... names) {
        OptionSpec.Builder option = names.length == 1 ? OptionSpec.builder(names[0]) : OptionSpec.builder(names[0], names[1]);
        return option.type(type).arity("1").description(description);
    }

    private static OptionSpec flag(String description, String name) {
        return OptionSpec.builder(name).type(boolean.class).description(description).build();
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", HELP).type(boolean.class).usageHelp(true).description("Shows this text.").build();
    }

    /** @param arguments those after the name of all commands */
    Parsed parse(List<String> arguments) {
        ParseResult result;
        try {
            result = line.parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            return wrong(e.getMessage(), e.getCommandLine());
        }
        ParseResult command = result.hasSubcommand() ? result.subcommand() : result;
        CommandLine commandLine = command.commandSpec().commandLine();
        if (command.isUsageHelpRequested()) {
            return new Parsed(null, ExitCode.OK, commandLine.getUsageMessage(Ansi.OFF));
        }
        return result.hasSubcommand() ? checked(arguments(command), commandLine) : wrong("Missing command", line);
    }

    private static Parsed checked(Arguments arguments, CommandLine line) {
        if (arguments.parallel() < 1) {
            return wrong(PARALLEL + " must be at least 1", line);
        }
        if (arguments.offline() && arguments.namesDatabases()) {
            return wrong(OFFLINE + " uses no database: leave out " + DATABASES + " and " + DATABASE, line);
        }
        if (arguments.allDatabases() && !arguments.databases().isEmpty()) {
            return wrong(DATABASES + " and " + DATABASE + " exclude each other", line);
        }
        if (arguments.action() == Action.DROP_ALL && !arguments.allowDestructive()) {
            return wrong("drop-all deletes all rows of the tables of the entities: say " + DESTRUCTIVE, line);
        }
        return new Parsed(arguments, ExitCode.OK, "");
    }

    private static Parsed wrong(String message, CommandLine line) {
        return new Parsed(null, ExitCode.WRONG_ARGUMENTS, message + System.lineSeparator() + line.getUsageMessage(Ansi.OFF));
    }

    private static Arguments arguments(ParseResult command) {
        Action action = Action.of(command.commandSpec().name());
        Preference preference = isSet(command, OURS) ? Preference.OURS
                : isSet(command, THEIRS) ? Preference.THEIRS : Preference.NONE;
        return new Arguments(action, list(command, BIND), isSet(command, DATABASES), list(command, DATABASE),
                action.has(Feature.DATABASES) ? command.matchedOptionValue(PARALLEL, Integer.valueOf(DEFAULT_PARALLEL)) : 1,
                action.has(Feature.MESSAGE) ? command.matchedOptionValue(MESSAGE, DEFAULT_MESSAGE) : null,
                action.defaultTarget() == null ? null : command.matchedPositionalValue(0, action.defaultTarget()),
                isSet(command, OFFLINE), isSet(command, DESTRUCTIVE), isSet(command, SQL),
                command.matchedOptionValue(DIRECTORY, (String) null), preference);
    }

    private static boolean isSet(ParseResult command, String option) {
        return command.hasMatchedOption(option);
    }

    private static List<String> list(ParseResult command, String option) {
        List<String> values = command.matchedOptionValue(option, List.<String> of());
        return Arrays.asList(values.toArray(String[]::new));
    }
}
