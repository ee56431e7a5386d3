package io.quarkiverse.binds.test.dynamic;

import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;
import io.quarkus.hibernate.orm.panache.PanacheEntity;

@Entity
@Bind("tenants")
public class Remark extends PanacheEntity {

    public String text;

    public static Remark of(String text) {
        Remark remark = new Remark();
        remark.text = text;
        return remark;
    }
}
