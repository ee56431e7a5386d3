package io.quarkiverse.binds.runtime.rest;

import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.recording.QueryLog.Total;

/** The header {@code Server-Timing}: number and time of the statements in each bind, as {@code db;desc="users 3";dur=12.3}. */
final class ServerTiming {

    static final String HEADER = "Server-Timing";

    private ServerTiming() {
    }

    /** @param totals the statements by bind */
    static String value(Map<String, Total> totals) {
        StringJoiner header = new StringJoiner(", ");
        totals.forEach((bind, total) -> header.add(String.format(Locale.ROOT, "db;desc=\"%s %d\";dur=%.1f",
                BindNames.isDefault(bind) ? "default" : bind.replaceAll("[^\\x20-\\x7E]|[\"\\\\]", "_"), total.count(),
                total.nanos() / 1e6)));
        return header.toString();
    }
}
