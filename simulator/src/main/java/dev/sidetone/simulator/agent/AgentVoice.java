package dev.sidetone.simulator.agent;

import dev.sidetone.simulator.agent.AgentScript.Utterance;
import dev.sidetone.simulator.voice.Speech;
import dev.sidetone.simulator.voice.SpeechSynthesizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Synthesises the sentences of fake agents' scripts ahead, on a thread of its own, so that event loops never wait for speech. The thread ends
 * after the last sentence. For any thread; many agents may share one.
 */
public final class AgentVoice {
    private final Map<String, CompletableFuture<Speech>> known = new ConcurrentHashMap<>();
    /** A script has a few, and says them again and again. */
    private final Map<Utterance.Tone, CompletableFuture<Speech>> tones = new ConcurrentHashMap<>();

    /** Starts to learn what {@code script} needs, the greeting first; done when the result is. Known sentences cost nothing. */
    CompletableFuture<Void> learn(AgentScript script) {
        List<String> texts = new ArrayList<>();
        script.utterances().forEach(utterance -> {
            if (utterance instanceof Utterance.Words words) {
                texts.add(words.text());
            }
        });
        KeypadWords.KEYS.forEach(key -> texts.add(KeypadWords.pressed(key)));
        texts.add(KeypadWords.SEVERAL);
        KeypadWords.KEYS.forEach(key -> texts.add(KeypadWords.word(key)));
        return learn(texts);
    }

    /** The sound of {@code saying}, which was learnt. */
    CompletableFuture<Speech> speech(Utterance utterance) {
        if (utterance instanceof Utterance.Tone tone) {
            return tones.computeIfAbsent(
                    tone, each -> CompletableFuture.completedFuture(Speech.tone(each.ms(), each.hz())));
        }
        return known(((Utterance.Words) utterance).text());
    }

    /** The sound of naming {@code keys}, at least one. */
    CompletableFuture<Speech> naming(String keys) {
        if (keys.length() == 1) {
            return known(KeypadWords.pressed(keys.charAt(0)));
        }
        List<CompletableFuture<Speech>> parts = new ArrayList<>();
        parts.add(known(KeypadWords.SEVERAL));
        keys.chars().forEach(key -> parts.add(known(KeypadWords.word((char) key))));
        return all(parts)
                .thenApply(learnt -> Speech.joined(
                        parts.stream().map(CompletableFuture::join).toList()));
    }

    private CompletableFuture<Void> learn(List<String> texts) {
        Map<String, CompletableFuture<Speech>> unknown = new LinkedHashMap<>();
        for (String text : texts) {
            CompletableFuture<Speech> promise = new CompletableFuture<>();
            if (known.putIfAbsent(text, promise) == null) {
                unknown.put(text, promise);
            }
        }
        if (!unknown.isEmpty()) {
            Thread thread = new Thread(() -> synthesise(unknown), "agent-voice");
            thread.setDaemon(true);
            thread.start();
        }
        return all(texts.stream().map(this::known).toList());
    }

    /** What cannot be synthesised now is tried again by whoever needs it next. */
    private void synthesise(Map<String, CompletableFuture<Speech>> unknown) {
        try {
            SpeechSynthesizer kevin = SpeechSynthesizer.loaded();
            unknown.forEach((text, promise) -> promise.complete(kevin.say(text)));
        } catch (RuntimeException failure) {
            unknown.forEach((text, promise) -> {
                if (promise.completeExceptionally(failure)) {
                    known.remove(text);
                }
            });
        }
    }

    private CompletableFuture<Speech> known(String text) {
        CompletableFuture<Speech> speech = known.get(text);
        if (speech == null) {
            throw new IllegalStateException("never learnt to say \"" + text + "\"");
        }
        return speech;
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Speech>> speeches) {
        return CompletableFuture.allOf(speeches.toArray(new CompletableFuture<?>[0]));
    }
}
