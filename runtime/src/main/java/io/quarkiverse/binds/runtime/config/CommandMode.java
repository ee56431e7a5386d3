package io.quarkiverse.binds.runtime.config;

import java.util.Arrays;
import java.util.List;

/**
 * Whether this process runs a command of migrations, such as {@code java -jar quarkus-run.jar db upgrade}.
 * <p>
 * It has to be known when the configuration is made, before Quarkus passes the arguments on: a start that changes tables, as
 * {@code schema=update} or {@code migrate-at-start} do, must not do so before the command. So the arguments are taken from the
 * JVM, which keeps them as one text, or from the operating system in a native executable. Immutable.
 *
 * @param isCommand whether the first argument is the name of the commands
 * @param isOffline whether the command needs no database
 */
public record CommandMode(boolean isCommand, boolean isOffline) {

    static final String DEFAULT_NAME = "db";
    static final String KEY = BindKey.PREFIX + "migrations.command";

    private static final String OFFLINE = "--offline";

    /**
     * Finds out the mode of this process.
     *
     * @param name first argument of all commands; empty for none
     */
    public static CommandMode ofProcess(String name) {
        String command = System.getProperty("sun.java.command");
        List<String> arguments = command == null
                ? ProcessHandle.current().info().arguments().map(Arrays::asList).orElse(List.of())
                : ofJvm(command, System.getProperty("java.class.path", ""));
        return of(name, arguments);
    }

    /** Splits the text of the JVM: a JAR or a class, and the arguments, with blanks between them. */
    static List<String> ofJvm(String command, String classPath) {
        // java -jar: the class path is the JAR, whose path may have blanks
        boolean isJar = !classPath.isEmpty() && command.startsWith(classPath + " ");
        int end = isJar ? classPath.length() : command.indexOf(' ');
        return end < 0 ? List.of() : Arrays.asList(command.substring(end).strip().split(" +"));
    }

    static CommandMode of(String name, List<String> arguments) {
        // options of a native executable itself, such as -Dname=value
        List<String> own = arguments.stream().dropWhile(argument -> argument.startsWith("-D") || argument.startsWith("-X"))
                .toList();
        boolean isCommand = !name.isEmpty() && !own.isEmpty() && own.get(0).equals(name);
        return new CommandMode(isCommand, isCommand && own.contains(OFFLINE));
    }
}
