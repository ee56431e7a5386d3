package io.quarkiverse.binds.runtime.socket;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * Reads as much as the server has sent, so that an answer costs one read: TLS asks for the header and the body of each record
 * separately. Confined to one reading thread at a time, except for {@link #interruptOverdue}.
 */
final class ReadAheadInput extends InputStream {

    /** Bytes: more than most answers; a longer read goes past the buffer. */
    private static final int SIZE = 4096;

    private final byte[] buffer = new byte[SIZE];
    private int position;
    private int limit;
    private InputStream in;
    private volatile boolean recordsTimes;
    /** The begin of the current read, by {@link System#nanoTime()}; 0 without one, or if times are not recorded. */
    private volatile long readingSince;
    private volatile boolean overdue;

    /** Sets the source, of which nothing has been read if it is the first. */
    void readFrom(InputStream source) {
        in = source;
    }

    /** Whether reads note when they begin. */
    void recordTimes(boolean record) {
        recordsTimes = record;
    }

    boolean hasUnread() {
        return position < limit;
    }

    /**
     * Declares a read that takes longer than its timeout as timed out, if there is one. The caller has to close the source
     * then,
     * which ends the read.
     */
    boolean interruptOverdue(long now, int timeoutMillis) {
        long since = readingSince;
        if (since != 0 && now - since > TimeUnit.MILLISECONDS.toNanos(timeoutMillis)) {
            overdue = true;
            return true;
        }
        return false;
    }

    @Override
    public int read() throws IOException {
        if (position == limit && !fill()) {
            return -1;
        }
        return buffer[position++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position == limit) {
            if (length >= SIZE || length == 0) {
                return receive(target, offset, length);
            }
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        int count = receive(buffer, 0, SIZE);
        position = 0;
        limit = Math.max(0, count);
        return count > 0;
    }

    private int receive(byte[] target, int offset, int length) throws IOException {
        if (!recordsTimes) {
            return in.read(target, offset, length);
        }
        readingSince = System.nanoTime() | 1; // never 0
        try {
            return in.read(target, offset, length);
        } catch (IOException e) {
            throw overdue ? timeout(e) : e;
        } finally {
            readingSince = 0;
        }
    }

    private static SocketTimeoutException timeout(IOException closed) {
        SocketTimeoutException timeout = new SocketTimeoutException("Read timed out");
        timeout.initCause(closed);
        return timeout;
    }

    @Override
    public int available() throws IOException {
        return limit - position + in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
