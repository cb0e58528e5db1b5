package io.genjin.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** The line between Genjin and its database, which can be bad in every way a line is bad (S-R61). */
final class Proxy implements AutoCloseable {

    /** What the line does. */
    enum Line {
        GOOD,
        /** Each answer takes 200 ms and up to 100 more. */
        SLOW,
        /** Everything is taken and nothing answered, as by a machine that stands still. */
        HANGING,
        /** What goes to the server arrives, what it answers is lost: the work is done and nobody hears of it. */
        HALF_OPEN,
        /** Every connection is thrown away at once. */
        RESETTING,
        /** Nobody listens. */
        CUT_OFF
    }

    private static final int SLOW_MILLIS = 200;
    private static final int JITTER_MILLIS = 100;

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Line line = Line.GOOD;
    private volatile boolean closed;
    private volatile ServerSocket listening;

    Proxy(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = listening.getLocalPort();
        thread("proxy", this::accept);
    }

    int port() {
        return port;
    }

    /** From now on the line is like that, for what is open too. */
    void be(Line now) throws IOException {
        Line before = line;
        line = now;
        if (now == Line.RESETTING || now == Line.CUT_OFF) {
            if (now == Line.CUT_OFF) {
                listening.close();
            }
            open.forEach(Proxy::reset);
        } else if (now == Line.GOOD && (before == Line.HANGING || before == Line.HALF_OPEN)) {
            // what was lost on the way never comes: the connections that waited for it end
            open.forEach(Proxy::reset);
        }
        if (before == Line.CUT_OFF && now != Line.CUT_OFF) {
            listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }

    private void accept() {
        while (!closed) {
            try {
                Socket genjin = listening.accept();
                if (line == Line.RESETTING) {
                    reset(genjin);
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(genjin);
                open.add(server);
                thread("to-server", () -> pump(genjin, server, false));
                thread("to-genjin", () -> pump(server, genjin, true));
            } catch (IOException notNow) {
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] block = new byte[16 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int size = in.read(block); size >= 0; size = in.read(block)) {
                Line now = line;
                if (now == Line.SLOW && answers) {
                    LockSupport.parkNanos(
                            (SLOW_MILLIS + ThreadLocalRandom.current().nextInt(JITTER_MILLIS)) * 1_000_000L);
                }
                boolean lost = now == Line.HANGING || now == Line.HALF_OPEN && answers;
                if (!lost) {
                    out.write(block, 0, size);
                    out.flush();
                }
            }
        } catch (IOException ended) {
            // either side went away; so does the other
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // it was closed already
        }
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listening.close();
        open.forEach(Proxy::reset);
    }
}
