package io.quarkiverse.binds.test.dynamic;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.DatabaseAddress;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.DatabaseUnavailableException;
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
        Place place = db.call(() -> db.get(Place.class, key));
        if (place != null && place.moving) {
            throw new DatabaseUnavailableException(bind, "Database '" + key + "' is moving to another server", null);
        }
        return Optional.ofNullable(place).map(known -> DatabaseAddress.of(known.url));
    }
}
