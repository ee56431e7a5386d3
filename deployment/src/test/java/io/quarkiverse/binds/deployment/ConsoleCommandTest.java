package io.quarkiverse.binds.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.aesh.command.AeshCommandRuntimeBuilder;
import org.aesh.command.CommandRuntime;
import org.aesh.command.impl.registry.AeshCommandRegistryBuilder;
import org.aesh.command.invocation.CommandInvocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.runtime.console.ConsoleRecorder;
import io.quarkiverse.binds.runtime.migration.command.CommandRecorder;
import io.quarkus.dev.console.DevConsoleManager;

/** Arguments of a command in the console of dev mode, as its parser passes them to the application. */
class ConsoleCommandTest {

    private final List<String> passed = new ArrayList<>();

    @AfterEach
    void forgetAction() {
        DevConsoleManager.close();
    }

    private List<String> arguments(String line) throws Exception {
        DevConsoleManager.register(CommandRecorder.CONSOLE_ACTION, parameters -> {
            passed.addAll(parameters.get(CommandRecorder.ARGUMENTS).lines().toList());
            return "";
        });
        CommandRuntime<CommandInvocation> console = AeshCommandRuntimeBuilder.builder()
                .commandRegistry(AeshCommandRegistryBuilder.builder().command(ConsoleCommand.class).create()).build();
        console.executeCommand(line);
        return passed;
    }

    @Test
    void argumentsArePassedOn() throws Exception {
        assertThat(arguments("db migrate -m \"add column\" --offline --bind a,b --allow-destructive")).containsExactly(
                "migrate",
                "--bind", "a,b", "--message", "add column", "--offline", "--allow-destructive");
    }

    @Test
    void queryIsPassedOn() throws Exception {
        Map<String, String> query = new HashMap<>();
        DevConsoleManager.register(ConsoleRecorder.ACTION, parameters -> {
            query.putAll(parameters);
            return "";
        });

        assertThat(arguments("db query \"from Todo where id > 3\" -b users --limit 5 --database acme")).isEmpty();

        query.values().removeIf(Objects::isNull);
        assertThat(query).isEqualTo(Map.of("command", "query", "query", "from Todo where id > 3", "bind", "users", "limit", "5",
                "database", "acme"));
    }

    @Test
    void targetIsPassedOn() throws Exception {
        assertThat(arguments("db upgrade +1 --databases --sql")).containsExactly("upgrade", "+1", "--databases", "--sql");
    }
}
