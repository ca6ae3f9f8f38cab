package dev.sidetone.simulator.rig;

import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.AgentScript.Utterance;
import dev.sidetone.simulator.findings.KnownSounds;
import dev.sidetone.simulator.voice.SpeechSynthesizer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The sounds of the practice agent's own sentences, by which any server's agent is recognised as one. Synthesized once a process, on a
 * thread that ends when it has finished. For any thread.
 */
public final class PracticeAgentSounds {
    private PracticeAgentSounds() {}

    /** Starts the synthesis unless that was done before. */
    static void start() {
        Synthesis.SOUNDS.isDone();
    }

    /** The sounds known so far: Sidetone's voices, and the agent's once they are synthesized. */
    public static KnownSounds known() {
        return Synthesis.SOUNDS.getNow(KnownSounds.voices());
    }

    /** Completes with all sounds. */
    static CompletableFuture<KnownSounds> all() {
        return Synthesis.SOUNDS;
    }

    /** Every sentence of the practice agent's script. */
    static List<String> sentences() {
        AgentScript script = AgentScript.practice();
        Stream<AgentScript.Reply> acts = Stream.of(
                        Stream.of(script.greeting()),
                        script.turns().stream().map(AgentScript.Turn::act),
                        script.interrupted().stream())
                .flatMap(some -> some);
        return acts.filter(Utterance.Words.class::isInstance)
                .map(words -> ((Utterance.Words) words).text())
                .toList();
    }

    private static KnownSounds synthesised() {
        SpeechSynthesizer kevin = SpeechSynthesizer.loaded();
        return KnownSounds.voices()
                .and(sentences().stream().map(text -> kevin.say(text).mulaw()).toList());
    }

    /** Starts when the class is initialised. If no voice can be opened, the agent's sentences stay unknown. */
    private static final class Synthesis {
        static final CompletableFuture<KnownSounds> SOUNDS = started();

        private static CompletableFuture<KnownSounds> started() {
            CompletableFuture<KnownSounds> sounds = new CompletableFuture<>();
            Thread thread = new Thread(() -> sounds.complete(orVoicesOnly()), "known-sounds");
            thread.setDaemon(true);
            thread.start();
            return sounds;
        }

        private static KnownSounds orVoicesOnly() {
            try {
                return synthesised();
            } catch (RuntimeException e) {
                return KnownSounds.voices();
            }
        }
    }
}
