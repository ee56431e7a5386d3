package io.quarkiverse.binds.test.twophase;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkiverse.binds.test.databases.Relay;

/**
 * Stands between an application and its server, on connections that are not encrypted. It notes the commands that pass, and can
 * stop at one of them: before the server has it, or before the application has the answer.
 */
final class Proxy extends Relay {

    /** Where it stops. */
    enum Side {
        BEFORE,
        AFTER
    }

    /** What happens to the command it stops at. */
    private record Stop(String text, AtomicInteger times, Side side, boolean cut, CountDownLatch reached) {

        boolean isAt(String command) {
            return command.contains(text) && times.decrementAndGet() == 0;
        }
    }

    private static final int COM_QUERY = 3;
    private static final int HEADER = 4;
    private static final int LARGEST = 0xffffff;

    private final BlockingQueue<String> commands = new LinkedBlockingQueue<>();
    private volatile Stop stop;

    Proxy(String host, int port) throws IOException {
        super(host, port);
        start();
    }

    /**
     * What was sent since the last call, in the order of arrival: statements, or the number of another command. Left out
     * is what opens a connection, and what recovery sends, which has connections of its own and begins nothing.
     */
    List<String> takeCommands() {
        List<String> taken = new ArrayList<>();
        commands.drainTo(taken);
        return taken;
    }

    /** Holds the n-th command with that text for ever; its connection stays open. */
    void hold(String text, int nth, Side side) {
        stop = new Stop(text, new AtomicInteger(nth), side, false, new CountDownLatch(1));
    }

    /** Cuts the connection at the n-th command with that text. */
    void cut(String text, int nth, Side side) {
        stop = new Stop(text, new AtomicInteger(nth), side, true, new CountDownLatch(1));
    }

    /** @return whether the command has come */
    boolean awaitStop(int seconds) throws InterruptedException {
        return stop.reached().await(seconds, TimeUnit.SECONDS);
    }

    @Override
    protected void accepted(Socket application) throws IOException {
        thread(new Link(application, connect())::toServer);
    }

    /** One connection. */
    private final class Link {

        private final Socket application;
        private final Socket server;
        /** Whether it has begun a transaction; of its thread for commands. */
        private boolean works;
        /** That of the answers to come, once a command was let through whose answer is to be held. */
        private volatile Stop answerStop;

        Link(Socket application, Socket server) {
            this.application = application;
            this.server = server;
            thread(this::toApplication);
        }

        void toServer() {
            pump(application, server, true);
        }

        void toApplication() {
            pump(server, application, false);
        }

        private void pump(Socket from, Socket to, boolean isCommand) {
            try {
                DataInputStream in = new DataInputStream(from.getInputStream());
                OutputStream out = to.getOutputStream();
                while (true) {
                    byte[] packet = packet(in);
                    if (isCommand ? stopsCommand(packet) : answerStop != null) {
                        stopped(isCommand ? stop : answerStop);
                        return;
                    }
                    out.write(packet);
                    out.flush();
                }
            } catch (IOException e) {
                close(application, server);
            }
        }

        private boolean stopsCommand(byte[] packet) {
            // a command begins a sequence; those of the handshake go on with one
            if (packet[3] != 0 || packet.length == HEADER) {
                return false;
            }
            String command = packet[HEADER] == COM_QUERY
                    ? new String(packet, HEADER + 1, packet.length - HEADER - 1, StandardCharsets.ISO_8859_1).strip()
                    : "command " + packet[HEADER];
            works |= command.contains("XA START");
            if (works) {
                commands.add(command);
            }
            Stop at = stop;
            if (at == null || !at.isAt(command)) {
                return false;
            }
            if (at.side() == Side.AFTER) {
                answerStop = at;
                return false;
            }
            return true;
        }

        private void stopped(Stop at) {
            if (at.cut()) {
                close(application, server);
            }
            at.reached().countDown();
        }

        private static byte[] packet(DataInputStream in) throws IOException {
            byte[] header = new byte[HEADER];
            in.readFully(header);
            int length = (header[0] & 0xff) | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
            if (length == LARGEST) {
                throw new IOException("A command of several packets");
            }
            byte[] packet = new byte[HEADER + length];
            System.arraycopy(header, 0, packet, 0, HEADER);
            in.readFully(packet, HEADER, length);
            return packet;
        }
    }
}
