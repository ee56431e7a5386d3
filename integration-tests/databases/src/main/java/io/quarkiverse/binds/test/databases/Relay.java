package io.quarkiverse.binds.test.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between an application and its server: has a port of its own, and decides about each connection to it. */
public abstract class Relay implements AutoCloseable {

    private static final int BACKLOG = 200;

    private final String host;
    private final int port;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** @param host of the server, as is the port */
    protected Relay(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        listener = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
    }

    /** The last of what a constructor does. */
    protected final void start() {
        thread(this::accept);
    }

    /** Where it listens, on 127.0.0.1. */
    public final int port() {
        return listener.getLocalPort();
    }

    /** A new connection of the application. */
    protected abstract void accepted(Socket application) throws IOException;

    /** A new connection to the server. */
    protected final Socket connect() throws IOException {
        return known(new Socket(host, port));
    }

    private Socket known(Socket socket) throws IOException {
        sockets.add(socket);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private void accept() {
        try {
            while (true) {
                accept(known(listener.accept()));
            }
        } catch (IOException e) {
            // closed
        }
    }

    /** A server that refuses a connection ends that of the application, and no other. */
    private void accept(Socket application) {
        try {
            accepted(application);
        } catch (IOException e) {
            close(application);
        }
    }

    protected final void thread(Runnable work) {
        Thread thread = new Thread(work, getClass().getSimpleName());
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends connections. */
    protected final void close(Socket... ended) {
        try {
            for (Socket socket : ended) {
                sockets.remove(socket);
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both sides of all connections. */
    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
