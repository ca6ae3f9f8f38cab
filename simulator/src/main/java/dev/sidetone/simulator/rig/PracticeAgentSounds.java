package dev.sidetone.simulator.rig;

import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.AgentScript.Saying;
import dev.sidetone.simulator.findings.KnownSounds;
import dev.sidetone.simulator.voice.SpeechSynthesizer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * What the practice agent's own sentences sound like, for any server that has one for an agent: learnt once a process, on a thread of its own
 * that ends when it is through. For any thread.
 */
final class PracticeAgentSounds {
    private PracticeAgentSounds() {}

    /** Starts to learn them unless that was done before. */
    static void learn() {
        Learning.SOUNDS.isDone();
    }

    /** What is known by now: Sidetone's voices, and the agent's once they are learnt. */
    static KnownSounds known() {
        return Learning.SOUNDS.getNow(KnownSounds.voices());
    }

    /** Done when all of it is known. */
    static CompletableFuture<KnownSounds> learnt() {
        return Learning.SOUNDS;
    }

    /** Every sentence of the practice agent's script. */
    static List<String> sentences() {
        AgentScript script = AgentScript.practice();
        Stream<AgentScript.Act> acts = Stream.of(
                        Stream.of(script.greeting()),
                        script.turns().stream().map(AgentScript.Turn::act),
                        script.interrupted().stream())
                .flatMap(some -> some);
        return acts.filter(Saying.Words.class::isInstance)
                .map(words -> ((Saying.Words) words).text())
                .toList();
    }

    private static KnownSounds synthesised() {
        try (SpeechSynthesizer kevin = SpeechSynthesizer.open()) {
            return KnownSounds.voices()
                    .and(sentences().stream()
                            .map(text -> kevin.say(text).mulaw())
                            .toList());
        }
    }

    /** Begins when it is first touched. A voice that cannot be opened leaves what is known without it. */
    private static final class Learning {
        static final CompletableFuture<KnownSounds> SOUNDS = begun();

        private static CompletableFuture<KnownSounds> begun() {
            CompletableFuture<KnownSounds> sounds = new CompletableFuture<>();
            Thread thread = new Thread(() -> sounds.complete(orVoices()), "known-sounds");
            thread.setDaemon(true);
            thread.start();
            return sounds;
        }

        private static KnownSounds orVoices() {
            try {
                return synthesised();
            } catch (RuntimeException e) {
                return KnownSounds.voices();
            }
        }
    }
}
