package io.quarkiverse.binds.runtime.migration.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.PreventFurtherStepsException;

class CommandRecorderTest {

    private static String[] words(String arguments) {
        return arguments.isEmpty() ? new String[0] : arguments.split(" ");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "serve", "serve db", "dbx", "check" })
    void otherArgumentsAreThoseOfTheApplication(String arguments) {
        assertThatCode(() -> new CommandRecorder().run(() -> words(arguments), "db")).doesNotThrowAnyException();
        assertThatCode(() -> new CommandRecorder().refuse(() -> words(arguments), "db")).doesNotThrowAnyException();
    }

    @Test
    void withoutPicocliTheDependencyIsNamed() {
        assertThat(refusal(() -> new CommandRecorder().refuse(() -> words("db check"), "db")))
                .isEqualTo("The commands need Picocli: add the dependency info.picocli:picocli, whose version is"
                        + " that of the Quarkus BOM");
    }

    /** As in this test, whose process has other arguments: the configuration was not made for a command. */
    @Test
    void commandOfAnotherCommandLineIsRefused() {
        assertThat(refusal(() -> new CommandRecorder().run(() -> words("db check"), "db")))
                .startsWith("The command line of the process does not begin with db");
    }

    private static String refusal(ThrowingCallable command) {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Throwable end;
        try {
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            end = catchThrowable(command);
        } finally {
            System.setErr(before);
        }
        // Quarkus takes a bare one for the end of the start
        assertThat(end).isNotInstanceOf(PreventFurtherStepsException.class)
                .hasCauseInstanceOf(PreventFurtherStepsException.class);
        assertThat(((PreventFurtherStepsException) end.getCause()).getExitCode()).isEqualTo(2);
        return err.toString(StandardCharsets.UTF_8).strip();
    }
}
