package io.quarkiverse.binds.runtime.migration.statement;

/** Steps of a migration, in an order in which no statement meets what it cannot change yet. */
enum Phase {
    RENAME_TABLE,
    DROP_FOREIGN_KEY,
    DROP_CHECK,
    DROP_INDEX,
    DROP_GENERATED_COLUMN,
    RENAME_COLUMN,
    CREATE_SEQUENCE,
    CREATE_TYPE,
    ALTER_TYPE,
    CREATE_TABLE,
    DROP_PRIMARY_KEY,
    DROP_EXPRESSION,
    ALTER_COLUMN,
    ADD_COLUMN,
    ADD_GENERATED_COLUMN,
    ADD_PRIMARY_KEY,
    COMMENT,
    ADD_INDEX,
    ADD_CHECK,
    ADD_FOREIGN_KEY,
    DROP_COLUMN,
    DROP_TABLE,
    DROP_SEQUENCE,
    DROP_TYPE
}
