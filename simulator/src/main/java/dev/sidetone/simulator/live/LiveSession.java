package dev.sidetone.simulator.live;

import dev.sidetone.bridge.Bridge;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.CallPolicy;
import dev.sidetone.bridge.socket.SlowMachineException;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.WallClock;
import dev.sidetone.bridge.twilio.rest.OutboundCallRequest;
import dev.sidetone.bridge.twilio.rest.RestCallControl;
import dev.sidetone.bridge.twilio.rest.TwilioApi;
import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import dev.sidetone.bridge.twilio.rest.VoiceNumber;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.live.LostCalls.LostCall;
import dev.sidetone.simulator.live.address.AddressCheck;
import dev.sidetone.simulator.live.address.NoPublicAddress;
import dev.sidetone.simulator.live.address.PublicAddress;
import dev.sidetone.simulator.live.address.PublicAddressFinder;
import dev.sidetone.simulator.live.address.Tunnel;
import dev.sidetone.simulator.live.call.BridgeMonitor;
import dev.sidetone.simulator.live.call.CallFollowUp;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.call.MonitoredCall;
import dev.sidetone.simulator.live.number.Leftover;
import dev.sidetone.simulator.live.number.LoanRefused;
import dev.sidetone.simulator.live.number.NumberLoan;
import dev.sidetone.simulator.live.number.NumberLoans;
import dev.sidetone.simulator.live.number.RestoreResult;
import dev.sidetone.simulator.live.number.SelectableNumber;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.rig.ServedAgent;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Spool;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One session of live mode: a bridge behind a public address, the account's REST API, and at most one borrowed number. Its methods block,
 * and run on the controller's worker thread; calls are placed, transferred and ended from any.
 */
