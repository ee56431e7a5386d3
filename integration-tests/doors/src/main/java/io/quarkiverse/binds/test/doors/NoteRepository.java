package io.quarkiverse.binds.test.doors;

import java.util.List;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Repository;

/** Jakarta Data repository of the default bind. */
@Repository
public interface NoteRepository {

    @Insert
    void insert(Note row);

    @Find
    List<Note> named(String name);
}
