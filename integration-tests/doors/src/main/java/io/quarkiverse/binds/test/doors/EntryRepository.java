package io.quarkiverse.binds.test.doors;

import java.util.List;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Repository;

/** Jakarta Data repository of the ledger. */
@Repository(dataStore = "ledger")
public interface EntryRepository {

    @Insert
    void insert(Entry row);

    @Find
    List<Entry> named(String name);
}
