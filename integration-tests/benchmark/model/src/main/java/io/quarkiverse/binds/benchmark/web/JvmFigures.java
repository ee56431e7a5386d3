package io.quarkiverse.binds.benchmark.web;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.sun.management.ThreadMXBean;

/** Tells the memory that the living threads of the application have allocated so far, and the time of its JIT compilers. */
@Path("jvm-figures")
public class JvmFigures {

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();

    /** @return bytes and milliseconds, with a space between */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String figures() {
        return allocatedBytes() + " " + compilers.getTotalCompilationTime();
    }

    private long allocatedBytes() {
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            sum += Math.max(0, bytes); // -1 for a thread that has ended meanwhile
        }
        return sum;
    }
}
