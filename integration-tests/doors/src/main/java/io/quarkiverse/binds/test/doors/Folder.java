package io.quarkiverse.binds.test.doors;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;

/** Entity with a lazy collection of sheets. */
@Entity
public class Folder extends Row {

    @OneToMany(mappedBy = "folder")
    public List<Sheet> sheets = new ArrayList<>();
}
