package io.quarkiverse.binds.runtime.socket;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;

import jdk.net.ExtendedSocketOptions;

/**
 * The socket of a connection, which tells without a command whether the server has closed the connection. A server
 * sends nothing to an idle connection, so any data, or the end of the stream, means that it has closed it: after
 * {@code wait_timeout}, by {@code KILL}, or as it was shut down. The plain {@link Socket} of a driver cannot be read
 * without waiting; its channel can. (The driver for MySQL in Go does the same at each checkout.)
 */
public final class PeerSocket {

    /** Detects a server that vanished without closing the connection after 60 s + 3 * 10 s, instead of the 2 hours of Linux. */
    private static final Map<SocketOption<Integer>, Integer> KEEP_ALIVE_OPTIONS = Map.of(
            ExtendedSocketOptions.TCP_KEEPIDLE, 60,
            ExtendedSocketOptions.TCP_KEEPINTERVAL, 10,
            ExtendedSocketOptions.TCP_KEEPCOUNT, 3);

    /** Passes the socket from the factory, an object of the driver, to the code of this thread that opens the connection. */
    private static final ThreadLocal<DriverSocket> OPENED = new ThreadLocal<>();

    private final DriverSocket socket;
    private final SocketChannel channel;

    private PeerSocket(DriverSocket socket) {
        this.socket = socket;
        this.channel = socket.getChannel();
    }

    /** Opens a socket, not yet connected, for the connection that this thread is opening. */
    static Socket open() throws IOException {
        SocketChannel channel = SocketChannel.open();
        for (Map.Entry<SocketOption<Integer>, Integer> option : KEEP_ALIVE_OPTIONS.entrySet()) {
            if (channel.supportedOptions().contains(option.getKey())) {
                channel.setOption(option.getKey(), option.getValue());
            }
        }
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true); // a setting of the driver overrides it later
        DriverSocket socket = new DriverSocket(channel);
        LoginDeadline.opened(socket);
        OPENED.set(socket);
        return socket;
    }

    /** @return the last socket that this thread has opened since the previous call; null if there is none */
    public static PeerSocket take() {
        DriverSocket socket = OPENED.get();
        OPENED.remove();
        return socket == null ? null : new PeerSocket(socket);
    }

    /**
     * Closes the connection without a lock of the driver and without a command: a thread that waits for the server gets an
     * error.
     */
    public void cut() {
        socket.cut();
    }

    /** For idle connections only: a byte that it reads is lost, and so the connection cannot be used any more. */
    public boolean isClosedByPeer() {
        if (socket.hasUnread()) {
            return true;
        }
        try {
            channel.configureBlocking(false);
            try {
                return channel.read(ByteBuffer.allocate(1)) != 0;
            } finally {
                channel.configureBlocking(true);
            }
        } catch (IOException e) {
            return true;
        }
    }
}