// Over 300 lines because address, number, bridge and calls of a session meet here, and end together.
final class LiveSession implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration RINGING = Duration.ofSeconds(40);

    private final LiveConfig config;
    private final int port;
    private final NanoClock clock = NanoClock.system();
    private final TwilioApi api;
    private final RestCallControl control;
    private final SocketRuntime web = SocketRuntime.start(clock);
    private final ServedAgent agent;
    private final Supplier<BridgeConfig.Agent> target;
    private final CallFollowUp followUp;
    private final BridgeMonitor monitor;
    private final NumberLoans loans;
    private final PlacedCalls placed;
    private final LostCalls lost;
    private volatile @Nullable NumberLoan loan;
    private volatile long readyNs;
    private volatile @Nullable Instant readySince;
    private @Nullable Tunnel tunnel;
    private volatile @Nullable Bridge bridge;

    private LiveSession(
            LiveConfig config,
            Path notes,
            Supplier<Spool> recordings,
            Consumer<LiveCall> began,
            Consumer<LostCall> lostCalls)
            throws CannotRun, IOException {
        this.config = config;
        this.port = LocalPort.choose(config.port());
        this.api = new TwilioApi(config.account());
        this.control = new RestCallControl(config.account());
        this.agent = ServedAgent.start(
                web,
                config.agent().fake(),
                config.agent().behaviour().script(),
                config.agent().behaviour().faults(),
                0);
        this.target = config.agent().targets(agent);
        this.followUp = new CallFollowUp(clock, api.alerts(), recordings);
        this.monitor = new BridgeMonitor(clock, target, config.rates(), followUp::spool, call -> {
            followUp.follow(call);
            began.accept(call);
        });
        this.lost = new LostCalls(monitor::isKnown, lostCalls);
        monitor.listenForUnknown(fields -> lost.callback(fields, clock.nowNs() - readyNs));
        this.loans = new NumberLoans(api, notes);
        this.placed = new PlacedCalls(api.calls(), monitor::find);
    }

    /**
     * Starts the agent and opens the REST client; the bridge follows with its address.
     *
     * @param notes the folder of the notes of borrowed numbers
     * @param recordings creates the recording of a call
     * @param began receives each call as it begins, on an event loop
     * @param lostCalls receives each call to the number that never reached the bridge, on any thread
     */
    static LiveSession start(
            LiveConfig config,
            Path notes,
            Supplier<Spool> recordings,
            Consumer<LiveCall> began,
            Consumer<LostCall> lostCalls)
            throws CannotRun {
        try {
            return new LiveSession(config, notes, recordings, began, lostCalls);
        } catch (IOException e) {
            throw new CannotRun("the agent in this process cannot start: " + e.getMessage(), e);
        }
    }

    /** Finds the public address or opens a tunnel, and starts the bridge behind it, which accepts signed requests only. */
    PublicAddress findAddress(@Nullable String given, Consumer<String> log) throws NoPublicAddress, CannotRun {
        Tunnel found = PublicAddressFinder.find(given, port, config.settings(), log);
        tunnel = found;
        CallPolicy rules = CallPolicy.defaults()
                .withMostCalls(config.limits().mostCalls())
                .withLongest(config.limits().longest())
                .withHumanNumber(config.agent().humanNumber());
        String token = config.account().authToken();
        BridgeConfig settings =
                new BridgeConfig(LOOPBACK, port, 1, found.address().origin(), token, target, rules);
        try {
            bridge = Bridge.start(settings, web, monitor, control);
        } catch (SlowMachineException e) {
            throw new CannotRun(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CannotRun(e.getMessage() + ": choose another --port", e);
        }
        return found.address();
    }

    /** Reaches the bridge through the public address, as Twilio would. */
    AddressCheck.Report checkAddress() {
        return AddressCheck.check(
                found(tunnel).address(),
                found(bridge).instance(),
                config.trust().context(),
                config.account().authToken());
    }

    private String origin() {
        return found(tunnel).address().origin();
    }

    /** Restores the numbers that an earlier session left borrowed; one result for each. */
    List<RestoreResult> restoreEarlierLoans() {
        return loans.restoreEarlier();
    }

    /** Reads the account's voice numbers, with the changes that borrowing each would make. */
    List<SelectableNumber> readNumbers() throws TwilioApiException {
        NumberLoan running = loan;
        List<SelectableNumber> all = new ArrayList<>();
        for (VoiceNumber number : api.numbers().list()) {
            boolean borrowed = running != null && running.number().sid().equals(number.sid());
            all.add(borrowed ? SelectableNumber.borrowed(number) : SelectableNumber.free(number, origin()));
        }
        return all;
    }

    /** Lets the number with this SID ring the bridge. */
    @WallClock("the time from which Twilio's alerts count")
    void borrow(String numberSid, Leftover leftover) throws LoanRefused {
        loan = loans.borrow(numberSid, origin(), leftover);
        readyNs = clock.nowNs();
        readySince = Instant.now();
    }

    /** Creates a watch on everything that leads a call from the number to the bridge, from {@code nowNs} on. */
    ReachabilityMonitor watch(long nowNs, Consumer<@Nullable Trouble> changed) {
        ReachabilityProbes probes = new ReachabilityProbes(
                api,
                found(loan),
                lost,
                origin(),
                Objects.requireNonNull(readySince),
                () -> AddressCheck.recheck(
                        found(tunnel).address(),
                        found(bridge).instance(),
                        config.trust().context(),
                        config.account().authToken()));
        return new ReachabilityMonitor(nowNs, probes.all(), changed);
    }

    /** Restores the borrowed number's settings. Returns null where no number is borrowed; a pending one stays borrowed. */
    @Nullable
    RestoreResult restoreNumber() {
        NumberLoan running = loan;
        if (running == null) {
            return null;
        }
        RestoreResult result = running.restore();
        if (!result.isPending()) {
            loan = null;
        }
        return result;
    }

    /** Restores the borrowed number's settings for the last time: the next start retries what fails. Returns null without a number. */
    @Nullable
    RestoreResult restoreNumberFinally() {
        RestoreResult result = restoreNumber();
        NumberLoan running = loan;
        if (running != null) {
            running.release();
        }
        return result;
    }

    /** Calls {@code to}; both numbers in E.164. */
    void call(String from, String to) throws TwilioApiException {
        String origin = origin();
        placed.place(new OutboundCallRequest(
                from,
                to,
                URI.create(origin + "/outbound"),
                URI.create(origin + "/call-status"),
                RINGING,
                config.limits().longest()));
    }

    /** The calls that the session has placed. */
    PlacedCalls placed() {
        return placed;
    }

    /** Ends a call, and attributes its end to the REST API where Twilio did so. */
    void hangUp(String callSid) throws TwilioApiException {
        attributeEnd(callSid, EndedBy.REST);
        boolean ended = false;
        try {
            ended = api.calls().hangUp(callSid);
        } finally {
            if (!ended) {
                attributeEnd(callSid, null);
            }
        }
    }

    private void attributeEnd(String callSid, @Nullable EndedBy by) {
        MonitoredCall call = monitor.find(callSid);
        if (call != null) {
            call.attributeEndTo(by);
        }
    }

    /** Transfers the other side of a call to {@code to}, in E.164. */
    void transfer(String callSid, String to) throws TwilioApiException {
        if (api.calls().transfer(callSid, to, config.limits().longest())) {
            MonitoredCall call = monitor.find(callSid);
            if (call != null) {
                call.transferredTo(to, clock.nowNs());
            }
        }
    }

    /** Refuses new calls and gives running ones {@code mostMs} to end. */
    void drain(long mostMs) {
        Bridge running = bridge;
        if (running != null) {
            running.drain(mostMs);
        }
    }

    /** Ends running calls at once, and waits for Twilio's alerts no longer. Any thread. */
    void hurry() {
        loans.hurry();
        followUp.hurry();
        drain(0);
    }

    /** Ends everything. The number's settings must have been restored before. */
    @Override
    public void close() {
        monitor.close();
        followUp.close();
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

    private static <T> T found(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("there is no address yet");
        }
        return part;
    }
}
