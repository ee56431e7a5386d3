package io.quarkiverse.binds.runtime.config;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.BindSetting;

/** One line per bind for whoever reads the log of a start. */
final class StartReport {

    private static final Set<String> NOT_AGAIN = Set.of(BindKey.URL, BindKey.USERNAME, BindKey.PASSWORD, BindKey.DB_KIND,
            BindKey.PACKAGES);

    private StartReport() {
    }

    static String line(BindInfo bind) {
        return BindNames.displayFirst(bind.name()) + ": " + bind.kind() + ", "
                + bind.url().orElseGet(() -> isDynamic(bind) ? "databases on the fly" : "no URL") + ", "
                + entities(bind.entities()) + ", "
                + bind.settings().stream().filter(setting -> !NOT_AGAIN.contains(setting.key())).map(StartReport::setting)
                        .collect(Collectors.joining(" "));
    }

    private static boolean isDynamic(BindInfo bind) {
        return bind.settings().stream()
                .anyMatch(setting -> setting.key().equals(BindKey.DYNAMIC) && setting.value().equals("true"));
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
