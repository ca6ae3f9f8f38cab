package dev.sidetone.simulator.agent;

import dev.sidetone.simulator.voice.Speech;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a fake agent says or does, with its reason and its think time. {@link AnswerSender} keeps how much of it was sent.
 *
 * @param why what it answers
 * @param thinkMs how long it takes to find it
 * @param speech its sound, as good as always there already; empty for an action
 * @param action what it does in place of speaking, or null
 */
public record ScriptedAnswer(
        AgentLog.Why why, long thinkMs, CompletableFuture<Speech> speech, AgentScript.@Nullable Action action) {
    public ScriptedAnswer(AgentLog.Why why, long thinkMs, CompletableFuture<Speech> speech) {
        this(why, thinkMs, speech, null);
    }

    /** Its words, as far as they are known by now. */
    public String words() {
        return speech.isDone() && !speech.isCompletedExceptionally()
                ? speech.join().text()
                : "";
    }
}
