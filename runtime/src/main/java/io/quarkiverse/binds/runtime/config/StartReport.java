package io.quarkiverse.binds.runtime.config;

import java.util.List;
import java.util.Set;

import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.BindSetting;

/** Formats the log line of a bind at the start. */
final class StartReport {

    private static final Set<String> SHOWN_FIRST = Set.of(Key.URL.key(), Key.USERNAME.key(), Key.PASSWORD.key(),
            Key.DB_KIND.key(), Key.PACKAGES.key());

    private StartReport() {
    }

    static String line(BindInfo bind) {
        StringBuilder line = new StringBuilder(BindNames.displayFirst(bind.name())).append(": ").append(bind.kind())
                .append(", ")
                .append(bind.url().orElse(bind.dynamic() ? "databases on the fly" : "no URL")).append(", ");
        appendEntities(bind.entities(), line);
        line.append(", ");
        String separator = "";
        for (BindSetting setting : bind.settings()) {
            if (!SHOWN_FIRST.contains(setting.key())) {
                line.append(separator).append(setting(setting));
                separator = " ";
            }
        }
        return line.toString();
    }

    private static void appendEntities(List<String> names, StringBuilder line) {
        if (names.isEmpty()) {
            line.append("no entities");
            return;
        }
        line.append(names.size()).append(names.size() == 1 ? " entity" : " entities");
        String separator = " (";
        for (String name : names) {
            line.append(separator).append(name, name.lastIndexOf('.') + 1, name.length());
            separator = ", ";
        }
        line.append(")");
    }

    private static String setting(BindSetting setting) {
        String value = setting.key() + "=" + setting.value();
        return setting.source().equals(BindSetting.DEFAULT) ? value : value + " (" + setting.source() + ")";
    }
}
