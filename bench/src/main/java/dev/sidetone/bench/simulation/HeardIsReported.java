package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.ToTwilio;
import dev.sidetone.simulator.timeline.Fact;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * When an answer is cut, the agent is told how much of it was heard: never more than the ear has heard, and less by no more than two ticks
 * and what the messages took.
 */
final class HeardIsReported implements Witness {
    private static final int BYTES_PER_MS = LineFrame.RATE_HZ / 1000;
    /** A tick is heard from its beginning on, and counted whole. */
    private static final long TICK_MS = LineFrame.MS;
    /** Two ticks, and three messages that took their time. */
    private static final long BEHIND_MS = 200;

    private final Consumer<String> broken;
    private final SimulatedCall call;
    /** The answer that begins at each byte of the stream. */
    private final TreeMap<Long, String> answers = new TreeMap<>();

    private final Map<String, Long> heardBytes = new HashMap<>();
    private String answer = "";
    private long sent;
    private long played;

    HeardIsReported(Consumer<String> broken, SimulatedCall call) {
        this.broken = broken;
        this.call = call;
    }

    @Override
    public void read(FromTwilio message) {
        if (message instanceof FromTwilio.Start) {
            sent = 0;
            answers.clear();
        }
    }

    @Override
    public void sent(ToTwilio message) {
        if (message instanceof ToTwilio.Media media) {
            answers.put(sent, answer);
            sent += media.audio().bytes();
        }
    }

    @Override
    public void fact(Fact fact) {
        if (fact instanceof Fact.StreamStarted) {
            played = 0;
        } else if (fact instanceof Fact.ClearArrived clear) {
            played += clear.discardedBytes();
        }
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {
        for (int left = tick.heardBytes(); left > 0; ) {
            Map.Entry<Long, String> playing = answers.floorEntry(played);
            Long next = answers.higherKey(played);
            int bytes = next == null ? left : (int) Math.min(left, next - played);
            if (playing != null) {
                heardBytes.merge(playing.getValue(), (long) bytes, Long::sum);
            }
            played += bytes;
            left -= bytes;
        }
    }

    @Override
    public void event(CallEvent event) {
        if (event instanceof CallEvent.AnswerBegan began) {
            answer = began.answerId();
        } else if (event instanceof CallEvent.AnswerCut cut && call.isUndelayed()) {
            long heardMs = heardBytes.getOrDefault(cut.answerId(), 0L) / BYTES_PER_MS;
            if (cut.heardMs() > heardMs + TICK_MS || cut.heardMs() < heardMs - BEHIND_MS) {
                broken.accept("the agent is told that " + cut.heardMs() + " ms of " + cut.answerId()
                        + " were heard, and it was " + heardMs + " ms");
            }
        }
    }
}
