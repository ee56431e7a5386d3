package io.quarkiverse.binds.test.session;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** HTTP client with one kept connection. HTTP libraries do not let a client disconnect at a given moment. */
final class MixedClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20;
    private static final int LONGEST_ANSWER_MILLIS = 60_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    MixedClient(int port) {
        this.port = port;
    }

    /**
     * Sends a request and reads the whole response.
     *
     * @return its status
     */
    int read(String path) throws IOException {
        send(path);
        boolean chunked = false;
        int length = 0;
        int status = status();
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            chunked |= lower.equals("transfer-encoding: chunked");
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring("content-length:".length()).strip());
            }
        }
        if (!chunked) {
            in.skipNBytes(length);
            return status;
        }
        int size;
        do {
            size = Integer.parseInt(line(), 16);
            in.skipNBytes(size);
            line();
        } while (size > 0);
        return status;
    }

    /**
     * Sends a request, reads the beginning of the response and disconnects.
     *
     * @return its status
     */
    int readPiece(String path, boolean reset) throws IOException {
        send(path);
        int status = status();
        while (!line().isEmpty()) {
            // skips the headers
        }
        in.read();
        breakOff(reset);
        return status;
    }

    /**
     * Sends a request and disconnects if no response comes within a few milliseconds.
     *
     * @return whether none came
     */
    boolean waitALittle(String path, boolean reset) throws IOException {
        send(path);
        socket.setSoTimeout(PATIENCE_MILLIS);
        try {
            in.read();
            return false;
        } catch (SocketTimeoutException expected) {
            return true;
        } finally {
            breakOff(reset);
        }
    }

    /** Sends a request and disconnects. */
    void goAtOnce(String path, boolean reset) throws IOException {
        send(path);
        breakOff(reset);
    }

    private void send(String path) throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(LONGEST_ANSWER_MILLIS);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            in = new BufferedInputStream(socket.getInputStream());
        }
        String request = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private int status() throws IOException {
        return Integer.parseInt(line().split(" ")[1]);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server has closed the connection after '" + line + "'");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** @param reset with a TCP reset, as after a crash, instead of an orderly close */
    private void breakOff(boolean reset) throws IOException {
        if (reset) {
            socket.setSoLinger(true, 0);
        }
        close();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
