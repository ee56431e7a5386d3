package io.quarkiverse.binds.test.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

import io.quarkiverse.binds.Db;
import io.quarkus.runtime.ExecutorRecorder;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;

/** Requests whose response is a stream, of a fixed length or endless until the client disconnects. */
@Path("mixed")
@Blocking
public class MixedStreamResource {

    private static final int PIECES = 20;
    private static final Duration TICK = Duration.ofMillis(2);

    @Inject
    Db db;

    @Inject
    MixedWork work;

    /** Reads committed rows, and writes rows without a commit. */
    @POST
    @Path("stream/{name}")
    @Produces(MediaType.TEXT_PLAIN)
    public StreamingOutput stream(@PathParam("name") String name) {
        work.flushed(name);
        db.commit();
        return out -> {
            for (int i = 0; i < PIECES; i++) {
                out.write(piece(name));
                out.flush();
            }
            work.flushed(name + "-2");
        };
    }

    @POST
    @Path("stream-fails/{name}")
    @Produces(MediaType.TEXT_PLAIN)
    public StreamingOutput streamFails(@PathParam("name") String name) {
        work.flushed(name);
        return out -> {
            piece(name);
            throw new IllegalStateException(name);
        };
    }

    @POST
    @Path("stream-endless/{name}")
    @Produces(MediaType.TEXT_PLAIN)
    public StreamingOutput streamEndless(@PathParam("name") String name, @Context HttpServerResponse response) {
        work.flushed(name);
        return out -> {
            while (!response.closed()) { // a write to a closed connection is dropped without an error
                out.write(piece(name));
                out.flush();
            }
            throw new IOException("The client has gone");
        };
    }

    private byte[] piece(String name) {
        return db.query(Note.class, "name = ?1", name).getSingleResult().name.getBytes(StandardCharsets.US_ASCII);
    }

    @POST
    @Path("multi/{name}")
    @Produces(MediaType.TEXT_PLAIN)
    public Multi<String> multi(@PathParam("name") String name) {
        work.flushed(name);
        db.commit();
        work.flushed(name + "-2");
        return Multi.createFrom().range(0, PIECES).map(i -> name).emitOn(ExecutorRecorder.getCurrent());
    }

    /** Fails after the client has received a part of the response. */
    @POST
    @Path("multi-fails/{name}")
    @Produces(MediaType.TEXT_PLAIN)
    public Multi<String> multiFails(@PathParam("name") String name) {
        work.flushed(name);
        return Multi.createFrom().item(name).onCompletion().failWith(() -> new IllegalStateException(name));
    }

    @POST
    @Path("multi-endless/{name}")
    @Produces(MediaType.TEXT_PLAIN)
    public Multi<String> multiEndless(@PathParam("name") String name) {
        work.flushed(name);
        return Multi.createFrom().ticks().every(TICK).onOverflow().drop().map(i -> name);
    }

    @POST
    @Path("events/{name}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@PathParam("name") String name, @Context SseEventSink sink, @Context Sse sse) {
        work.flushed(name);
        db.commit();
        work.flushed(name + "-2");
        sink.send(sse.newEvent(name));
        sink.close();
    }

    /** Returns while the sink is open; another thread sends the events once the response head is written. */
    @POST
    @Path("events-later/{name}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void eventsLater(@PathParam("name") String name, @Context SseEventSink sink, @Context Sse sse,
            @Context HttpServerResponse response) {
        work.flushed(name);
        db.commit();
        work.flushed(name + "-2");
        ExecutorRecorder.getCurrent().execute(() -> {
            MixedWork.await(response::headWritten);
            sink.send(sse.newEvent(name)).thenRun(sink::close);
        });
    }

    @POST
    @Path("events-endless/{name}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void eventsEndless(@PathParam("name") String name, @Context SseEventSink sink, @Context Sse sse) {
        work.flushed(name);
        sink.send(sse.newEvent(name));
    }
}
