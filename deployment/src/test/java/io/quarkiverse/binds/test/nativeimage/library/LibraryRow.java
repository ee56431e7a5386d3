package io.quarkiverse.binds.test.nativeimage.library;

/** A row of SQL, in the jar of a library. */
public record LibraryRow(String title, int count) {
}
