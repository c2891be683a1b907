package vn.camket.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between the application and a database server elsewhere; it can be cut and joined again. */
public final class Wire {
    private final InetSocketAddress far;
    private final int port;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private ServerSocket near;

    Wire(String host, int farPort) {
        far = new InetSocketAddress(host, farPort);
        near = listen(0);
        port = near.getLocalPort();
        accept(near);
    }

    /** Port of the near end, on this machine. */
    int port() {
        return port;
    }

    /** Ends every connection at once and takes no new one. */
    public synchronized void cut() {
        close(near);
        ends.forEach(Wire::close);
        ends.clear();
    }

    /** Takes connections again. */
    public synchronized void join() {
        near = listen(port);
        accept(near);
    }

    private static ServerSocket listen(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept(ServerSocket listening) {
        daemon(() -> {
            try {
                while (true) {
                    connect(listening.accept());
                }
            } catch (IOException cut) {
                close(listening);
            }
        });
    }

    private void connect(Socket here) throws IOException {
        var there = new Socket();
        ends.add(here);
        ends.add(there);
        try {
            there.connect(far, 5_000);
        } catch (IOException refused) {
            close(here);
            return;
        }
        daemon(() -> pump(here, there));
        daemon(() -> pump(there, here));
    }

    private void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // both ends are closed below
        } finally {
            close(from);
            close(to);
            ends.remove(from);
            ends.remove(to);
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(java.io.Closeable end) {
        try {
            end.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
