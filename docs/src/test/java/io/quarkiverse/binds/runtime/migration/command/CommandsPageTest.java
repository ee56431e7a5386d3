package io.quarkiverse.binds.runtime.migration.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The table of the commands has all of them, with a target where a command has one. */
class CommandsPageTest {

    private static final Pattern ROW = Pattern.compile("^\\|`([a-z-]+( \\[target\\])?)` \\|", Pattern.MULTILINE);

    @Test
    void theTableHasTheCommands() throws Exception {
        String page = Files.readString(Path.of("modules/ROOT/pages/migrations-commands.adoc"));

        List<String> rows = ROW.matcher(page).results().map(MatchResult::group)
                .map(row -> row.substring(2, row.lastIndexOf('`'))).toList();

        assertThat(rows).containsExactlyElementsOf(Arrays.stream(Action.values())
                .map(action -> action.word() + (action.defaultTarget() == null ? "" : " [target]")).toList());
    }
}
