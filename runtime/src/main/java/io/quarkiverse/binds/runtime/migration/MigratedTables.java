package io.quarkiverse.binds.runtime.migration;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.quarkiverse.binds.MigrationFilter;
import io.quarkiverse.binds.runtime.config.MigrationsRuntimeConfig;

/** Tells which tables of the entities are migrated, by the configuration and the filters of the application. Thread-safe. */
@Singleton
class MigratedTables {

    private final List<Pattern> excluded;
    private final Instance<MigrationFilter> filters;

    MigratedTables(MigrationsRuntimeConfig config, Instance<MigrationFilter> filters) {
        this.excluded = config.exclude().orElse(List.of()).stream().map(MigratedTables::pattern).toList();
        this.filters = filters;
    }

    /** An asterisk stands for any characters, all others for themselves without regard to case. */
    private static Pattern pattern(String glob) {
        return Pattern.compile(Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    boolean isIncluded(String bind, String table) {
        return excluded.stream().noneMatch(pattern -> pattern.matcher(table).matches())
                && filters.stream().allMatch(filter -> filter.includes(bind, table));
    }
}
