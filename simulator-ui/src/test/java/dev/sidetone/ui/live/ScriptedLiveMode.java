package dev.sidetone.ui.live;

import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.live.LiveRequest;
import dev.sidetone.simulator.live.LiveState;
import dev.sidetone.simulator.live.LiveState.ReachedAddress;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.number.Leftover;
import dev.sidetone.simulator.live.number.NumberChange;
import dev.sidetone.simulator.live.number.SelectableNumber;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A fake live mode whose next step a test decides. Like the real one it ignores a command that does not fit the phase, and blocks while it
 * leaves, until the test lets it go. For any thread.
 */
public final class ScriptedLiveMode implements LiveMode {
    public static final String ORIGIN = "https://3f2a-203-0-113-7.ngrok-free.app";
    public static final SelectableNumber FRONT_DESK = number("PN1", "+14155550100", "Front desk");
    public static final SelectableNumber TEST_LINE = number("PN2", "+14155550123", "Test line");
    public static final SelectableNumber LONG_NAME =
            number("PN3", "+442079460018", "Reservations and cancellations, London and the whole south-east");

    /** Carries the addresses of another Sidetone. */
    public static final SelectableNumber LEFT_BEHIND = new SelectableNumber(
            "PN4", "+14155550124", "", FRONT_DESK.changes(), "https://dead.trycloudflare.com/voice");

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch letGo = new CountDownLatch(1);
    private LiveState state = LiveState.off();
    private @Nullable LiveRequest wish;
    private @Nullable Trouble unrestored;
    private boolean holdsOn;
    private volatile CompletableFuture<Void> tried = new CompletableFuture<>();

    private static SelectableNumber number(String sid, String number, String name) {
        return new SelectableNumber(
                sid,
                number,
                name,
                List.of(
                        new NumberChange("voice URL", "https://demo.twilio.com/welcome/voice/", ORIGIN + "/voice"),
                        new NumberChange("voice method", "GET", "POST"),
                        new NumberChange("status callback", "", ORIGIN + "/status")));
    }

    /** The commands so far, in order. */
    public List<String> done() {
        return done;
    }

    public synchronized @Nullable LiveRequest wish() {
        return wish;
    }

    /** The address is found. */
    public synchronized void finds(String how) {
        state = new LiveState(
                LivePhase.CHECKING_ADDRESS,
                new ReachedAddress(ORIGIN, how, null),
                List.of(),
                null,
                state.calls(),
                null);
    }

    /** This machine is reached through the address, and the numbers are being read. */
    public synchronized void reaches(double roundTripMs) {
        ReachedAddress found = state.address();
        String how = found == null ? "given" : found.how();
        state = new LiveState(
                LivePhase.READING_NUMBERS,
                new ReachedAddress(ORIGIN, how, roundTripMs),
                List.of(),
                null,
                state.calls(),
                null);
    }

    public synchronized void reads(SelectableNumber... numbers) {
        become(LivePhase.CHOOSING, List.of(numbers), null, null);
    }

    /** The chosen number rings the bridge. */
    public synchronized void rings() {
        become(LivePhase.READY, state.numbers(), state.inUse(), null);
    }

    /** Goes from off to a number that rings the bridge. */
    public synchronized void goesLiveOn(SelectableNumber number) {
        begin(new LiveRequest("practice", null, null));
        finds("a running ngrok agent");
        reaches(84);
        reads(FRONT_DESK, TEST_LINE);
        use(number.sid());
        rings();
    }

    public synchronized void breaksBy(Trouble trouble) {
        become(LivePhase.BROKEN, state.numbers(), null, trouble);
    }

    /** A problem comes up that does not end live mode. */
    public synchronized void complainsOf(@Nullable Trouble trouble) {
        become(state.phase(), state.numbers(), state.inUse(), trouble);
    }

    /** A number is not put back, or is again. */
    public synchronized void leavesUnrestored(@Nullable Trouble why) {
        state = new LiveState(
                state.phase(),
                state.address(),
                state.numbers(),
                state.inUse(),
                state.calls(),
                state.trouble(),
                why,
                null,
                null);
    }

    /** Calls do not arrive, or do again. */
    public synchronized void isDisturbedBy(@Nullable Trouble why) {
        state = new LiveState(
                state.phase(),
                state.address(),
                state.numbers(),
                state.inUse(),
                state.calls(),
                state.trouble(),
                null,
                why,
                null);
    }

    /** Leaving waits. */
    public synchronized void waitsFor(String what, long seconds) {
        state = new LiveState(
                LivePhase.LEAVING,
                state.address(),
                state.numbers(),
                state.inUse(),
                state.calls(),
                state.trouble(),
                null,
                null,
                new LiveState.Waiting(what, seconds));
    }

    /** A call begins; it is the newest. */
    public synchronized void hasCall(LiveCall call) {
        List<LiveCall> calls = new ArrayList<>(state.calls());
        calls.add(0, call);
        state = new LiveState(state.phase(), state.address(), state.numbers(), state.inUse(), calls, state.trouble());
    }

    /** Leaving blocks from now on until {@link #letGo}, and ends with {@code trouble} where that is not null. */
    public synchronized void holdsOn(@Nullable Trouble trouble) {
        holdsOn = true;
        unrestored = trouble;
    }

    public void letGo() {
        letGo.countDown();
    }

    private void become(
            LivePhase phase, List<SelectableNumber> numbers, @Nullable String inUse, @Nullable Trouble trouble) {
        state = new LiveState(phase, state.address(), numbers, inUse, state.calls(), trouble);
    }

    @Override
    public synchronized LiveState now() {
        return state;
    }

    @Override
    public synchronized void begin(LiveRequest asked) {
        if (state.phase() == LivePhase.OFF || state.phase() == LivePhase.BROKEN) {
            wish = asked;
            done.add("begin");
            state = new LiveState(LivePhase.FINDING_ADDRESS, null, List.of(), null, List.of(), null);
        }
    }

    @Override
    public synchronized void use(String numberSid, Leftover leftover) {
        if (state.phase() == LivePhase.CHOOSING) {
            done.add("use " + numberSid + (leftover == Leftover.CLEAR ? ", cleared later" : ""));
            become(LivePhase.SETTING_NUMBER, state.numbers(), numberSid, null);
        }
    }

    @Override
    public synchronized void release() {
        if (state.phase() == LivePhase.READY) {
            done.add("release");
            become(LivePhase.CHOOSING, state.numbers(), null, null);
        }
    }

    /** The attempt to put a number back ends, with {@code why} where it failed. */
    public void triedToPutBack(@Nullable Trouble why) {
        leavesUnrestored(why);
        tried.complete(null);
    }

    @Override
    public CompletableFuture<Void> putBack() {
        done.add("put back");
        tried = new CompletableFuture<>();
        return tried;
    }

    @Override
    public synchronized void call(String to) {
        if (state.phase() == LivePhase.READY) {
            done.add("call " + to);
        }
    }

    @Override
    public void hangUp(String callSid) {
        done.add("hang up " + callSid);
    }

    @Override
    public void transfer(String callSid, String to) {
        done.add("transfer " + callSid + " " + to);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (state.phase() == LivePhase.OFF) {
                return;
            }
            become(LivePhase.LEAVING, state.numbers(), state.inUse(), state.trouble());
            if (!holdsOn) {
                letGo();
            }
        }
        try {
            letGo.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            done.add("close");
            state = new LiveState(
                    LivePhase.OFF, null, List.of(), unrestored == null ? null : state.inUse(), List.of(), unrestored);
        }
    }
}
