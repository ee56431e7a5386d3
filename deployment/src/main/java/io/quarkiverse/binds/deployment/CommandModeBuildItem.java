package io.quarkiverse.binds.deployment;

import io.quarkus.builder.item.EmptyBuildItem;

/** Consumed by build steps whose effect must not happen if the process runs a command of migrations, which ends the start. */
final class CommandModeBuildItem extends EmptyBuildItem {
}
