package dev.sidetone.simulator.live;

import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.live.LiveState.OwnNumber;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.timeline.Spool;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Live mode with one account at a time. Its state is one immutable value; whatever blocks happens on the desk's own thread, one thing
 * after the other, and what is done to single calls on errands beside it.
 */
public final class LiveController implements LiveMode {
    /** Calls may end by themselves, Twilio may answer slowly, and the tunnel's cloud too. */
    private static final long GOODBYE_S = 60;

    private final ExecutorService desk = Executors.newSingleThreadExecutor(work -> thread(work, "live"));
    private final ExecutorService errands = Executors.newCachedThreadPool(work -> thread(work, "live-errand"));
    private final LiveStateStore board = new LiveStateStore();
    private final LiveWork work;
    private final Consumer<String> says;

    /** Reads on what terms a session runs, at its beginning. */
    @FunctionalInterface
    public interface Setup {
        LiveConfig terms(LiveRequest wish) throws WrongSetting;
    }

    /**
     * @param notes the folder in which is written down what was changed at Twilio, until it is put back
     * @param recordings where a call is kept, asked for each
     * @param says is told now and then what goes on, a line at a time
     */
    public LiveController(Setup setup, Path notes, Supplier<Spool> recordings, Consumer<String> says) {
        this.work = new LiveWork(board, setup, notes, recordings, says);
        this.says = says;
    }

    /** One for a window: with the agents and the account that the settings know, the usual limits, and nothing said beside its state. */
    public static LiveController of(Settings settings, Path notes, Supplier<Spool> recordings) {
        Setup usual = wish -> LiveConfig.of(settings, AgentChoice.of(wish.agent(), null, settings));
        return new LiveController(usual, notes, recordings, line -> {});
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public LiveState now() {
        return board.now();
    }

    @Override
    public void begin(LiveRequest wish) {
        if (board.begin()) {
            step(() -> work.open(wish));
        }
    }

    /** Puts back what an earlier run left that did not come to its end; what could not be undone shows in {@link #now}. */
    public void recover() {
        step(work::recover);
    }

    @Override
    public void use(String numberSid) {
        if (board.become(LivePhase.CHOOSING, LivePhase.SETTING_NUMBER)) {
            step(() -> work.borrow(numberSid));
        }
    }

    @Override
    public void release() {
        if (board.become(LivePhase.READY, LivePhase.LEAVING)) {
            step(work::giveBack);
        }
    }

    @Override
    public void call(String to) {
        LiveState now = now();
        OwnNumber from = inUse(now);
        if (now.phase() == LivePhase.READY && from != null) {
            errand(session -> session.call(from.number(), to));
        }
    }

    private static @Nullable OwnNumber inUse(LiveState now) {
        return now.numbers().stream()
                .filter(number -> number.sid().equals(now.inUse()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void hangUp(String callSid) {
        errand(session -> session.hangUp(callSid));
    }

    @Override
    public void transfer(String callSid, String to) {
        errand(session -> session.transfer(callSid, to));
    }

    /** Calls that run have no time to end any more; the number is put back all the same. Waits a moment. */
    public void hurry() {
        work.hurry();
    }

    @Override
    public void close() {
        board.leaving();
        work.stopReaching();
        step(work::leave);
        desk.shutdown();
        try {
            if (!desk.awaitTermination(GOODBYE_S, TimeUnit.SECONDS)) {
                says.accept("live mode does not end: something on the network does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        errands.shutdownNow();
    }

    private void step(Runnable step) {
        try {
            desk.execute(step);
        } catch (RejectedExecutionException closed) {
            // It is over; nothing is left to do.
        }
    }

    /** What is done to a single call. */
    private interface Errand {
        void run(LiveSession session) throws TwilioApiException;
    }

    private void errand(Errand errand) {
        LiveSession session = work.session();
        if (session == null) {
            return;
        }
        try {
            errands.execute(() -> {
                try {
                    errand.run(session);
                } catch (TwilioApiException trouble) {
                    board.tell(Troubles.of(trouble));
                }
            });
        } catch (RejectedExecutionException closed) {
            // It is over; nothing is left to do.
        }
    }
}
