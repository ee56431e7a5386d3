package io.quarkiverse.binds.runtime.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A socket of a driver that is connected to a server of this machine. */
abstract class ConnectedSockets {

    private ServerSocket server;
    /** The socket as the driver sees it. */
    Socket client;
    /** That of the server. */
    Socket peer;
    /** The socket as the pool sees it. */
    PeerSocket socket;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        client = new ChannelSocketFactory().createSocket();
        client.connect(server.getLocalSocketAddress(), 5_000);
        socket = PeerSocket.take();
        peer = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        peer.close();
        server.close();
    }

    int read() {
        try {
            return client.getInputStream().read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
