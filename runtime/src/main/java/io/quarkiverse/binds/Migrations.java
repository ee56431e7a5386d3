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
 * Like those of {@link Schema}, the methods work on connections of their own. In a dynamic bind they use the database that is
 * selected for the calling thread. They throw an {@link IllegalArgumentException} if there is no bind of the given name, and an
 * {@link IllegalStateException} while the calling thread has a transaction.
 * <p>
 * An application-scoped bean, thread-safe.
 *
 * @since 0.1
 */
public interface Migrations {

    /**
     * Selects a directory of the file system for scripts and snapshots. Packaged scripts are applied too.
     *
     * @param directory has a directory for each bind, as {@code src/main/resources/db/migration} has
     * @return the migrations with that directory; this object does not change
     */
    Migrations in(Path directory);

    /**
     * Compares the entities of a bind with its database. Tables that belong to neither the entities nor the snapshot are
     * ignored.
     *
     * @param bind the name of a bind, or {@link Bind#DEFAULT}
     * @return the changes that would make the database match the entities, and the scripts that are not applied
     */
    MigrationCheck check(String bind);

    /**
     * Compares the entities of a bind with the snapshot beside its scripts. Needs no server, and is allowed in a transaction.
     *
     * @param bind the name of a bind, or {@link Bind#DEFAULT}
     * @return the changes that would make the snapshot match the entities
     */
    MigrationCheck checkOffline(String bind);

    /**
     * Writes the script that makes the database of a bind match the entities, the script that reverts it, and the snapshot.
     *
     * @param bind the name of a bind, or {@link Bind#DEFAULT}
     * @param message the purpose of the change, for the names of the files and their first line
     * @param options whether to compare with the snapshot, and whether statements that lose data are active
     * @return the script; empty if there is nothing to change
     * @throws IllegalStateException if the database lacks a script that exists already, or the directory to write into is not
     *         known
     */
    Optional<MigrationScript> migrate(String bind, String message, MigrationOptions options);

    /**
     * Applies the scripts that the database lacks.
     *
     * @param bind the name of a bind, or {@link Bind#DEFAULT}
     * @return versions of the applied scripts, in this order
     * @throws jakarta.persistence.PersistenceException if a script fails; the message names the statement, those that were
     *         applied before and the ways on
     */
    List<String> upgrade(String bind);

    /**
     * Applies the scripts that the database lacks up to a version; see {@link #upgrade(String)}.
     *
     * @param bind the name of a bind, or {@link Bind#DEFAULT}
     * @param target a version, or {@code +n} for the next n scripts, or {@code head}
     * @return versions of the applied scripts, in this order
     * @throws IllegalArgumentException if there is no script of that version, or there are fewer than n scripts
     */
    List<String> upgrade(String bind, String target);

    /**
     * Reverts applied scripts, the newest first.
     *
     * @param bind the name of a bind, or {@link Bind#DEFAULT}
     * @param target the version that is current afterwards, or {@code -n} for the newest n scripts, or {@code base} for all
     * @return versions of the reverted scripts, in this order
     * @throws IllegalStateException if there is no script to revert one of them; nothing is reverted then
     * @throws IllegalArgumentException if there is no script of that version, or fewer than n scripts are applied
     * @throws jakarta.persistence.PersistenceException if a script fails; the message names the statement and the ways on
     */
    List<String> downgrade(String bind, String target);

    /**
     * Reads the newest applied version.
     *
     * @param bind the name of a bind, or {@link Bind#DEFAULT}
     * @return the version; empty if none is applied
     */
    Optional<String> current(String bind);

    /**
     * Lists all scripts of a bind, applied or not.
     *
     * @param bind the name of a bind, or {@link Bind#DEFAULT}
     * @return the scripts, the oldest first, repeatable scripts at the end
     */
    List<MigrationInfo> history(String bind);

    /**
     * Records that the database has the changes of all scripts up to a version, and of no newer script, without applying them.
     *
     * @param bind the name of a bind, or {@link Bind#DEFAULT}
     * @param target a version, {@code head} for the newest, or {@code base} for none
     * @throws IllegalArgumentException if there is no script of that version
     */
    void stamp(String bind, String target);
}
