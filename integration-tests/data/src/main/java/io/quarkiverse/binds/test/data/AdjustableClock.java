package io.quarkiverse.binds.test.data;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.inject.Singleton;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The clock of this application, which a test sets to a later time. */
@Singleton
@Path("clock")
public class AdjustableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** @param seconds time ahead of that of the system */
    @PUT
    @Path("{seconds}")
    public void set(@PathParam("seconds") long seconds) {
        ahead = Duration.ofSeconds(seconds);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }
}
