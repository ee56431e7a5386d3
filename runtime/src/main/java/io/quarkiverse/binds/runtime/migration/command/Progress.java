package io.quarkiverse.binds.runtime.migration.command;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Prints how many of many databases are done, at most once in a while. The caller lets one thread in at a time. */
final class Progress {

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final PrintStream out;
    private int all;
    private int done;
    private int failed;
    private long lastLine;

    Progress(PrintStream out) {
        this.out = out;
    }

    void begin(int databases) {
        all = databases;
        lastLine = System.nanoTime();
    }

    void done(int exitCode) {
        done++;
        failed += exitCode == ExitCode.OK ? 0 : 1;
        if (done < all && System.nanoTime() - lastLine > PAUSE_NANOS) {
            lastLine = System.nanoTime();
            out.println(done + " of " + all + " databases done, " + failed + " failed");
        }
    }
}
