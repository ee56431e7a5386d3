package io.quarkiverse.binds.test.doors;

import java.util.List;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Repository;

/** Jakarta Data repository of the tenant. */
@Repository(dataStore = "tenants")
public interface LeafRepository {

    @Insert
    void insert(Leaf row);

    @Find
    List<Leaf> named(String name);
}
