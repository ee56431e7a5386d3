package io.quarkiverse.binds.runtime.config;

import java.util.Locale;

/** The naming rule for tables of entities without an explicit table name. */
public enum TableNames {

    /** {@code BlogPost} becomes {@code blog_post}, by the rule of Flask-SQLAlchemy. */
    SNAKE_CASE,

    /** The rule of Jakarta Persistence: {@code BlogPost} stays {@code BlogPost}. */
    JPA;

    /** The value as written in the configuration. */
    public String configName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
