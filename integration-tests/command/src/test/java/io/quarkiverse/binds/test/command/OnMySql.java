package io.quarkiverse.binds.test.command;

import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.databases.MySqlTestResource;

/** The database of the application, seen from outside. */
final class OnMySql {

    private OnMySql() {
    }

    static long items(String name) {
        return ((Number) MySql.shared().queryIn(MySqlTestResource.database("default"),
                "select count(*) as n from item where name = ?", name).get(0).get("n")).longValue();
    }
}
