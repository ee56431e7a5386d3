package io.quarkiverse.binds.test.twophase;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Control of the {@link Barrier} by the test. */
@Path("barrier")
public class BarrierResource {

    @Inject
    Barrier barrier;

    @POST
    @Path("flushed")
    public String flushed() throws InterruptedException {
        return barrier.awaitFlushed();
    }

    @POST
    @Path("release")
    public boolean release() throws InterruptedException {
        return barrier.release();
    }
}
