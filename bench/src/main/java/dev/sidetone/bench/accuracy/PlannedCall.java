package dev.sidetone.bench.accuracy;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.fixtures.Voice;
import dev.sidetone.fixtures.Voices;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.AgentScript.Utterance.Tone;
import dev.sidetone.simulator.agent.FakeService;
import dev.sidetone.simulator.agent.gptlive.FakeGptLive;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Clip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A call to make, with an agent that takes a set time for each answer. Immutable.
 *
 * @param wire the agent's
 * @param answerMs from the last voiced frame that the agent receives to the first audio that it writes
 * @param turns how often the caller speaks
 * @param bargesIn whether the caller speaks over every answer, or hears it out
 */
record PlannedCall(FakeService wire, int answerMs, int turns, boolean bargesIn) {
    /** No whole ticks, but for one: a tick too many or too few shows. */
    static final List<Integer> ANSWERS_MS = List.of(210, 505, 700, 1490);

    private static final int BARGED_INTO_MS = 505;
    private static final int THINK_MS = 10;
    private static final int GREETING_MS = 300;
    private static final int ANSWER_MS = 400;
    private static final int LONG_ANSWER_MS = 3_000;
    /** The caller's pause after an answer, and how much of one is heard before it is spoken over. */
    private static final int GAP_MS = 300;

    private static final int INTO_ANSWER_MS = 700;
    private static final int MOST_MS = 5_000;
    /** Five times as fast as it is heard, where the wire does not pace its audio. */
    private static final double BURST = 5;

    private static final Clip QUESTION = question();

    /** Every wire of {@code wires} with every answer time, then every wire with a caller who barges in. */
    static List<PlannedCall> all(List<FakeService> wires, int turns) {
        List<PlannedCall> calls = new ArrayList<>();
        for (int answerMs : ANSWERS_MS) {
            wires.forEach(wire -> calls.add(new PlannedCall(wire, answerMs, turns, false)));
        }
        wires.forEach(wire -> calls.add(new PlannedCall(wire, BARGED_INTO_MS, turns, true)));
        return calls;
    }

    /** For progress. */
    String words() {
        return wire.name() + ", " + answerMs + " ms" + (bargesIn ? ", with barge-ins" : "");
    }

    AgentScript script() {
        Tone answer = new Tone(bargesIn ? LONG_ANSWER_MS : ANSWER_MS);
        return new AgentScript(
                answerMs - THINK_MS,
                THINK_MS,
                BURST,
                new Tone(GREETING_MS),
                List.of(new AgentScript.Turn(THINK_MS, answer)),
                List.of());
    }

    Caller caller() {
        CallerScript script = new CallerScript().hear(MOST_MS).quiet(GAP_MS, MOST_MS);
        for (int turn = 0; turn < turns; turn++) {
            script.say(QUESTION);
            if (bargesIn) {
                script.hearFor(INTO_ANSWER_MS, MOST_MS);
            } else {
                script.hear(MOST_MS).quiet(GAP_MS, MOST_MS);
            }
        }
        return script.hangUp().caller();
    }

    /** Whether the agent's sound is one track in real time, which is never cleared. */
    boolean isTrack() {
        return wire.equals(FakeGptLive.SERVICE);
    }

    /** The sample of its frame with which the caller begins to speak. */
    static int onsetInFrame() {
        return QUESTION.speechStart() % LineFrame.BYTES;
    }

    /** A voice without the silence around it, which would only cost time. */
    private static Clip question() {
        Voice voice = Voices.open("ask-address");
        int from = voice.speechStart() / LineFrame.BYTES * LineFrame.BYTES;
        short[] spoken = Arrays.copyOfRange(voice.samples(), from, voice.speechEnd());
        return Clip.of(voice.name(), spoken, voice.speechStart() - from, voice.speechEnd() - from);
    }
}
