package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Fact;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the reason why a call has no numbers where some were to be expected. An answer begins after 100 ms of silence at the ear: where
 * sound never stops, for ten seconds and more, no turn has a time to first audio. The end of a turn
 * that a caller does not announce is found by his sound: where that never stops, no turn ends. Reports each once per call.
 */
final class NotMeasurable implements Check {
    private static final long SILENCE_NS = 100_000_000L;
    private static final long HUM_NS = 10_000_000_000L;
    private static final long LONG_TURN_NS = 20_000_000_000L;

    private final CallerSpeech caller = new CallerSpeech();
    private boolean edgesKnown = true;
    private boolean callerReported;
    private boolean hums;
    private boolean hearsItself;
    private long soundFromNs;
    private long audibleNs = Long.MIN_VALUE / 2;

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        caller.fold(fact);
        if (fact instanceof Fact.CallPlaced placed) {
            edgesKnown = placed.edgesKnown();
        }
    }

    /** A server that sends the caller's voice back has no answers to be timed. */
    @Override
    public void reported(Fact.Found finding) {
        hearsItself |= finding.code().equals(StreamCode.SERVER_ECHO.code());
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard, Consumer<Finding> found) {
        listen(tick);
        if (!edgesKnown && !callerReported && caller.isSpeaking() && caller.lengthNs(tick.atNs()) >= LONG_TURN_NS) {
            callerReported = true;
            found.accept(AgentCode.NOT_MEASURABLE.found(
                    "For 20 s the caller's end of the line was never silent: where a turn ends cannot be found, nor how long"
                            + " its answer took.",
                    "Speak in a quieter room, or turn the microphone down: sound that comes and goes, as music does, counts as"
                            + " speech."));
        }
    }

    private void listen(Fact.Tick tick) {
        boolean audible = tick.heardBytes() > 0
                && (SpeechEnergy.isAudible(tick.heard0()) || SpeechEnergy.isAudible(tick.heard1()));
        if (!audible) {
            return;
        }
        if (tick.atNs() - audibleNs >= SILENCE_NS + LineFrame.NS) {
            soundFromNs = tick.atNs();
        }
        audibleNs = tick.atNs();
        hums |= audibleNs - soundFromNs >= HUM_NS;
    }

    @Override
    public void judge(CallResult call, @Nullable Double endedAtMs, Consumer<Finding> found) {
        boolean measured = call.turns().stream().anyMatch(turn -> turn.ttfaMs() != null);
        if (hums && !hearsItself && !measured && call.turns().stream().anyMatch(Turn::overlapped)) {
            found.accept(
                    AgentCode.NOT_MEASURABLE.found(
                            "No answer's time to first audio could be measured: the agent's side was never silent for 100 ms, so that no"
                                    + " answer has a beginning.",
                            "Leave out music and background noise while you measure: what is above -45 dBm0 counts as the agent's voice."));
        }
    }
}
