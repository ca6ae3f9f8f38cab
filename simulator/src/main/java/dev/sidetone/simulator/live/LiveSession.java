package dev.sidetone.simulator.live;

import dev.sidetone.bridge.Bridge;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.CallPolicy;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.rest.OutboundCallRequest;
import dev.sidetone.bridge.twilio.rest.RestCallControl;
import dev.sidetone.bridge.twilio.rest.TwilioApi;
import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.live.address.AddressCheck;
import dev.sidetone.simulator.live.address.NoPublicAddress;
import dev.sidetone.simulator.live.address.PublicAddress;
import dev.sidetone.simulator.live.address.PublicAddressFinder;
import dev.sidetone.simulator.live.address.Tunnel;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.rig.ServedAgent;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Spool;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bridge behind a public address, with one account's REST API beside it, from its start to its end. On the desk's thread, which it may
 * block; placing and ending calls from any.
 */
final class LiveSession implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration RINGS = Duration.ofSeconds(40);

    private final LiveConfig terms;
    private final int port;
    private final TwilioApi api;
    private final RestCallControl control;
    private final SocketRuntime web = SocketRuntime.start(NanoClock.system());
    private final ServedAgent agent;
    private final Supplier<BridgeConfig.Agent> dialled;
    private final SessionCalls book;
    private @Nullable Tunnel tunnel;
    private volatile @Nullable Bridge bridge;

    private LiveSession(LiveConfig terms, Supplier<Spool> recordings, Consumer<LiveCall> began)
            throws CannotRun, IOException {
        this.terms = terms;
        this.port = LocalPort.pick(terms.port());
        this.api = new TwilioApi(terms.account());
        this.control = new RestCallControl(terms.account());
        this.agent = ServedAgent.start(
                web,
                terms.agent().fake(),
                terms.agent().behaviour().script(),
                terms.agent().behaviour().faults(),
                0);
        this.dialled = terms.agent().targets(agent);
        this.book = new SessionCalls(terms, api.alerts(), dialled, recordings, began);
    }

    /** Starts what needs no address yet. */
    static LiveSession begin(LiveConfig terms, Supplier<Spool> recordings, Consumer<LiveCall> began) throws CannotRun {
        try {
            return new LiveSession(terms, recordings, began);
        } catch (IOException e) {
            throw new CannotRun("the agent in this process cannot start: " + e.getMessage(), e);
        }
    }

    TwilioApi api() {
        return api;
    }

    /** Finds or opens the public address and lets the bridge listen behind it: from its first request on it believes signatures only. */
    PublicAddress findAddress(@Nullable String given, Consumer<String> says) throws NoPublicAddress, CannotRun {
        Tunnel found = PublicAddressFinder.find(given, port, terms.settings(), says);
        tunnel = found;
        CallPolicy rules = CallPolicy.usual()
                .withMostCalls(terms.limits().mostCalls())
                .withLongest(terms.limits().longest())
                .withHumanNumber(terms.agent().humanNumber());
        String token = terms.account().authToken();
        BridgeConfig config =
                new BridgeConfig(LOOPBACK, port, 1, found.address().origin(), token, dialled, rules);
        try {
            bridge = Bridge.start(config, web, book.watch(), control);
        } catch (IOException e) {
            throw new CannotRun(e.getMessage() + ": choose another --port", e);
        }
        return found.address();
    }

    /** Reaches ourselves through the address, as Twilio would. */
    AddressCheck.Report check() {
        return AddressCheck.check(
                there(tunnel).address(),
                there(bridge).instance(),
                terms.trust().context(),
                terms.account().authToken());
    }

    /** Calls {@code to}; answers the CallSid. */
    String call(String from, String to) throws TwilioApiException {
        String origin = origin();
        return api.calls()
                .place(new OutboundCallRequest(
                        from,
                        to,
                        URI.create(origin + "/outbound"),
                        URI.create(origin + "/call-status"),
                        RINGS,
                        terms.limits().longest()));
    }

    void hangUp(String callSid) throws TwilioApiException {
        book.endsBy(callSid, EndedBy.REST);
        boolean ended = false;
        try {
            ended = api.calls().hangUp(callSid);
        } finally {
            if (!ended) {
                book.endsBy(callSid, null);
            }
        }
    }

    void transfer(String callSid, String to) throws TwilioApiException {
        if (api.calls().transfer(callSid, to, terms.limits().longest())) {
            book.putThrough(callSid, to);
        }
    }

    /** Where Twilio reaches the bridge. */
    String origin() {
        return there(tunnel).address().origin();
    }

    /** No call begins any more; those that run have {@code mostMs} to end. */
    void drain(long mostMs) {
        Bridge running = bridge;
        if (running != null) {
            running.drain(mostMs);
        }
    }

    /** Nothing is waited for any more. Any thread. */
    void hurry() {
        book.hurry();
        drain(0);
    }

    /** Ends everything; the number must have been put back. */
    @Override
    public void close() {
        book.close();
        Bridge running = bridge;
        if (running != null) {
            running.close();
        }
        if (tunnel != null) {
            tunnel.close();
        }
        agent.close();
        control.close();
        api.close();
        web.close();
    }

    private static <T> T there(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("there is no address yet");
        }
        return part;
    }
}
