package io.quarkiverse.binds.runtime.migration.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.quarkiverse.binds.MigrationInfo;

/** Selects the scripts between the state of a database and a target, whose text is printed and not run. */
final class Selection {

    private static final String HEAD = "head";
    private static final String BASE = "base";

    private Selection() {
    }

    /**
     * @param pending the oldest first
     * @param target version, {@code +n} or {@code head}
     */
    static List<MigrationInfo> upTo(List<MigrationInfo> pending, String target) {
        if (target.equals(HEAD)) {
            return pending;
        }
        return pending.subList(0, target.startsWith("+") ? number(target, pending.size()) : index(pending, target) + 1);
    }

    /**
     * @param applied the oldest first
     * @param target the version that stays, {@code -n} or {@code base}
     * @return the newest first
     */
    static List<MigrationInfo> downTo(List<MigrationInfo> applied, String target) {
        int begin = target.equals(BASE) ? 0
                : target.startsWith("-") ? applied.size() - number(target, applied.size()) : index(applied, target) + 1;
        List<MigrationInfo> newestFirst = new ArrayList<>(applied.subList(begin, applied.size()));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private static int number(String target, int max) {
        try {
            return Math.min(Integer.parseInt(target.substring(1)), max);
        } catch (NumberFormatException e) {
            throw new WrongArgumentsException(target + " is neither a version nor a number of scripts");
        }
    }

    private static int index(List<MigrationInfo> scripts, String version) {
        for (int i = 0; i < scripts.size(); i++) {
            if (scripts.get(i).version().equals(version)) {
                return i;
            }
        }
        throw new IllegalStateException("Can't locate revision identified by '" + version + "'. There are: "
                + scripts.stream().map(MigrationInfo::version).toList());
    }
}
