package io.quarkiverse.binds.runtime.config;

import java.util.Locale;

/** How an entity without an explicit table name is named in the database. */
public enum TableNames {

    /** {@code BlogPost} becomes {@code blog_post}, by the rule of Flask-SQLAlchemy. */
    SNAKE_CASE,

    /** As Jakarta Persistence says: {@code BlogPost} stays {@code BlogPost}. */
    JPA;

    /** The value as it is written in the configuration. */
    public String configName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
