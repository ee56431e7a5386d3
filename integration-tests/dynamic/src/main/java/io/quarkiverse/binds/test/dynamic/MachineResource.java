package io.quarkiverse.binds.test.dynamic;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;

/** The application seen from within: its memory, its threads, its meters. */
@Path("machine")
public class MachineResource {

    private static final int COLLECTIONS = 4;
    private static final String STARTED = UUID.randomUUID().toString();

    @Inject
    MeterRegistry meters;

    /** Another one after each start of the application. */
    @GET
    @Path("started")
    public String started() {
        return STARTED;
    }

    /** The bytes that are in use after the garbage is collected; the least of several looks, since others work meanwhile. */
    @GET
    @Path("heap")
    public long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    /** The threads that wait for a server. */
    @GET
    @Path("threads")
    public List<String> threads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Stream.of(thread.getValue()).anyMatch(frame -> frame.getClassName().startsWith("com.mysql.cj")
                        && !frame.getClassName().contains("AbandonedConnection")))
                .map(thread -> thread.getKey().getName()).toList();
    }

    /** Those of pools, such as {@code binds.pool.active{bind=tenants,database=a}=1}. */
    @GET
    @Path("meters")
    public List<String> meters() {
        return Stream.of("active", "idle", "waiting", "size")
                .flatMap(name -> meters.find("binds.pool." + name).gauges().stream()).map(MachineResource::line).toList();
    }

    private static String line(Gauge gauge) {
        TreeMap<String, String> tags = new TreeMap<>();
        for (Tag tag : gauge.getId().getTags()) {
            tags.put(tag.getKey(), tag.getValue());
        }
        return gauge.getId().getName() + tags + "=" + gauge.value();
    }
}
