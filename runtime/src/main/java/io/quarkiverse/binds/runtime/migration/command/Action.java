package io.quarkiverse.binds.runtime.migration.command;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** The commands. */
enum Action {
    INIT("init", "Makes the directory of the scripts, with an empty snapshot.", null),
    MIGRATE("migrate", "Writes a script that makes the database match the entities, one that reverts it, and the snapshot.",
            null,
            Feature.MESSAGE, Feature.DATABASES, Feature.OFFLINE, Feature.DESTRUCTIVE),
    UPGRADE("upgrade", "Applies the scripts that the database lacks, up to a version, +n or head.", "head", Feature.DATABASES,
            Feature.SQL),
    DOWNGRADE("downgrade", "Reverts scripts, down to a version, -n or base.", "-1", Feature.DATABASES, Feature.SQL),
    CHECK("check", "Tells whether the database has all scripts and matches the entities.", null, Feature.DATABASES,
            Feature.OFFLINE),
    CURRENT("current", "Shows the newest version that is applied.", null, Feature.DATABASES),
    HISTORY("history", "Lists the scripts, the newest first.", null, Feature.DATABASES, Feature.OFFLINE),
    STAMP("stamp", "Records a version, head or base as applied, without running scripts.", "head", Feature.DATABASES),
    HEADS("heads", "Shows the newest version of the scripts in the directory.", null),
    MERGE("merge", "Mends a snapshot with conflicts of git.", null, Feature.PREFERENCE),
    CREATE_ALL("create-all", "Creates the missing tables of the entities, without scripts.", null, Feature.DATABASES),
    DROP_ALL("drop-all", "Drops the tables of the entities with all rows.", null, Feature.DATABASES, Feature.DESTRUCTIVE),
    SQL("sql", "Prints the scripts that the database lacks, up to a version; all scripts if offline.", "head",
            Feature.DATABASES,
            Feature.OFFLINE);

    /** Options and arguments that only some commands have. */
    enum Feature {
        MESSAGE,
        DATABASES,
        OFFLINE,
        DESTRUCTIVE,
        SQL,
        PREFERENCE
    }

    private final String word;
    private final String description;
    private final String defaultTarget;
    private final Set<Feature> features;

    Action(String word, String description, String defaultTarget, Feature... features) {
        this.word = word;
        this.description = description;
        this.defaultTarget = defaultTarget;
        this.features = features.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(features));
    }

    String word() {
        return word;
    }

    String description() {
        return description;
    }

    /** @return null if the command has no target */
    String defaultTarget() {
        return defaultTarget;
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }

    static Action of(String word) {
        return Arrays.stream(values()).filter(action -> action.word.equals(word)).findFirst().orElseThrow();
    }
}
