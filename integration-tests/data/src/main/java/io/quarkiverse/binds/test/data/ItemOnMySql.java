package io.quarkiverse.binds.test.data;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

import io.quarkiverse.binds.Bind;

@Entity
@Bind("mysql")
public class ItemOnMySql extends Item {

    @ManyToOne(fetch = FetchType.LAZY)
    public ItemOnMySql parent;

    @Override
    Item parent() {
        return parent;
    }

    @Override
    void setParent(Item parent) {
        this.parent = (ItemOnMySql) parent;
    }
}
