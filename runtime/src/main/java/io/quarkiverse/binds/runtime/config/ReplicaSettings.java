package io.quarkiverse.binds.runtime.config;

import java.time.Duration;

import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.quarkus.runtime.configuration.DurationConverter;

/**
 * The settings of a bind with replicas. Immutable.
 *
 * @param url the URL of the servers with copies of the database
 * @param readYourWrites whether reads on them see earlier writes
 * @param maxLag how long a read waits for a replica, or how long a client is kept away from replicas
 */
public record ReplicaSettings(DatabaseUrl url, ReadYourWrites readYourWrites, Duration maxLag) {

    /** @return null if the bind has no replicas */
    static ReplicaSettings read(BindPropertyLookup values, String bind) {
        String url = values.value(bind, Key.REPLICAS);
        return url == null ? null
                : new ReplicaSettings(DatabaseUrl.parse(url), ReadYourWrites.of(values.value(bind, Key.READ_YOUR_WRITES)),
                        DurationConverter.parseDuration(values.value(bind, Key.MAX_REPLICA_LAG)));
    }
}
