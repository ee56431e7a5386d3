package io.quarkiverse.binds.test.observability;

import jakarta.persistence.Entity;

@Entity
public class LiveAlbum extends Album {

    public int year;

    public LiveAlbum() {
    }

    public LiveAlbum(long id, String title) {
        super(id, title);
    }
}
