package io.quarkiverse.binds.test.doors;

import java.util.List;

/** Steps at an entry point of a unit of work. */
public record Program(Place place, boolean readOnly, List<Step> steps) {

    /** Entry point of a unit of work. */
    public enum Place {
        REQUEST,
        DB_RUN,
        UNIT_OF_WORK,
        JOB,
        DATABASES_RUN
    }
}
