package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.rig.CallerChoice;
import dev.sidetone.simulator.rig.Rig;
import dev.sidetone.simulator.rig.Ringing;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.rest.OutboundCall;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a server under test places to a {@link Softphone} through the fake Twilio's REST API: while they are accepted the phone rings,
 * and is busy if it is in a call; otherwise the demo caller picks up, unseen. Commands return at once, on any thread.
 */
public final class IncomingCalls {
    private record Rung(IncomingCall call, RungCall work) {}

    private final Softphone phone;
    private volatile @Nullable CallerChoice accepting;
    private volatile @Nullable RestAccess access;
    private volatile @Nullable Rung rung;
    private @Nullable Rig rig;

    public IncomingCalls(Softphone phone) {
        this.phone = phone;
        phone.withRig(this::connect);
    }

    private synchronized void connect(Rig started) {
        rig = started;
        boolean own = phone.settings().get(CallDescription.AUTH_TOKEN).isPresent();
        access = new RestAccess(started.restUrl(), CallPlan.TEST_ACCOUNT_SID, own ? null : CallPlan.TEST_AUTH_TOKEN);
        point(started);
    }

    /** Accepts calls from now on, with {@code caller} on the phone; null accepts none. */
    public synchronized void accept(@Nullable CallerChoice caller) {
        boolean turned = (accepting == null) != (caller == null);
        accepting = caller;
        if (turned && rig != null) {
            point(rig);
        }
    }

    private void point(Rig line) {
        if (accepting == null) {
            line.answerOutboundByDemo();
        } else {
            line.ringOutbound(this::ring);
        }
    }

    /** On the thread that places calls, one call after the other. */
    private @Nullable Ringing ring(OutboundCall call) {
        CallerChoice caller = accepting;
        if (caller == null) {
            return null;
        }
        RungCall work = new RungCall(phone, caller, call.from());
        if (!phone.occupy(Phase.RINGING, work)) {
            return null;
        }
        Ringing telephone = work.awaitTelephone();
        rung = new Rung(new IncomingCall(call.from(), call.to()), work);
        return telephone;
    }

    /** The REST API; null before the phone has started. */
    public @Nullable RestAccess access() {
        return access;
    }

    /** The call that rings and about which nothing is decided, or null. */
    public @Nullable IncomingCall ringing() {
        Rung now = rung;
        if (now == null || now.work().isDecided()) {
            return null;
        }
        return phone.now().phase() == Phase.RINGING ? now.call() : null;
    }

    /** Picks up. */
    public void answer() {
        decide(RungCall::answer);
    }

    /** Does not pick up: the number is busy. */
    public void decline() {
        decide(RungCall::decline);
    }

    /** Lets the voicemail pick up, on a thread of its own, which speaks its greeting. */
    public void toVoicemail() {
        Thread thread = new Thread(() -> decide(RungCall::divert), "voicemail");
        thread.setDaemon(true);
        thread.start();
    }

    private void decide(Consumer<RungCall> how) {
        Rung now = rung;
        if (now != null) {
            how.accept(now.work());
        }
    }
}
