package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.Bind;

class MigrationDirectoryTest {

    @Test
    void defaultBindHasADirectoryOfItsOwn() {
        assertThat(MigrationDirectory.name(Bind.DEFAULT)).isEqualTo("default");
        assertThat(MigrationDirectory.name("default")).isEqualTo("~64efault");
    }

    @ParameterizedTest
    @CsvSource({ "users,users", "blog_2-a,blog_2-a", "a.b,a.b", "..,~2e~2e", "a/b,a~2fb", "a b,a~20b", "Users,~55sers",
            "ü,~c3~bc", "~75sers,~7e75sers" })
    void nameIsSafe(String bind, String directory) {
        assertThat(MigrationDirectory.name(bind)).isEqualTo(directory);
    }

    @Test
    void bindsThatDifferInCaseHaveDirectoriesThatDifferInMore() {
        assertThat(Stream.of("users", "Users", "USERS").map(MigrationDirectory::name).map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()).hasSize(3);
    }
}
