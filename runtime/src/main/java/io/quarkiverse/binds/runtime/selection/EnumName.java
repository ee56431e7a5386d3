package io.quarkiverse.binds.runtime.selection;

/** An enum value of a token, whose class is that which the query expects: no class is loaded by its name. */
record EnumName(String name) {
}
