package io.quarkiverse.binds;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Migrations of the tables of the binds: compares the entities with the database or with the snapshot, writes scripts, applies
 * and reverts them. Inject it:
 *
 * <pre>
 * &#64;Inject
 * Migrations migrations;
 * </pre>
 *
 * Equivalent of Flask-Migrate; the commands {@code db migrate}, {@code db upgrade} and so on call the same methods. Scripts are
 * applied by Flyway, which the application adds with {@code quarkus-flyway}. The directory of the scripts of a bind is
 * {@code db/migration/<bind>}, for the default bind {@code db/migration/default}.
 * <p>
 * Like {@link Schema}, the methods work on connections of their own and are refused while the calling thread has a transaction.
 * A dynamic bind is meant in the database that is selected for the calling thread.
 * <p>
 * An application-scoped bean, thread-safe.
 *
 * @since 0.1
 */
public interface Migrations {

    /**
     * The same for scripts and snapshots in a directory of the file system, besides the packaged scripts.
     *
     * @param directory has a directory for each bind, as {@code src/main/resources/db/migration} has
     */
    Migrations in(Path directory);

    /**
     * Compares the entities of a bind with its database. Tables that belong to neither the entities nor the snapshot are
     * ignored.
     *
     * @return the changes that would make the database match the entities, and the scripts that are not applied
     */
    MigrationCheck check(String bind);

    /** Compares the entities of a bind with the snapshot beside its scripts. Needs no server. */
    MigrationCheck checkOffline(String bind);

    /**
     * Writes the script that makes the database of a bind match the entities, the script that reverts it, and the snapshot.
     *
     * @return empty if there is nothing to change
     * @throws IllegalStateException if the database lacks a script that exists already
     */
    Optional<MigrationScript> migrate(String bind, String message, MigrationOptions options);

    /**
     * Applies the scripts that the database lacks.
     *
     * @return versions of the applied scripts, in this order
     * @throws jakarta.persistence.PersistenceException if a script fails; the message names the statement, those that were
     *         applied before and the ways on
     */
    List<String> upgrade(String bind);

    /**
     * Applies the scripts that the database lacks up to a version.
     *
     * @param target a version, or {@code +n} for the next n scripts, or {@code head}
     */
    List<String> upgrade(String bind, String target);

    /**
     * Reverts applied scripts, the newest first.
     *
     * @param target the version that is current afterwards, or {@code -n} for the newest n scripts, or {@code base} for all
     * @return versions of the reverted scripts, in this order
     * @throws IllegalStateException if there is no script to revert one of them; nothing is reverted then
     */
    List<String> downgrade(String bind, String target);

    /** The newest applied version; empty if none is applied. */
    Optional<String> current(String bind);

    /** All scripts of a bind, the oldest first, applied or not. */
    List<MigrationInfo> history(String bind);

    /**
     * Records that the database has the changes of all scripts up to a version, without applying them.
     *
     * @param target a version, {@code head} for the newest, or {@code base} for none
     */
    void stamp(String bind, String target);
}
