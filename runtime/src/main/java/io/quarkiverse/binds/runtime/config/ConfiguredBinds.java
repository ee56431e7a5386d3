package io.quarkiverse.binds.runtime.config;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.BindSetting;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.runtime.url.Nearest;

/** The binds in the built application, with the configuration of this start. */
final class ConfiguredBinds implements Binds {

    private final Map<String, BindInfo> binds = new TreeMap<>(
            Comparator.comparing((String name) -> !BindNames.isDefault(name)).thenComparing(Comparator.naturalOrder()));

    ConfiguredBinds(ConfigSnapshot snapshot, Map<String, String> kinds, Map<String, List<String>> entities,
            Set<String> leftOpen) {
        EffectiveSettings effective = new EffectiveSettings(snapshot, leftOpen);
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            String bind = kind.getKey();
            List<BindSetting> settings = effective.of(bind, kind.getValue());
            binds.put(bind, new BindInfo(bind, kind.getValue(), EffectiveSettings.url(settings),
                    entities.getOrDefault(bind, List.of()), settings));
        }
    }

    @Override
    public List<BindInfo> list() {
        return List.copyOf(binds.values());
    }

    @Override
    public BindInfo get(String name) {
        BindInfo bind = binds.get(name);
        if (bind == null) {
            throw new IllegalArgumentException("There is no bind '" + name + "'" + Nearest.end(name, binds.keySet())
                    + " The binds of this application are: "
                    + String.join(", ", binds.keySet()));
        }
        return bind;
    }
}
