package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.simulator.voice.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AnswerSenderTest implements AnswerSender.Outlet {
    private static final long MS = 1_000_000;

    private final ManualTimers timers = new ManualTimers(0);
    private final CompletableFuture<Speech> voice = new CompletableFuture<>();
    private final AnswerSender delivery =
            new AnswerSender(new ScriptedAnswer(AgentLog.Why.TURN, 0, voice), 4, Pacing.BURSTS, timers, this);
    private final List<String> seen = new ArrayList<>();

    @Test
    void aVoiceThatIsNotReadyMakesTheAnswerLateAndNothingElse() {
        delivery.startAt(100 * MS);
        timers.advance(200 * MS);
        assertThat(seen).isEmpty();

        voice.complete(Speech.tone(300));
        timers.advance(400 * MS);

        assertThat(seen).containsExactly("1630 bytes at 205", "770 bytes at 255", "sent at 255");
        assertThat(delivery.sentBytes()).isEqualTo(2400);
    }

    @Test
    void aVoiceThatFailsEndsTheAnswer() {
        voice.completeExceptionally(new IllegalStateException("no voice"));
        delivery.startAt(100 * MS);
        timers.advance(200 * MS);

        assertThat(seen).containsExactly("failed at 100");
    }

    @Test
    void aStoppedAnswerStaysStopped() {
        voice.complete(Speech.tone(1000));
        delivery.startAt(100 * MS);
        timers.advance(110 * MS);
        delivery.stop();
        timers.advance(1000 * MS);

        assertThat(seen).containsExactly("1630 bytes at 100");
    }

    @Test
    void anAnswerThatIsOverdueStartsAtOnce() {
        voice.complete(Speech.tone(100));
        timers.advance(500 * MS);
        delivery.startAt(100 * MS);
        timers.advance(1);

        assertThat(seen).containsExactly("800 bytes at 500", "sent at 500");
    }

    @Override
    public void chunk(MulawChunk audio, String words) {
        note(audio.bytes() + " bytes");
    }

    @Override
    public void action(AgentScript.Action action) {
        note("action");
    }

    @Override
    public void sent() {
        note("sent");
    }

    @Override
    public void failed(Throwable why) {
        note("failed");
    }

    private void note(String what) {
        seen.add(what + " at " + timers.nowNs() / MS);
    }
}
