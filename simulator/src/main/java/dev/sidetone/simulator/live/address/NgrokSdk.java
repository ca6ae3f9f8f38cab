package dev.sidetone.simulator.live.address;

import com.ngrok.Forwarder;
import com.ngrok.HttpBuilder;
import com.ngrok.NgrokException;
import com.ngrok.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URL;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Opens tunnels with ngrok's SDK, whose native library is not on every machine. Blocks for a limited time; for any thread. */
final class NgrokSdk {
    private static final long OPEN_MS = 15_000;
    private static final long CLOSE_MS = 3_000;
    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.log.com.ngrok";

    private final Connector connector;
    private final long openMs;

    NgrokSdk(Connector connector, long openMs) {
        this.connector = connector;
        this.openMs = openMs;
    }

    /** Opens a session with ngrok's cloud. */
    @FunctionalInterface
    interface Connector {
        Session connect(Session.Builder builder) throws IOException;
    }

    static NgrokSdk real() {
        return new NgrokSdk(Session.Builder::connect, OPEN_MS);
    }

    /** Opens a tunnel to {@code port} of this machine, at {@code domain} where that is not null. */
    Tunnel open(String token, @Nullable String domain, int port) throws NoPublicAddress {
        silenceLog();
        Attempt attempt = new Attempt();
        try {
            return TimeLimit.await("sidetone-ngrok", openMs, () -> attempt.done(opened(token, domain, port)));
        } catch (TimeoutException e) {
            attempt.giveUp();
            throw new NoPublicAddress(
                    "ngrok's cloud did not open a tunnel within " + openMs / 1_000 + " s",
                    "is this machine online, and may it reach connect.ngrok-agent.com:443? Or run ngrok http " + port
                            + " yourself",
                    e);
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause(), token, port);
        } catch (InterruptedException e) {
            attempt.giveUp();
            Thread.currentThread().interrupt();
            throw new NoPublicAddress("opening an ngrok tunnel was given up", "try again", e);
        }
    }

    /** Returns true where ngrok's native library for this machine is on the class path. */
    static boolean hasNativeLibrary() {
        try {
            Class.forName("com.ngrok.NativeSession", false, NgrokSdk.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private Opened opened(String token, @Nullable String domain, int port) throws IOException {
        Session session = connector.connect(Session.withAuthtoken(token).metadata("sidetone"));
        try {
            HttpBuilder endpoint = session.httpEndpoint();
            if (domain != null) {
                endpoint.domain(domain);
            }
            String here = InetAddress.getLoopbackAddress().getHostAddress();
            Forwarder.Endpoint forwarder = endpoint.forward(new URL("http", here, port, ""));
            return new Opened(session, forwarder);
        } catch (IOException | RuntimeException | LinkageError e) {
            drop(session);
            throw e;
        }
    }

    private static void drop(Session session) {
        try {
            session.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(NgrokSdk.class).debug("an ngrok session did not close", e);
        }
    }

    private static NoPublicAddress failed(Throwable why, String token, int port) {
        String byHand = "run ngrok http " + port + " yourself: its tunnel is found";
        if (isWithoutLibrary(why)) {
            return new NoPublicAddress(
                    "NGROK_AUTHTOKEN is set, but ngrok's library for this machine is not there, so no tunnel can be opened",
                    byHand,
                    why);
        }
        String message = message(why).replace(token, "…");
        if (message.contains("ERR_NGROK_105") || message.contains("ERR_NGROK_107")) {
            return new NoPublicAddress(
                    "ngrok does not accept this NGROK_AUTHTOKEN", "copy it anew from dashboard.ngrok.com");
        }
        if (message.contains("ERR_NGROK_108")) {
            return new NoPublicAddress(
                    "this ngrok account runs as many agents as it may already (ERR_NGROK_108)",
                    "stop the other one, or let it lead to port " + port);
        }
        return new NoPublicAddress("ngrok opened no tunnel: " + message, byHand);
    }

    private static boolean isWithoutLibrary(Throwable why) {
        for (@Nullable Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof LinkageError || cause instanceof ClassNotFoundException) {
                return true;
            }
        }
        return false;
    }

    private static String message(Throwable why) {
        String text = why instanceof NgrokException ngrok
                ? ngrok.getCode() + " " + ngrok.getDetails()
                : String.valueOf(why.getMessage());
        return text.strip().lines().findFirst().orElse("without a message");
    }

    /** The messages of ngrok's cloud, which its library logs, repeat a wrong token. */
    private static void silenceLog() {
        if (System.getProperty(LOG_LEVEL) == null) {
            System.setProperty(LOG_LEVEL, "off");
        }
    }

    /** One attempt to open a tunnel. A tunnel that opens after the attempt was given up is closed. For two threads. */
    private static final class Attempt {
        private final AtomicReference<@Nullable Opened> result = new AtomicReference<>();
        private final AtomicBoolean givenUp = new AtomicBoolean();

        Opened done(Opened opened) {
            result.set(opened);
            closeIfGivenUp();
            return opened;
        }

        void giveUp() {
            givenUp.set(true);
            closeIfGivenUp();
        }

        private void closeIfGivenUp() {
            Opened late = givenUp.get() ? result.getAndSet(null) : null;
            if (late != null) {
                late.close();
            }
        }
    }

    /** A tunnel that this process opened, with its session. */
    private record Opened(PublicAddress address, Session session, Forwarder.Endpoint forwarder) implements Tunnel {
        Opened(Session session, Forwarder.Endpoint forwarder) {
            this(
                    new PublicAddress(forwarder.getUrl().replaceFirst("/$", ""), PublicAddress.Source.OPENED),
                    session,
                    forwarder);
        }

        @Override
        public void close() {
            try {
                TimeLimit.await("sidetone-ngrok-close", CLOSE_MS, () -> {
                    forwarder.close();
                    session.close();
                    return true;
                });
            } catch (TimeoutException | ExecutionException e) {
                LoggerFactory.getLogger(NgrokSdk.class).debug("an ngrok tunnel did not close", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
