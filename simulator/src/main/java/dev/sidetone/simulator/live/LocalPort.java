package dev.sidetone.simulator.live;

import dev.sidetone.simulator.CannotRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Chooses the port of this machine on which the bridge will listen, before it does: a tunnel must lead there. Stateless. */
final class LocalPort {
    /** The port to which people's tunnels lead by default; that of {@code sidetone bridge} too. */
    static final int USUAL = 8080;

    private LocalPort() {}

    /** Returns {@code wished}; or, where that is 0, the usual port, or any free one if that is taken. */
    static int choose(int wished) throws CannotRun {
        if (wished != 0) {
            return free(wished, "port " + wished + " is taken: choose another --port, and lead the tunnel there");
        }
        try {
            return free(USUAL, "taken");
        } catch (CannotRun taken) {
            return free(0, "no port is free on this machine");
        }
    }

    private static int free(int port, String otherwise) throws CannotRun {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotRun(otherwise, e);
        }
    }
}
