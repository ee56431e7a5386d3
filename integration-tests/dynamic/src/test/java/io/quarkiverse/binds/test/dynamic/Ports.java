package io.quarkiverse.binds.test.dynamic;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

final class Ports {

    private static final Queue<Socket> TAKEN = new ConcurrentLinkedQueue<>();

    private Ports() {
    }

    /** Returns a port of 127.0.0.1 that refuses connections: it is bound, so that no other process listens there. */
    static int unused() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress("127.0.0.1", 0));
        TAKEN.add(socket);
        return socket.getLocalPort();
    }
}
