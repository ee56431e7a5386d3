package io.quarkiverse.binds.runtime.migration.flyway;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** The versions of a bind, with what Flyway knows of them. Immutable. */
record Versions(List<MigrationInfo> all) {

    static final String BASE = "base";
    static final String HEAD = "head";

    private static final Set<MigrationState> UNDONE = Set.of(MigrationState.UNDONE, MigrationState.DELETED,
            MigrationState.SUPERSEDED);

    static Versions of(MigrationInfo... infos) {
        return new Versions(Arrays.stream(infos).filter(info -> !isSynthetic(info) && !UNDONE.contains(info.getState()))
                .sorted((one, other) -> order(one, other)).toList());
    }

    /** Scripts with a version by it, then repeatable ones by their names. */
    private static int order(MigrationInfo one, MigrationInfo other) {
        if (one.getVersion() == null || other.getVersion() == null) {
            return one.getVersion() != null ? -1
                    : other.getVersion() != null ? 1
                            : one.getDescription().compareTo(other.getDescription());
        }
        return one.getVersion().compareTo(other.getVersion());
    }

    private static boolean isSynthetic(MigrationInfo info) {
        return info.getType() == CoreMigrationType.SCHEMA || info.getType() == CoreMigrationType.DELETE;
    }

    List<MigrationInfo> pending() {
        return all.stream().filter(info -> info.getState() == MigrationState.PENDING).toList();
    }

    /** Those with a version that an upgrade would apply, a failed one among them. */
    List<MigrationVersion> next() {
        return all.stream().filter(info -> info.isVersioned()
                && (info.getState() == MigrationState.PENDING || info.getState() == MigrationState.FAILED))
                .map(MigrationInfo::getVersion).toList();
    }

    List<MigrationInfo> failed() {
        return all.stream().filter(info -> info.getState().isFailed()).toList();
    }

    /** Those with a version that are applied, the oldest first. */
    List<MigrationInfo> applied() {
        return all.stream().filter(info -> info.isVersioned() && info.getState().isApplied() && !info.getState().isFailed())
                .toList();
    }

    /** The newest applied version; {@link #BASE} if there is none. */
    String current() {
        List<MigrationInfo> applied = applied();
        return applied.isEmpty() ? BASE : applied.get(applied.size() - 1).getVersion().getVersion();
    }

    /** The newest applied version before another one; {@link #BASE} if there is none. */
    String before(MigrationVersion version) {
        return applied().stream().map(MigrationInfo::getVersion).filter(applied -> applied.compareTo(version) < 0)
                .reduce((older, newer) -> newer).map(MigrationVersion::getVersion).orElse(BASE);
    }

    List<String> texts() {
        return all.stream().filter(MigrationInfo::isVersioned).map(info -> info.getVersion().getVersion()).toList();
    }

    /** The version of a text; null if there is no such script. */
    MigrationVersion find(String text) {
        return !text.matches("[0-9]+([._][0-9]+)*") ? null
                : all.stream().map(MigrationInfo::getVersion)
                        .filter(version -> version != null && version.equals(MigrationVersion.fromVersion(text))).findFirst()
                        .orElse(null);
    }
}
