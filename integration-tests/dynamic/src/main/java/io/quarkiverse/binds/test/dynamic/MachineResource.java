package io.quarkiverse.binds.test.dynamic;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkiverse.binds.runtime.housekeeping.PoolExecutor;

/** Memory, threads and meters of the application. */
@Path("machine")
public class MachineResource {

    private static final int COLLECTIONS = 4;
    private static final String STARTED = UUID.randomUUID().toString();

    @Inject
    MeterRegistry meters;

    /** Identifier of this start of the application. */
    @GET
    @Path("started")
    public String started() {
        return STARTED;
    }

    /** Bytes in use after a garbage collection; the minimum of several measurements, since other threads allocate meanwhile. */
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

    /** Bytes of the objects that can be reached, without gaps between them; those of {@link #heap} in a native executable. */
    @GET
    @Path("reachable")
    public long reachable() throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
        if (!beans.isRegistered(commands)) {
            return heap();
        }
        String classes = (String) beans.invoke(commands, "gcClassHistogram", new Object[] { new String[0] },
                new String[] { String[].class.getName() });
        return Long.parseLong(classes.strip().lines().reduce((line, next) -> next).orElseThrow().split("\\s+")[2]);
    }

    /** Threads that wait for a server. */
    @GET
    @Path("threads")
    public List<String> threads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Stream.of(thread.getValue()).anyMatch(frame -> frame.getClassName().startsWith("com.mysql.cj")
                        && !frame.getClassName().contains("AbandonedConnection")))
                .map(thread -> thread.getKey().getName()).toList();
    }

    /** Number of threads that wait for a database while another thread opens it. */
    @GET
    @Path("queued")
    public long queued() {
        return Thread.getAllStackTraces().values().stream().filter(stack -> Stream.of(stack).anyMatch(
                frame -> frame.getClassName().endsWith("runtime.dynamic.DatabaseOpenings")
                        && frame.getMethodName().equals("await")))
                .count();
    }

    /** Number of pools that are not closed. */
    @GET
    @Path("pools")
    public int pools() {
        return PoolExecutor.pools();
    }

    /** Names of all threads that live for the pools. */
    @GET
    @Path("housekeeping")
    public List<String> housekeeping() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.startsWith("agroal") || name.startsWith("binds-housekeeping")).toList();
    }

    /** Meters of pools, such as {@code binds.pool.active{bind=tenants,database=a}=1}. */
    @GET
    @Path("agroal-meters/{datasource}")
    public List<String> agroalMeters(@PathParam("datasource") String datasource) {
        return meters.getMeters().stream().map(Meter::getId)
                .filter(id -> id.getName().startsWith("agroal.") && datasource.equals(id.getTag("datasource")))
                .map(Meter.Id::getName).sorted().toList();
    }

    @GET
    @Path("meters")
    public List<String> meters() {
        return meters.getMeters().stream().filter(meter -> meter.getId().getName().startsWith("binds.pool."))
                .map(MachineResource::line).toList();
    }

    private static String line(Meter meter) {
        TreeMap<String, String> tags = new TreeMap<>();
        for (Tag tag : meter.getId().getTags()) {
            tags.put(tag.getKey(), tag.getValue());
        }
        return meter.getId().getName() + tags + "=" + meter.measure().iterator().next().getValue();
    }
}
