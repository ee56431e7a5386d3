package io.quarkiverse.binds.test.data;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

import io.quarkiverse.binds.Bind;

@Entity
@Bind("postgresql")
public class ItemOnPostgreSql extends Item {

    @ManyToOne(fetch = FetchType.LAZY)
    public ItemOnPostgreSql parent;

    @Override
    Item parent() {
        return parent;
    }

    @Override
    void setParent(Item parent) {
        this.parent = (ItemOnPostgreSql) parent;
    }
}
