package io.quarkiverse.binds.test.dynamic;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.DatabaseAddress;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.Db;

/** Looks up the location in a table of another bind. */
@ApplicationScoped
public class PlaceSource implements DatabaseSource {

    @Inject
    Db db;

    @Override
    public Optional<DatabaseAddress> find(String bind, String key) {
        if (!bind.equals("archive")) {
            return Optional.empty();
        }
        return Optional.ofNullable(db.call(() -> db.get(Place.class, key))).map(place -> DatabaseAddress.of(place.url));
    }
}
