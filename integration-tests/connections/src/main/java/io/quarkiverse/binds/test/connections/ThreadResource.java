package io.quarkiverse.binds.test.connections;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Threads that execute a driver's code, with the line they are at. */
@Path("threads")
public class ThreadResource {

    @GET
    public List<String> atWork() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Stream.of(thread.getValue()).anyMatch(ThreadResource::isDriver))
                .map(thread -> line(thread)).toList();
    }

    private static boolean isDriver(StackTraceElement frame) {
        return frame.getClassName().startsWith("com.mysql.cj.jdbc.ConnectionImpl")
                || frame.getClassName().startsWith("com.mysql.cj.NativeSession")
                || frame.getClassName().startsWith("com.mysql.cj.protocol")
                        && !frame.getClassName().contains("AbandonedConnection");
    }

    private static String line(Map.Entry<Thread, StackTraceElement[]> thread) {
        return thread.getKey().getName() + ": "
                + String.join(" < ", Stream.of(thread.getValue()).limit(12).map(StackTraceElement::toString).toList());
    }
}
