package io.quarkiverse.binds.runtime.config;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.BindSetting;

/** Formats the log line of a bind at the start. */
final class StartReport {

    private static final Set<String> SHOWN_FIRST = Stream.of(Key.URL, Key.USERNAME, Key.PASSWORD, Key.DB_KIND, Key.PACKAGES)
            .map(Key::key).collect(Collectors.toUnmodifiableSet());

    private StartReport() {
    }

    static String line(BindInfo bind) {
        return BindNames.displayFirst(bind.name()) + ": " + bind.kind() + ", "
                + bind.url().orElseGet(() -> bind.dynamic() ? "databases on the fly" : "no URL") + ", "
                + entities(bind.entities()) + ", "
                + bind.settings().stream().filter(setting -> !SHOWN_FIRST.contains(setting.key())).map(StartReport::setting)
                        .collect(Collectors.joining(" "));
    }

    private static String entities(List<String> names) {
        String simple = names.stream().map(name -> name.substring(name.lastIndexOf('.') + 1)).collect(Collectors.joining(", "));
        return switch (names.size()) {
            case 0 -> "no entities";
            case 1 -> "1 entity (" + simple + ")";
            default -> names.size() + " entities (" + simple + ")";
        };
    }

    private static String setting(BindSetting setting) {
        String value = setting.key() + "=" + setting.value();
        return setting.source().equals(BindSetting.DEFAULT) ? value : value + " (" + setting.source() + ")";
    }
}
