package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentLeg;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.TwilioLeg;
import java.util.function.Consumer;

/** Relays the agent's answers to the caller and cuts them when the caller interrupts. Owned by one {@link Call}. */
final class AnswerRelay {
    /** The id of tones: they are accounted for like an answer, but are none of the agent's. */
    private static final String TONES = "";

    private final NanoClock clock;
    private final Consumer<CallEvent> listener;
    private final TurnTaking turns = new TurnTaking();
    private final PlayoutLedger playout = new PlayoutLedger();

    AnswerRelay(NanoClock clock, Consumer<CallEvent> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    void relay(AgentEvent.Audio audio, TwilioLeg twilio) {
        boolean first = turns.isNew(audio.answerId());
        if (!turns.agentSpeaks(audio.answerId())) {
            return;
        }
        if (first) {
            listener.accept(new CallEvent.AnswerBegan(audio.atNs(), audio.answerId()));
        }
        // Stamped before the write: the other end may have read it before the write returns.
        long relayedNs = clock.nowNs();
        twilio.play(audio.chunk());
        twilio.mark(playout.sent(audio.answerId(), audio.chunk(), relayedNs));
        if (first) {
            listener.accept(new CallEvent.AnswerRelayed(relayedNs, audio.answerId()));
        }
    }

    /** Plays tones of the bridge behind what is queued. */
    void play(MulawChunk tones, TwilioLeg twilio) {
        if (twilio.isStreaming()) {
            twilio.play(tones);
            twilio.mark(playout.sent(TONES, tones, clock.nowNs()));
        }
    }

    /** Stops tones; how much of them was heard does not matter. */
    void stopTones(TwilioLeg twilio, long atNs) {
        if (playout.isPlaying()) {
            twilio.clear();
            playout.cleared(atNs);
        }
    }

    /** The caller speaks: clears what Twilio has not played yet, and reports to the agent how much was heard. */
    void interrupt(TwilioLeg twilio, AgentLeg agent, long atNs) {
        turns.callerSpeaks();
        if (playout.isPlaying()) {
            twilio.clear();
            cut(agent, atNs);
        }
    }

    /** The caller is heard, or no more, by the bridge itself: nothing is cut. */
    void callerHeard(boolean speaking) {
        if (speaking) {
            turns.callerIsHeard();
        } else {
            turns.callerStops();
        }
    }

    void callerStops() {
        turns.callerStops();
    }

    void markReturned(String name, long atNs) {
        playout.returned(name, atNs);
        if (!playout.isPlaying()) {
            turns.drained();
        }
    }

    /** The stream is over, and with it what was queued there. */
    void streamGone(AgentLeg agent, long atNs) {
        turns.callerSpeaks();
        cut(agent, atNs);
        turns.callerStops();
    }

    /** True while neither side is heard. */
    boolean isQuiet() {
        return turns.floor() == TurnTaking.Floor.OPEN && !playout.isPlaying();
    }

    /** True when no more may be sent before something is heard. */
    boolean isFull() {
        return playout.isFull();
    }

    boolean isPlaying() {
        return playout.isPlaying();
    }

    /** The longest time that the caller may still hear what was sent, in nanoseconds. */
    long unheardNs(long nowNs) {
        return playout.unheardNs(nowNs);
    }

    private void cut(AgentLeg agent, long atNs) {
        for (PlayoutLedger.Cut cut : playout.cleared(atNs)) {
            if (cut.answerId().equals(TONES)) {
                continue;
            }
            agent.interrupt(cut.answerId(), cut.heardMs());
            listener.accept(new CallEvent.AnswerCut(clock.nowNs(), cut.answerId(), cut.heardMs()));
        }
    }
}
