package dev.sidetone.simulator.scenario;

import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.timeline.CallFold;
import dev.sidetone.simulator.timeline.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happened during each step of a scenario's call, by the call's facts: a fold over the timeline, live or recorded. On the thread of the
 * timeline's owner until the call is over.
 */
final class SteppedCall implements Consumer<Fact> {
    /** One step as it was carried out. Instants are of the facts' clock. */
    static final class Played {
        private final long beganNs;
        private boolean inVain;
        private @Nullable Long onsetNs;
        private @Nullable Long saidNs;
        private @Nullable Long keyNs;
        private boolean probe;

        private Played(long beganNs) {
            this.beganNs = beganNs;
        }

        long beganNs() {
            return beganNs;
        }

        /** Whether what it waited for did not come. */
        boolean inVain() {
            return inVain;
        }

        /** The first voiced sample of what the caller said. */
        @Nullable
        Long onsetNs() {
            return onsetNs;
        }

        /** Whether what the caller said was a probe, to which no answer is due. */
        boolean isProbe() {
            return probe;
        }

        /** The end of the last voiced sample, or the moment of the last key. */
        @Nullable
        Long actedNs() {
            return saidNs == null ? keyNs : saidNs;
        }
    }

    /** Something that the agent said or did during a step. */
    record Deed(int step, long atNs, String text) {}

    /** A stretch in which the agent was heard, without a pause of 100 ms. */
    record Heard(long startNs, long endNs) {}

    /** The silence before which what is heard is audible anew. */
    private static final long PAUSE_NS = 100_000_000L;

    private static final long WINDOW_NS = 10_000_000L;

    private final CallFold fold = new CallFold("");
    private final List<Played> steps = new ArrayList<>();
    private final List<Deed> words = new ArrayList<>();
    private final List<Deed> tools = new ArrayList<>();
    private final List<Heard> heard = new ArrayList<>();
    private String end = "";

    @Override
    public void accept(Fact fact) {
        fold.fold(fact);
        if (fact instanceof Fact.Tick tick) {
            window(tick.atNs(), tick.heard0());
            window(tick.atNs() + WINDOW_NS, tick.heard1());
        } else if (fact instanceof Fact.StepBegan began) {
            steps.add(new Played(began.atNs()));
        } else if (fact instanceof Fact.Transcribed said && said.speaker().equals("agent")) {
            words.add(new Deed(steps.size(), said.atNs(), said.text().strip()));
        } else if (fact instanceof Fact.ToolCalled called) {
            tools.add(new Deed(steps.size(), called.atNs(), called.tool()));
        } else if (fact instanceof Fact.CallEnded ended) {
            end = (ended.by() == null ? "" : "ended by " + ended.by().word() + ": ") + ended.why();
        } else if (!steps.isEmpty()) {
            act(fact, steps.get(steps.size() - 1));
        }
    }

    private static void act(Fact fact, Played step) {
        if (fact instanceof Fact.StepWaitedInVain) {
            step.inVain = true;
        } else if (fact instanceof Fact.CallerStarted started && step.onsetNs == null) {
            step.onsetNs = started.startNs();
        } else if (fact instanceof Fact.ProbeStarted started && step.onsetNs == null) {
            step.onsetNs = started.startNs();
            step.probe = true;
        } else if (fact instanceof Fact.CallerEnded ended) {
            step.saidNs = ended.endNs();
        } else if (fact instanceof Fact.ProbeEnded ended) {
            step.saidNs = ended.endNs();
        } else if (fact instanceof Fact.KeyPressed key) {
            step.keyNs = key.atNs();
        }
    }

    private void window(long atNs, float dbm0) {
        if (!SpeechEnergy.isAudible(dbm0)) {
            return;
        }
        Heard last = heard.isEmpty() ? null : heard.get(heard.size() - 1);
        if (last != null && atNs - last.endNs() < PAUSE_NS) {
            heard.set(heard.size() - 1, new Heard(last.startNs(), atNs + WINDOW_NS));
        } else {
            heard.add(new Heard(atNs, atNs + WINDOW_NS));
        }
    }

    /** The step {@code number}, counted from 1; null of one that the call did not come to. */
    @Nullable
    Played step(int number) {
        return number <= steps.size() ? steps.get(number - 1) : null;
    }

    /** The agent's words in the steps {@code from} to before {@code to}. */
    List<Deed> words(int from, int to) {
        return during(words, from, to);
    }

    /** The tools that the agent called in the steps {@code from} to before {@code to}. */
    List<Deed> tools(int from, int to) {
        return during(tools, from, to);
    }

    private static List<Deed> during(List<Deed> all, int from, int to) {
        return all.stream()
                .filter(deed -> deed.step() >= from && deed.step() < to)
                .toList();
    }

    /** Whether there is a transcript of the agent at all. */
    boolean isTranscribed() {
        return !words.isEmpty();
    }

    /** The stretch in which the agent was heard at {@code ns}, or the next after it; null if nothing more was heard. */
    @Nullable
    Heard heardFrom(long ns) {
        return heard.stream().filter(each -> each.endNs() > ns).findFirst().orElse(null);
    }

    /** The last moment before {@code ns} at which the agent was heard; null if it never was. */
    @Nullable
    Long lastHeardBefore(long ns) {
        return heard.stream()
                .filter(each -> each.startNs() < ns)
                .reduce((one, next) -> next)
                .map(each -> Math.min(each.endNs(), ns))
                .orElse(null);
    }

    /** An instant on the call's clock. */
    @Nullable
    Double atMs(long ns) {
        return fold.atMs(ns);
    }

    /** How the call ended, in words. */
    String end() {
        return end;
    }
}
