package io.quarkiverse.binds.runtime.config;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.binds.BindSetting;

/** Sets of keys, and the defaults that are the same for each bind, of keys that the build does not fix: made once. */
final class PlainDefaults {

    /** The keys that the build fixes. */
    static final Set<Key> BUILD_TIME = EnumSet.noneOf(Key.class);
    /** The keys of whose values blanks are a part. */
    static final Set<Key> VERBATIM = EnumSet.noneOf(Key.class);
    /** The keys without another default than these. */
    static final Set<Key> KEYS = EnumSet.noneOf(Key.class);
    /** The default of each of them that has one. */
    static final Map<Key, Found> VALUES = new EnumMap<>(Key.class);

    static {
        for (Key key : Key.values()) {
            if (key.isVerbatim()) {
                VERBATIM.add(key);
            }
            if (key.phase() == Key.Phase.BUILD_TIME) {
                BUILD_TIME.add(key);
            } else if (!key.hasDefaultOfKind() && !key.isOfDynamicBinds()) {
                KEYS.add(key);
                String value = key.byDefault(false, false);
                if (value != null) {
                    VALUES.put(key, new Found(null, value, BindSetting.DEFAULT));
                }
            }
        }
    }

    private PlainDefaults() {
    }
}
