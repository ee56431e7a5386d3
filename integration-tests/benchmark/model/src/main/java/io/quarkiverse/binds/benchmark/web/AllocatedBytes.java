package io.quarkiverse.binds.benchmark.web;

import java.lang.management.ManagementFactory;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.sun.management.ThreadMXBean;

/** Tells the memory that the living threads of the application have allocated so far. */
@Path("allocated-bytes")
public class AllocatedBytes {

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String allocatedBytes() {
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            sum += Math.max(0, bytes); // -1 for a thread that has ended meanwhile
        }
        return Long.toString(sum);
    }
}
