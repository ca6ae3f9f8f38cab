package dev.sidetone.simulator.live;

import dev.sidetone.simulator.CannotRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Which port of this machine the bridge listens on, known before it listens: the tunnel must lead there. Stateless. */
final class LocalPort {
    /** What people's tunnels lead to when nobody says anything; the same as {@code sidetone bridge} has. */
    static final int USUAL = 8080;

    private LocalPort() {}

    /** The one that is wished; without a wish the usual one, or any if that is taken. */
    static int pick(int wished) throws CannotRun {
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
