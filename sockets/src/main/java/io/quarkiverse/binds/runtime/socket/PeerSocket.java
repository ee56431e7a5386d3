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
 * The socket below a connection. While nothing is asked of a database server it says nothing, so anything that can be read then
 * is its good-bye: a look at the socket, which sends nothing, tells a connection that the server has closed, be it after
 * {@code wait_timeout}, by {@code KILL} or by its own end. The drivers read with a plain {@link Socket} cannot do that without
 * waiting, hence the channel. (The driver for MySQL in Go does the same at each checkout.)
 */
public final class PeerSocket {

    /** Finds a peer that vanished without a word after 60 s + 3 * 10 s rather than after the 2 hours of Linux. */
    private static final Map<SocketOption<Integer>, Integer> KEEP_ALIVE = Map.of(
            ExtendedSocketOptions.TCP_KEEPIDLE, 60,
            ExtendedSocketOptions.TCP_KEEPINTERVAL, 10,
            ExtendedSocketOptions.TCP_KEEPCOUNT, 3);

    /** From the factory that a driver makes for itself to the one who asked the driver for a connection. */
    private static final ThreadLocal<SocketChannel> OPENED = new ThreadLocal<>();

    private final SocketChannel channel;

    private PeerSocket(SocketChannel channel) {
        this.channel = channel;
    }

    /** A socket, not connected, for the connection that this thread is opening. */
    static Socket open() throws IOException {
        SocketChannel channel = SocketChannel.open();
        for (Map.Entry<SocketOption<Integer>, Integer> option : KEEP_ALIVE.entrySet()) {
            if (channel.supportedOptions().contains(option.getKey())) {
                channel.setOption(option.getKey(), option.getValue());
            }
        }
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true); // the driver's own setting comes after
        OPENED.set(channel);
        return channel.socket();
    }

    /** The last socket that this thread has opened since it was asked before; null if none. */
    public static PeerSocket take() {
        SocketChannel channel = OPENED.get();
        OPENED.remove();
        return channel == null ? null : new PeerSocket(channel);
    }

    /** Whoever waits for the other side is woken with an error; no lock of a driver is in the way, nor a word to the server. */
    public void cut() {
        try {
            channel.close();
        } catch (IOException e) {
            // it is closed all the same
        }
    }

    /** For a connection at rest only. What it may read is lost, and the connection with it. */
    public boolean isClosedByPeer() {
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
