package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checks of one call. One that breaks must not take the call's record with it: it is asked no more. Owned by the timeline. */
final class RunningChecks {
    private static final Logger LOG = LoggerFactory.getLogger(RunningChecks.class);

    private final List<Check> checks;
    private final Consumer<Fact> facts;

    /** @param facts takes what was found */
    RunningChecks(List<Check> checks, Consumer<Fact> facts) {
        this.checks = new ArrayList<>(checks);
        this.facts = facts;
    }

    void fold(Fact fact) {
        if (!(fact instanceof Fact.Found)) {
            ask(fact.atNs(), (check, found) -> check.fold(fact, found));
        }
    }

    void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {
        ask(tick.atNs(), (check, found) -> check.tick(tick, said, heard, found));
    }

    void media(Fact.MediaArrived media, byte[] mulaw) {
        ask(media.atNs(), (check, found) -> check.media(media, mulaw, found));
    }

    void judge(CallResult call, double endedAtMs, long endNs) {
        ask(endNs, (check, found) -> check.judge(call, endedAtMs, found));
    }

    private interface Question {
        void put(Check check, Consumer<Finding> found);
    }

    private void ask(long atNs, Question question) {
        checks.removeIf(check -> !isAnswered(check, atNs, question));
    }

    private boolean isAnswered(Check check, long atNs, Question question) {
        try {
            question.put(check, finding -> facts.accept(new Fact.Found(atNs, finding)));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("the check {} broke and is asked no more", check.getClass().getSimpleName(), e);
            return false;
        }
    }
}
