package dev.sidetone.bench.soak;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.twilio.CallOutcome;
import dev.sidetone.simulator.twilio.FakeTwilio;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Makes a number of calls to a server at once, and each anew when it has ended, until it is closed. For any thread. */
final class SoakCalls implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int ANSWER_MS = 10_000;
    private static final int GAP_MS = 500;
    private static final int MOST_PAUSE_MS = 4_000;

    private final FakeTwilio line = new FakeTwilio(text -> CompletableFuture.completedFuture(new byte[0]));
    private final URI webhook;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong placed = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile boolean over;

    SoakCalls(URI webhook) {
        this.webhook = webhook;
    }

    /** Begins one more call that follows on itself. */
    void begin() {
        AtomicBoolean heard = new AtomicBoolean();
        running.incrementAndGet();
        // A rehearsal: the fake Twilio keeps no record of it, so that this process does not grow either.
        line.rehearse(CallPlan.to(webhook).lasting(LONGEST), caller(placed.incrementAndGet()), new Heard(heard))
                .outcome()
                .whenComplete((outcome, failure) -> ended(outcome, failure, heard.get()));
    }

    private void ended(CallOutcome outcome, Throwable failure, boolean heard) {
        running.decrementAndGet();
        ended.incrementAndGet();
        if (failure != null || outcome.failed() || !outcome.reached() || !heard) {
            failed.incrementAndGet();
        }
        if (!over) {
            begin();
        }
    }

    /** Two turns, an interruption and a key; a pause of its own at the beginning keeps calls from going in step. */
    private static Caller caller(long number) {
        CallerScript script = new CallerScript().hear(5_000).pause((int) (number * 617 % MOST_PAUSE_MS));
        script.say(Callers.voice("ask-opening-hours")).hear(ANSWER_MS).quiet(GAP_MS, ANSWER_MS);
        script.say(Callers.voice("book-a-table")).hearFor(1_200, ANSWER_MS).say(Callers.voice("interrupt-stop"));
        script.hear(ANSWER_MS).quiet(GAP_MS, ANSWER_MS).press('5').hear(ANSWER_MS);
        return Callers.awaitingStream(script.hangUp().caller());
    }

    int running() {
        return running.get();
    }

    long ended() {
        return ended.get();
    }

    long failed() {
        return failed.get();
    }

    /** No call follows any more from now on. */
    void finish() {
        over = true;
    }

    @Override
    public void close() {
        over = true;
        line.close();
    }

    /** Notes whether anything was heard of the agent. */
    private record Heard(AtomicBoolean heard) implements FactSink {
        @Override
        public void add(Fact fact) {}

        @Override
        public void tick(Fact.Tick tick, LineFrame said, LineFrame frame) {}

        @Override
        public void media(Fact.MediaArrived media, byte[] mulaw) {
            heard.set(true);
        }
    }
}
