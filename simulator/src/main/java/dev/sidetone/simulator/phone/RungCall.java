package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.ControllableCaller;
import dev.sidetone.simulator.caller.VoicemailCaller;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.line.ReleaseCause;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.recording.RecordingLabel;
import dev.sidetone.simulator.rig.CallerChoice;
import dev.sidetone.simulator.rig.RigCall;
import dev.sidetone.simulator.rig.Ringing;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.twilio.Pickup;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** One call that a server places to the window's phone, from its first ring to its end. The decision comes from any thread. */
final class RungCall implements Occupation {
    private final Softphone phone;
    private final CallerChoice choice;
    private final String from;
    private final CompletableFuture<@Nullable Ringing> telephone = new CompletableFuture<>();
    private final CompletableFuture<Pickup.Decision> decision = new CompletableFuture<>();
    private final CompletableFuture<RigCall> placed = new CompletableFuture<>();
    private volatile @Nullable VoicemailCaller voicemail;

    /** @param from the number that calls */
    RungCall(Softphone phone, CallerChoice choice, String from) {
        this.phone = phone;
        this.choice = choice;
        this.from = from;
    }

    /** Waits until the phone's devices are open; null if it cannot ring. Not on the phone's own thread. */
    @Nullable
    Ringing awaitTelephone() {
        return telephone.join();
    }

    /** Whether it is known who picks up, or that nobody does. */
    boolean isDecided() {
        return decision.isDone();
    }

    void answer() {
        decision.complete(Pickup.Decision.PICKS_UP);
    }

    /** The number is busy. */
    void decline() {
        decision.complete(new Pickup.Decision(ReleaseCause.BUSY));
    }

    /** Blocks while the voicemail's greeting is spoken for the first time. */
    void divert() {
        VoicemailCaller machine = voicemail;
        if (machine != null && !isDecided()) {
            machine.divert();
            answer();
        }
    }

    @Override
    public @Nullable Trouble run(PhoneRigs rigs) throws DeviceProblem, CannotRun, WrongSetting {
        try {
            return ring();
        } finally {
            telephone.complete(null);
        }
    }

    private @Nullable Trouble ring() throws DeviceProblem, CannotRun, WrongSetting {
        ControllableCaller caller = phone.devices().followed(choice, phone.clock(), person -> {
            VoicemailCaller either = new VoicemailCaller(person);
            voicemail = either;
            return either;
        });
        caller.mute(phone.startsMuted());
        PhoneCall.FactListener listener = phone.listener();
        RecordingLabel label = CallLabels.ofInbound(from, choice);
        telephone.complete(new Ringing(caller, decision, phone.recordings().place(label), listener, placed::complete));
        RigCall ringing = rung();
        PhoneCall call = PhoneCall.spoken(ringing, caller, phone.clock(), listener, label);
        phone.show(call);
        ringing.await();
        // Canceled by the server, or rung long enough.
        decline();
        CallResult result = ringing.close();
        call.finish(result);
        return Trouble.of(result);
    }

    private RigCall rung() throws CannotRun {
        try {
            return Objects.requireNonNull(placed.get());
        } catch (ExecutionException e) {
            throw new CannotRun("the call broke off inside Sidetone: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("the call was interrupted", e);
        }
    }

    @Override
    public @Nullable Trouble skip() {
        telephone.complete(null);
        return null;
    }

    @Override
    public void cancel() {
        decline();
    }
}
