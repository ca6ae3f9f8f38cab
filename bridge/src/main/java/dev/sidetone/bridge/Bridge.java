package dev.sidetone.bridge;

import dev.sidetone.bridge.call.CallListener;
import dev.sidetone.bridge.socket.Web;
import java.io.IOException;
import java.util.function.Function;

/** A running bridge: one port for webhooks and streams, and the calls on it. Started and closed from outside its event loops. */
public final class Bridge implements AutoCloseable {
    private final Web.Listening listening;
    private final String host;

    private Bridge(Web.Listening listening, String host) {
        this.listening = listening;
        this.host = host;
    }

    /**
     * Starts serving.
     *
     * @param watch who watches a call, by its CallSid; asked once a call, on the call's event loop
     * @throws IOException naming host and port when they cannot be bound
     */
    public static Bridge start(BridgeConfig config, Web web, Function<String, CallListener> watch) throws IOException {
        Web.Listening listening =
                web.listen(config.host(), config.port(), config.loops(), new BridgeSite(config, watch));
        return new Bridge(listening, config.host());
    }

    public int port() {
        return listening.port();
    }

    /** Where Twilio, or a fake one on this machine, asks what to do with a call. */
    public String webhookUrl() {
        return "http://" + host + ":" + port() + BridgeSite.VOICE;
    }

    @Override
    public void close() {
        listening.close();
    }
}
