package io.quarkiverse.binds.test.databases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between an application and its server, and can stop to forward: what is sent then is swallowed, what is opened is
 * accepted, and nothing is closed, as behind a firewall that drops packets.
 */
public final class BlackHole extends Relay {

    private static final int BUFFER = 65536;

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicInteger held = new AtomicInteger();
    private volatile boolean swallowing;

    /** Forwards to that address until it is told otherwise. */
    public BlackHole(String host, int port) throws IOException {
        super(host, port);
        start();
    }

    /** How many connections it has accepted so far. */
    public long accepted() {
        return accepted.get();
    }

    /** How many of those that it answers nothing from the beginning the application has not given up yet. */
    public int held() {
        return held.get();
    }

    /** From now on nothing gets through. */
    public void swallow() {
        swallowing = true;
    }

    /** New connections work again. Those that something was lost on stay as they are. */
    public void forward() {
        swallowing = false;
    }

    @Override
    protected void accepted(Socket application) throws IOException {
        accepted.incrementAndGet();
        if (swallowing) {
            held.incrementAndGet();
            thread(() -> {
                pump(application, null);
                held.decrementAndGet();
            });
        } else {
            Socket server = connect();
            thread(() -> pump(application, server));
            thread(() -> pump(server, application));
        }
    }

    /** @param to null for nowhere */
    private void pump(Socket from, Socket to) {
        boolean broken = to == null;
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to == null ? OutputStream.nullOutputStream() : to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                broken |= swallowing;
                if (!broken) {
                    out.write(buffer, 0, n);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // the other side was closed
        }
        if (!swallowing && to == null) {
            close(from);
        } else if (!swallowing) {
            close(from, to);
        }
    }
}
