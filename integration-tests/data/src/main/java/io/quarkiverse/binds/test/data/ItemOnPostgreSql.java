package io.quarkiverse.binds.test.data;

import java.util.Locale;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkiverse.binds.Bind;

@Entity
@Bind("postgresql")
public class ItemOnPostgreSql extends Item {

    /** In a type of its own. */
    public enum Flag {
        M,
        Z,
        A
    }

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    public Flag flag;

    @ManyToOne(fetch = FetchType.LAZY)
    public ItemOnPostgreSql parent;

    @Override
    void setFlag(String flag) {
        this.flag = flag == null ? null : Flag.valueOf(flag.toUpperCase(Locale.ROOT));
    }

    @Override
    Item parent() {
        return parent;
    }

    @Override
    void setParent(Item parent) {
        this.parent = (ItemOnPostgreSql) parent;
    }
}
