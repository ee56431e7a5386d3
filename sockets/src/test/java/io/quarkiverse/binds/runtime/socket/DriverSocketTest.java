package io.quarkiverse.binds.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs with real sockets of this machine. */
@Timeout(30)
class DriverSocketTest extends ConnectedSockets {

    private static final int LONG_MILLIS = 60_000;

    @BeforeEach
    void limitWait() throws IOException {
        client.setSoTimeout(5_000); // a test that waits in vain fails
    }

    /** The superclass has no socket of its own: a method that is not overridden would fail. */
    @Test
    void allMethodsOfSocketAreOverridden() {
        assertThat(Arrays.stream(Socket.class.getMethods())
                .filter(method -> method.getDeclaringClass() == Socket.class && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !isOverridden(method))).isEmpty();
    }

    private static boolean isOverridden(Method method) {
        return Arrays.stream(DriverSocket.class.getDeclaredMethods()).anyMatch(own -> own.getName().equals(method.getName())
                && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }

    /** TLS reads the header and the body of a record separately. */
    @Test
    void answerIsReceivedByOneRead() throws IOException {
        AtomicInteger reads = new AtomicInteger();
        ReadAheadInput input = new ReadAheadInput();
        input.readFrom(new ByteArrayInputStream(new byte[200]) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                reads.incrementAndGet();
                return super.read(target, offset, length);
            }
        });
        assertThat(input.readNBytes(5)).hasSize(5);
        assertThat(input.read()).isZero();
        assertThat(input.read(new byte[194])).isEqualTo(194);
        assertThat(reads).hasValue(1);
        assertThat(input.read()).isEqualTo(-1);
    }

    @Test
    void longAnswerIsCompleteAndInOrder() throws Exception {
        byte[] answer = new byte[3_000_000];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = (byte) (i * 31 >> 3);
        }
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(answer));
        InputStream in = client.getInputStream();
        byte[] begin = in.readNBytes(7);
        byte[] middle = client.getInputStream().readNBytes(9_000); // the same stream, as TLS takes over from the driver
        byte[] rest = in.readNBytes(answer.length - 9_007);
        assertThat(begin).isEqualTo(Arrays.copyOf(answer, 7));
        assertThat(middle).isEqualTo(Arrays.copyOfRange(answer, 7, 9_007));
        assertThat(rest).isEqualTo(Arrays.copyOfRange(answer, 9_007, answer.length));
        sent.get(5, TimeUnit.SECONDS);
    }

    private void send(byte[] bytes) {
        try {
            peer.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An idle connection has nothing to read: more than the last answer is the error before a close. */
    @Test
    void bytesReadAheadAreDetectedAsClose() throws IOException {
        send(new byte[] { 1, 2 });
        while (client.getInputStream().available() < 2) {
            Thread.onSpinWait();
        }
        assertThat(client.getInputStream().read()).isEqualTo(1);
        assertThat(client.getInputStream().available()).isEqualTo(1);
        assertThat(socket.isClosedByPeer()).isTrue();
        assertThat(client.getInputStream().read()).isEqualTo(2);
        assertThat(socket.isClosedByPeer()).isFalse();
    }

    /** A driver may go on after it, as that of PostgreSQL does when it looks for notifications. */
    @Test
    void shortTimeoutLeavesSocketUsable() throws IOException {
        client.setSoTimeout(1);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        client.setSoTimeout(5_000);
        send(new byte[] { 3 });
        assertThat(client.getInputStream().read()).isEqualTo(3);
    }

    @Test
    void longTimeoutEndsReadWhenItIsOver() throws Exception {
        client.setSoTimeout(LONG_MILLIS);
        assertThat(client.getSoTimeout()).isEqualTo(LONG_MILLIS);
        CompletableFuture<Integer> read = CompletableFuture.supplyAsync(this::read);
        long before = System.nanoTime();
        LongReadTimeouts.endOverdueReads(before + TimeUnit.MILLISECONDS.toNanos(LONG_MILLIS - 1_000));
        send(new byte[] { 4 });
        assertThat(read.get(5, TimeUnit.SECONDS)).isEqualTo(4);

        LongReadTimeouts.endOverdueReads(Long.MAX_VALUE / 2 + before); // nobody reads
        assertThat(client.isClosed()).isFalse();

        CompletableFuture<Integer> silent = CompletableFuture.supplyAsync(this::read);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!silent.isDone() && System.nanoTime() < end) {
            LongReadTimeouts.endOverdueReads(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONG_MILLIS + 1_000));
        }
        assertThatThrownBy(() -> silent.get(0, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class).cause().cause()
                .isInstanceOf(SocketTimeoutException.class);
        assertThat(client.isClosed()).isTrue();
    }

    /** The timeout is over a minute after the begin of the read, not of the connection. */
    @Test
    void longTimeoutBeginsWithEachRead() throws Exception {
        client.setSoTimeout(LONG_MILLIS);
        long connected = System.nanoTime();
        CompletableFuture<Integer> read = CompletableFuture.supplyAsync(this::read);
        while (!read.isDone()) {
            LongReadTimeouts.endOverdueReads(connected + TimeUnit.MILLISECONDS.toNanos(LONG_MILLIS));
            send(new byte[] { 5 });
        }
        assertThat(read.get()).isEqualTo(5);
    }
}
