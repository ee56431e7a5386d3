package io.quarkiverse.binds;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The effective configuration of a bind. Immutable.
 *
 * @param name the name, {@link Bind#DEFAULT} for the default bind
 * @param kind the kind of database that the bind was built for, in Quarkus's terms ({@code mysql}, {@code mariadb},
 *        {@code postgresql}, {@code h2}, ...)
 * @param url the URL with passwords masked, empty if none is set
 * @param entities the names of the entity classes of the bind, sorted
 * @param settings every effective setting, sorted by key; values of secrets are masked
 * @since 0.1
 */
public record BindInfo(String name, String kind, Optional<String> url, List<String> entities, List<BindSetting> settings) {

    /**
     * Copies the lists.
     *
     * @param name the name, or {@link Bind#DEFAULT}
     * @param kind the kind of database, such as {@code mysql}
     * @param url the URL without passwords, or empty
     * @param entities the names of the entity classes, sorted; none is null
     * @param settings the settings, sorted by key; none is null
     */
    public BindInfo {
        entities = List.copyOf(entities);
        settings = List.copyOf(settings);
    }

    /** {@return whether the databases of the bind are opened on the fly, one for each key: such a bind needs no URL} */
    public boolean dynamic() {
        return settings.stream().anyMatch(s -> s.key().equals("dynamic") && s.value().equals("true"));
    }

    /**
     * Finds a setting by its key.
     *
     * @param key the key below the bind, such as {@code pool.recycle}
     * @return the setting
     * @throws NoSuchElementException if this setting has no value for this bind
     */
    public BindSetting setting(String key) {
        return settings.stream().filter(s -> s.key().equals(key)).findFirst()
                .orElseThrow(() -> new NoSuchElementException("Bind '" + name + "' has no setting '" + key + "'; it has "
                        + settings.stream().map(BindSetting::key).toList()));
    }
}
