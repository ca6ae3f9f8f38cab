package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.timeline.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A caller's script for calls in real time: each step waits for an event, however busy the machine is. It hears the call's facts from the
 * timeline; a wait of {@value #MOST_S} s of line time ends the call with a note of what did not happen.
 */
public final class EventScript implements Consumer<Fact> {
    private static final int MOST_S = 60;
    private static final int MOST_TICKS = MOST_S * 1_000 / LineFrame.MS;
    /** Longer than a gap between words. */
    private static final int QUIET_MS = 500;
    /** A resampler may keep so much to itself. */
    private static final double KEPT_MS = 50;

    private final FakeAgent agent;
    private final List<ScriptStep> steps = new ArrayList<>();
    private final List<Fact> facts = new CopyOnWriteArrayList<>();
    private final AtomicLong arrivedBytes = new AtomicLong();

    /** @param agent whom the caller talks to */
    public EventScript(FakeAgent agent) {
        this.agent = agent;
    }

    @Override
    public void accept(Fact fact) {
        if (fact instanceof Fact.MediaArrived media) {
            arrivedBytes.addAndGet(media.bytes());
        } else if (fact instanceof Fact.ClearArrived) {
            arrivedBytes.set(0);
        }
        if (!(fact instanceof Fact.Tick)) {
            facts.add(fact);
        }
    }

    /** What happened so far, but for the ticks. */
    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    /** Waits until {@code happened}; asked once per tick, on the line thread. */
    public EventScript until(String what, BooleanSupplier happened) {
        return await(what, ear -> happened.getAsBoolean());
    }

    /** Waits for a fact of that kind. */
    public EventScript until(Class<? extends Fact> kind) {
        return until("a " + kind.getSimpleName(), () -> facts.stream().anyMatch(kind::isInstance));
    }

    /** Waits until an agent that was spoken over has fallen silent by itself, which no clear tells. */
    public EventScript untilItStops() {
        return await("the agent to fall silent", ear -> {
            boolean stopped = ear.quietMs() >= QUIET_MS
                    && !agent.logs().isEmpty()
                    && !agent.log().interruptions().isEmpty();
            if (stopped) {
                arrivedBytes.set(0);
            }
            return stopped;
        });
    }

    /** Waits until the agent has sent all of its {@code count}th answer, greetings included, and the caller has heard it out. */
    public EventScript hearOut(int count) {
        return await(
                "the end of what the agent says, number " + count,
                ear -> ear.quietMs() >= QUIET_MS && agent.logs().size() > 0 && hasArrived(agent.log(), count));
    }

    private boolean hasArrived(AgentLog log, int count) {
        List<AgentLog.Spoken> spoken = log.spoken();
        if (spoken.size() < count || spoken.get(count - 1).ending() == null) {
            return false;
        }
        double wholeMs = 0;
        for (int at = 0; at < count; at++) {
            boolean cut = spoken.get(at).ending() != AgentLog.Ending.COMPLETED;
            wholeMs = cut ? 0 : wholeMs + spoken.get(at).sentMs();
        }
        return arrivedBytes.get() * 1_000.0 / LineFrame.RATE_HZ >= wholeMs - KEPT_MS;
    }

    /** Waits until the caller has been hearing the agent's {@code count}th answer for {@code ms}. */
    public EventScript hearBegin(int count, int ms) {
        return await(
                ms + " ms of what the agent says, number " + count,
                ear -> ear.speakingMs() >= ms && agent.log().spoken().size() >= count);
    }

    /** Says a clip. */
    public EventScript say(Clip clip) {
        steps.add(new ScriptStep.Speak(clip));
        return this;
    }

    /** Presses a key. */
    public EventScript press(char digit) {
        steps.add(new ScriptStep.UseHandset(handset -> handset.press(digit)));
        return this;
    }

    /** Hangs up. */
    public EventScript hangUp() {
        steps.add(new ScriptStep.UseHandset(Handset::hangUp));
        return this;
    }

    /** A caller who does all that, once. */
    public Caller caller() {
        return new ScriptedCaller(List.copyOf(steps).iterator());
    }

    private EventScript await(String what, Predicate<AgentSpeechTimer> happened) {
        steps.add(new Await(what, happened));
        return this;
    }

    private static final class Await implements ScriptStep {
        private final String what;
        private final Predicate<AgentSpeechTimer> happened;
        private int ticks;

        Await(String what, Predicate<AgentSpeechTimer> happened) {
            this.what = what;
            this.happened = happened;
        }

        @Override
        public @Nullable LineFrame tick(AgentSpeechTimer ear, Handset handset) {
            if (happened.test(ear)) {
                return null;
            }
            if (++ticks == MOST_TICKS) {
                handset.note("the caller waited in vain for " + what);
                handset.hangUp();
            }
            return LineFrame.SILENCE;
        }
    }
}
