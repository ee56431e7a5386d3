package io.quarkiverse.binds.runtime.migration.command;

/** Exit codes of the process. */
final class ExitCode {

    static final int OK = 0;
    /** The command failed, or found differences. */
    static final int FAILED = 1;
    static final int WRONG_ARGUMENTS = 2;

    private ExitCode() {
    }
}
