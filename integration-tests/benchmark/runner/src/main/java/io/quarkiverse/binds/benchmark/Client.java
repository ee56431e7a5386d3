package io.quarkiverse.binds.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** HTTP client with one kept connection and minimal work per request: the CPU time is for the measured processes. */
final class Client implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1024];
    private int head;
    private int length;

    Client(int port) throws IOException {
        socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = socket.getInputStream();
    }

    /**
     * Sends a request and reads the whole response.
     *
     * @throws IOException also if the status is not 2xx
     */
    void exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        length = 0;
        head = -1;
        while (head < 0) {
            length += read(length);
            head = endOfHead(length);
        }
        String text = new String(buffer, 0, head, StandardCharsets.ISO_8859_1);
        int whole = head + bodyLength(text);
        while (length < whole) {
            length += read(length);
        }
        if (text.charAt("HTTP/1.1 ".length()) != '2') {
            throw new IOException(new String(request, StandardCharsets.US_ASCII).lines().findFirst().orElseThrow() + ": "
                    + new String(buffer, 0, length, StandardCharsets.UTF_8));
        }
    }

    /** Body of the last response. */
    String body() {
        return new String(buffer, head, length - head, StandardCharsets.UTF_8);
    }

    private int read(int offset) throws IOException {
        int count = in.read(buffer, offset, buffer.length - offset);
        if (count <= 0) {
            throw new EOFException(count < 0 ? "The connection was closed" : "The response is too long");
        }
        return count;
    }

    /** Position after the empty line, or -1. */
    private int endOfHead(int length) {
        for (int i = 3; i < length; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int bodyLength(String head) throws IOException {
        String lower = head.toLowerCase(Locale.ROOT);
        int name = lower.indexOf(LENGTH);
        if (name >= 0) {
            int end = lower.indexOf('\r', name);
            return Integer.parseInt(lower.substring(name + LENGTH.length(), end).trim());
        }
        if (lower.startsWith("http/1.1 204")) {
            return 0;
        }
        throw new IOException("A response without a length: " + head);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
