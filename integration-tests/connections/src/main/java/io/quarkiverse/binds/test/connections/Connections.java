package io.quarkiverse.binds.test.connections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.binds.Db;

/** Connection id of the unit of work, as the server knows it. */
@Singleton
class Connections {

    @Inject
    Db db;

    long id(String bind) {
        return db.bind(bind).sql("select connection_id()").one(Long.class);
    }
}
