package io.quarkiverse.binds.runtime.migration.command;

import java.io.PrintStream;

/**
 * Results and errors of a command on one target, kept until its end so that targets do not mix. Used by one thread at a time.
 */
final class Output {

    private final String prefix;
    private final StringBuilder results = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();

    /** @param prefix begins each line; empty if there is one target only */
    Output(String prefix) {
        this.prefix = prefix;
    }

    void result(String text) {
        text.lines().forEach(line -> results.append(prefix).append(line).append(System.lineSeparator()));
    }

    /** Appends SQL, after a comment that names the target if there are several. */
    void sql(String text) {
        if (!prefix.isEmpty()) {
            results.append("-- ").append(prefix.strip()).append(System.lineSeparator());
        }
        results.append(text).append(text.endsWith("\n") ? "" : System.lineSeparator());
    }

    void error(String text) {
        text.lines().forEach(line -> errors.append(prefix).append(line).append(System.lineSeparator()));
    }

    void printTo(PrintStream out, PrintStream err) {
        out.print(results);
        out.flush();
        err.print(errors);
        err.flush();
    }
}
