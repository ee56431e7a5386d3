package io.quarkiverse.binds.test.data;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

import io.quarkiverse.binds.Bind;

@Entity
@Bind("mariadb")
public class ItemOnMariaDb extends Item {

    @Column(columnDefinition = "enum('m', 'z', 'a')")
    public String flag;

    @ManyToOne(fetch = FetchType.LAZY)
    public ItemOnMariaDb parent;

    @Override
    void setFlag(String flag) {
        this.flag = flag;
    }

    @Override
    Item parent() {
        return parent;
    }

    @Override
    void setParent(Item parent) {
        this.parent = (ItemOnMariaDb) parent;
    }
}
