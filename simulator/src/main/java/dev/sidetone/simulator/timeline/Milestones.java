package dev.sidetone.simulator.timeline;

import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Greeting;
import dev.sidetone.simulator.timeline.CallResult.Probe;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import org.jspecify.annotations.Nullable;

/** Reports each greeting, answer, barge-in and probe once, as soon as the fold knows it. Owned by the fold's owner. */
public final class Milestones {
    private final CallFold fold;
    private final Listener listener;
    private boolean greeted;
    private int answered;
    private int bargedIn;
    private int probed;
    private @Nullable Double toolAnswerMs;

    public Milestones(CallFold fold, Listener listener) {
        this.fold = fold;
        this.listener = listener;
    }

    /** Takes what the fold has come to know. */
    public interface Listener {
        /** The agent's first words are heard. */
        void greeted(Greeting greeting);

        /** The answer to a turn is heard. */
        void answered(Turn turn);

        /** The answer that waited for a tool is heard; {@code answerMs} is the turn's. */
        default void answeredByTool(Turn turn, double answerMs) {}

        /** It is known how a barge-in ended. */
        void bargedIn(BargeIn bargeIn);

        /** It is known what the agent did at a probe. */
        default void probed(Probe probe) {}
    }

    /** Looks for what is new; after each tick, and at the end of the call. */
    public void look() {
        if (!greeted) {
            lookForGreeting();
        }
        Turn turn = fold.lastTurn();
        if (turn != null && turn.turn() > answered && turn.firstAudibleAtMs() != null) {
            answered = turn.turn();
            listener.answered(turn);
        }
        Double answerMs = turn == null ? null : turn.answerMs();
        if (turn != null && answerMs != null && !answerMs.equals(toolAnswerMs)) {
            toolAnswerMs = answerMs;
            listener.answeredByTool(turn, answerMs);
        }
        for (BargeIn bargeIn : fold.settledBargeIns(bargedIn)) {
            bargedIn++;
            listener.bargedIn(bargeIn);
        }
        for (Probe probe : fold.settledProbes(probed)) {
            probed++;
            listener.probed(probe);
        }
    }

    private void lookForGreeting() {
        Greeting greeting = fold.greeting();
        if (greeting.firstAudibleAtMs() != null) {
            greeted = true;
            listener.greeted(greeting);
        }
    }
}
