package io.quarkiverse.binds.test.databases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between an application and its server, and can stop to forward: what is sent then is swallowed, what is opened is
 * accepted, and nothing is closed, as behind a firewall that drops packets.
 */
public final class BlackHole implements AutoCloseable {

    private static final int BUFFER = 65536;

    private final String host;
    private final int port;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicInteger held = new AtomicInteger();
    private volatile boolean swallowing;

    /** Forwards to that address until it is told otherwise. */
    public BlackHole(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        listener = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        thread(this::accept);
    }

    /** Where it listens, on 127.0.0.1. */
    public int port() {
        return listener.getLocalPort();
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
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket application = listener.accept();
                accepted.incrementAndGet();
                application.setTcpNoDelay(true);
                sockets.add(application);
                if (swallowing) {
                    held.incrementAndGet();
                    thread(() -> {
                        pump(application, null);
                        held.decrementAndGet();
                    });
                } else {
                    Socket server = new Socket(host, port);
                    server.setTcpNoDelay(true);
                    sockets.add(server);
                    thread(() -> pump(application, server));
                    thread(() -> pump(server, application));
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "black-hole");
        thread.setDaemon(true);
        thread.start();
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
        if (!swallowing) {
            close(to == null ? List.of(from) : List.of(from, to));
        }
    }

    private void close(List<Socket> ended) {
        try {
            for (Socket socket : ended) {
                sockets.remove(socket);
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
