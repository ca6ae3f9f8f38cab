package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.timeline.Wire;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentMessagesTest {
    private static final long MS = 1_000_000;
    private static final String SOUND = "{\"type\":\"append\",\"audio\":\"" + "A".repeat(216) + "\"}";
    private static final String KEPT = "{\"type\":\"append\",\"audio\":\"(216 characters)\"}";

    private final List<Fact> facts = new ArrayList<>();
    private final AgentMessages messages = new AgentMessages(new FactSink() {
        @Override
        public void add(Fact fact) {
            facts.add(fact);
        }

        @Override
        public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {}

        @Override
        public void media(Fact.MediaArrived media, byte[] mulaw) {}
    });

    @Test
    void aMinuteOfSoundIsAboutAFactASecond() {
        for (int i = 0; i < 3_000; i++) {
            messages.sent(SOUND, i * 20L * MS);
        }
        messages.over(60_000 * MS);
        assertThat(facts).hasSizeBetween(60, 80);
        assertThat(facts.stream()
                        .mapToInt(fact -> ((Fact.MessagePassed) fact).count())
                        .sum())
                .isEqualTo(3_000);
    }

    @Test
    void theFirstMessageOfARunIsToldAtOnceAndTheRestWhenItEnds() {
        messages.sent(SOUND, 0);
        messages.sent(SOUND, 20 * MS);
        messages.sent(SOUND, 40 * MS);
        assertThat(facts).containsExactly(passed(0, 0, true, 1, 216, KEPT));
        messages.sent("{\"type\":\"commit\"}", 41 * MS);
        assertThat(facts)
                .containsExactly(
                        passed(0, 0, true, 1, 216, KEPT),
                        passed(40 * MS, 20 * MS, true, 2, 432, KEPT),
                        passed(41 * MS, 41 * MS, true, 1, 0, "{\"type\":\"commit\"}"));
    }

    @Test
    void whatTheAgentSaysIsToldApart() {
        messages.sent(SOUND, 0);
        messages.heard("{\"type\":\"speech_started\"}", 1);
        messages.heardBinary(640, 2);
        assertThat(facts)
                .containsExactly(
                        passed(0, 0, true, 1, 216, KEPT),
                        passed(1, 1, false, 1, 0, "{\"type\":\"speech_started\"}"),
                        passed(2, 2, false, 1, 856, "(binary, 640 bytes)"));
    }

    private static Fact passed(long atNs, long firstNs, boolean toAgent, int count, long soundChars, String text) {
        return new Fact.MessagePassed(atNs, firstNs, Wire.AGENT, toAgent, 0, count, soundChars, text);
    }
}
