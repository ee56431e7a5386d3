package io.quarkiverse.binds.deployment;

import io.quarkus.builder.item.SimpleBuildItem;

/** Whether the application observes changes of entities. */
final class ChangeObserversBuildItem extends SimpleBuildItem {

    private final boolean present;

    ChangeObserversBuildItem(boolean present) {
        this.present = present;
    }

    boolean isPresent() {
        return present;
    }
}
