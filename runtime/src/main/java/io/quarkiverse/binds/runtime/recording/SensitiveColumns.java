package io.quarkiverse.binds.runtime.recording;

import java.util.Set;

/**
 * The columns of the attributes that the application has marked as sensitive.
 *
 * @param names in lower case, without underscores, so that each naming strategy finds them
 */
public record SensitiveColumns(Set<String> names) {
}
