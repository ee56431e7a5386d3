package io.quarkiverse.binds.runtime.socket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.util.Set;

/**
 * The socket of a driver over a channel: that of the channel, except for reads, see {@link ReadAheadInput}, and long read
 * timeouts, see {@link LongReadTimeouts}. Thread-safe, except that only one thread at a time may read, as drivers do.
 */
final class DriverSocket extends Socket {

    private final SocketChannel channel;
    private final Socket delegate;
    private final ReadAheadInput input = new ReadAheadInput();
    private volatile int readTimeoutMillis;

    DriverSocket(SocketChannel channel) throws SocketException {
        super((SocketImpl) null); // all methods are overridden
        this.channel = channel;
        this.delegate = channel.socket();
    }

    /** Whether bytes that the server has sent were read ahead, and not read by the driver. */
    boolean hasUnread() {
        return input.hasUnread();
    }

    /** Ends a read whose timeout is long and over at a time of {@link System#nanoTime()}. */
    void endOverdueRead(long now) {
        int timeout = readTimeoutMillis;
        if (LongReadTimeouts.isLong(timeout) && input.interruptOverdue(now, timeout)) {
            cut();
        }
    }

    /** Closes the channel without a lock of the driver: a thread that reads gets an error. */
    void cut() {
        LongReadTimeouts.forget(this);
        try {
            channel.close();
        } catch (IOException e) {
            // the channel is closed nevertheless
        }
    }

    /** A long timeout closes the socket when it is over; drivers give up the connection after it anyway. */
    @Override
    public void setSoTimeout(int millis) throws SocketException {
        boolean isLong = LongReadTimeouts.isLong(millis);
        delegate.setSoTimeout(isLong ? 0 : millis);
        readTimeoutMillis = millis;
        input.recordTimes(isLong);
        if (isLong) {
            LongReadTimeouts.watch(this);
        }
    }

    @Override
    public int getSoTimeout() throws SocketException {
        delegate.getSoTimeout(); // throws if the socket is closed
        return readTimeoutMillis;
    }

    /** @return the same stream each time, so that TLS continues where the driver has stopped reading */
    @Override
    public InputStream getInputStream() throws IOException {
        input.readFrom(delegate.getInputStream());
        return input;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return delegate.getOutputStream();
    }

    @Override
    public SocketChannel getChannel() {
        return channel;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        delegate.connect(endpoint);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        delegate.connect(endpoint, timeout);
    }

    @Override
    public void bind(SocketAddress local) throws IOException {
        delegate.bind(local);
    }

    @Override
    public void close() throws IOException {
        LongReadTimeouts.forget(this);
        delegate.close();
    }

    @Override
    public void shutdownInput() throws IOException {
        delegate.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        delegate.shutdownOutput();
    }

    @Override
    public boolean isConnected() {
        return delegate.isConnected();
    }

    @Override
    public boolean isBound() {
        return delegate.isBound();
    }

    @Override
    public boolean isClosed() {
        return delegate.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        return delegate.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return delegate.isOutputShutdown();
    }

    @Override
    public InetAddress getInetAddress() {
        return delegate.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return delegate.getLocalAddress();
    }

    @Override
    public int getPort() {
        return delegate.getPort();
    }

    @Override
    public int getLocalPort() {
        return delegate.getLocalPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return delegate.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return delegate.getLocalSocketAddress();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        delegate.setTcpNoDelay(on);
    }

    @Override
    public boolean getTcpNoDelay() throws SocketException {
        return delegate.getTcpNoDelay();
    }

    @Override
    public void setSoLinger(boolean on, int seconds) throws SocketException {
        delegate.setSoLinger(on, seconds);
    }

    @Override
    public int getSoLinger() throws SocketException {
        return delegate.getSoLinger();
    }

    @Override
    public void sendUrgentData(int data) throws IOException {
        delegate.sendUrgentData(data);
    }

    @Override
    public void setOOBInline(boolean on) throws SocketException {
        delegate.setOOBInline(on);
    }

    @Override
    public boolean getOOBInline() throws SocketException {
        return delegate.getOOBInline();
    }

    @Override
    public void setSendBufferSize(int size) throws SocketException {
        delegate.setSendBufferSize(size);
    }

    @Override
    public int getSendBufferSize() throws SocketException {
        return delegate.getSendBufferSize();
    }

    @Override
    public void setReceiveBufferSize(int size) throws SocketException {
        delegate.setReceiveBufferSize(size);
    }

    @Override
    public int getReceiveBufferSize() throws SocketException {
        return delegate.getReceiveBufferSize();
    }

    @Override
    public void setKeepAlive(boolean on) throws SocketException {
        delegate.setKeepAlive(on);
    }

    @Override
    public boolean getKeepAlive() throws SocketException {
        return delegate.getKeepAlive();
    }

    @Override
    public void setTrafficClass(int trafficClass) throws SocketException {
        delegate.setTrafficClass(trafficClass);
    }

    @Override
    public int getTrafficClass() throws SocketException {
        return delegate.getTrafficClass();
    }

    @Override
    public void setReuseAddress(boolean on) throws SocketException {
        delegate.setReuseAddress(on);
    }

    @Override
    public boolean getReuseAddress() throws SocketException {
        return delegate.getReuseAddress();
    }

    @Override
    public void setPerformancePreferences(int connectionTime, int latency, int bandwidth) {
        delegate.setPerformancePreferences(connectionTime, latency, bandwidth);
    }

    @Override
    public <T> Socket setOption(SocketOption<T> name, T value) throws IOException {
        delegate.setOption(name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        return delegate.getOption(name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return delegate.supportedOptions();
    }

    @Override
    public String toString() {
        return delegate.toString();
    }
}
