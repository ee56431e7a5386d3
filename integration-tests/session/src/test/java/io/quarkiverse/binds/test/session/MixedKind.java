package io.quarkiverse.binds.test.session;

import java.util.Locale;

/** Kinds of mixed requests: the client's behaviour, the expected response and the rows expected afterwards. */
enum MixedKind {

    NOTHING(200, Rows.NONE),
    READ(200, Rows.NONE),
    COMMIT_BOTH(200, Rows.BOTH),
    COMMIT_NOTE(200, Rows.NOTE),
    COMMIT_ENTRY(200, Rows.ENTRY),
    FLUSH(200, Rows.NONE),
    THROW_BEFORE_FLUSH(500, Rows.NONE),
    THROW_AFTER_FLUSH(500, Rows.NONE),
    THROW_CHECKED(500, Rows.NONE),
    THROW_AFTER_COMMIT(500, Rows.BOTH),
    CONFLICT(409, Rows.NONE),
    NOT_FOUND(404, Rows.NONE),
    VIOLATE(500, Rows.NONE),
    TRANSACTIONAL(200, Rows.BOTH),
    TRANSACTIONAL_CHECKED(500, Rows.NONE),
    ON_SUCCESS(200, Rows.BOTH),
    ON_SUCCESS_409(409, Rows.NONE),
    NESTED(200, Rows.BOTH),
    NESTED_THROWS(200, Rows.BOTH),

    TIMEOUT(503, Rows.NONE),
    TIMEOUT_AT_WORK(503, Rows.BOTH),
    RESUME(200, Rows.BOTH),
    RESUME_ELSEWHERE(200, Rows.BOTH),
    STAGE(200, Rows.BOTH),
    STAGE_FAILS(500, Rows.NONE),
    STAGE_ON_SUCCESS(200, Rows.BOTH),
    UNI(200, Rows.BOTH),
    UNI_CONFLICT(409, Rows.NONE),
    UNI_ON_SUCCESS(200, Rows.BOTH),

    STREAM(200, Rows.BOTH),
    STREAM_FAILS(500, Rows.NONE),
    MULTI(200, Rows.BOTH),
    EVENTS(200, Rows.BOTH),
    EVENTS_LATER(200, Rows.BOTH),

    GONE(Client.WAITS_A_LITTLE, Rows.NONE),
    GONE_BEFORE_USE(Client.WAITS_A_LITTLE, Rows.NONE),
    NEVER_RESUMED(Client.WAITS_A_LITTLE, Rows.NONE),
    STAGE_NEVER(Client.WAITS_A_LITTLE, Rows.NONE),
    UNI_NEVER(Client.WAITS_A_LITTLE, Rows.NONE),
    STREAM_ENDLESS(Client.READS_A_PIECE, Rows.NONE),
    MULTI_FAILS(Client.READS_A_PIECE, Rows.NONE),
    MULTI_ENDLESS(Client.READS_A_PIECE, Rows.NONE),
    EVENTS_ENDLESS(Client.READS_A_PIECE, Rows.NONE),

    /** The client disconnects before, during or after the commit. */
    COMMIT_UNHEARD("commit-both", Client.GOES_AT_ONCE, Rows.BOTH_OR_NONE),
    ON_SUCCESS_UNHEARD("on-success", Client.GOES_AT_ONCE, Rows.BOTH_OR_NONE),
    STAGE_UNHEARD("stage-on-success", Client.GOES_AT_ONCE, Rows.BOTH_OR_NONE),
    UNI_UNHEARD("uni-on-success", Client.GOES_AT_ONCE, Rows.BOTH_OR_NONE);

    enum Client {
        READS_THE_ANSWER,
        READS_A_PIECE,
        WAITS_A_LITTLE,
        GOES_AT_ONCE
    }

    enum Rows {
        NONE,
        NOTE,
        ENTRY,
        BOTH,
        BOTH_OR_NONE
    }

    final String path;
    final Client client;
    final int status;
    final Rows rows;

    MixedKind(int status, Rows rows) {
        this(null, Client.READS_THE_ANSWER, status, rows);
    }

    MixedKind(Client client, Rows rows) {
        this(null, client, 0, rows);
    }

    MixedKind(String path, Client client, Rows rows) {
        this(path, client, 0, rows);
    }

    MixedKind(String path, Client client, int status, Rows rows) {
        this.path = path == null ? word() : path;
        this.client = client;
        this.status = status;
        this.rows = rows;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
