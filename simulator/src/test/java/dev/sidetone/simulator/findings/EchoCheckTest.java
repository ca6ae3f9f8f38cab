package dev.sidetone.simulator.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.fixtures.Voices;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.voice.SpeechSynthesizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoCheckTest {
    private static final byte[] AGENT = agent();

    private final EchoCheck check = new EchoCheck();
    private final List<Finding> found = new ArrayList<>();

    @Test
    void aServerThatSendsTheCallerBackIsNoEchoBesides() {
        check.reported(StreamCode.SERVER_ECHO
                .found(Severity.INFO, "The server sends the caller's own voice back.")
                .at(0));
        for (int frame = 0; frame < frames(AGENT); frame++) {
            tick(leak(frame, -10, 480), frame(AGENT, frame));
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-10, 60", "-20, 0", "-20, 60", "-20, 150", "-30, 300", "-20, 480"})
    void theAgentsVoiceInTheCallersLaneIsFoundOnce(double leakDb, int delayMs) {
        for (int frame = 0; frame < frames(AGENT); frame++) {
            tick(leak(frame, leakDb, delayMs * 8), frame(AGENT, frame));
        }
        assertThat(found).hasSize(1);
        assertThat(found.get(0).code()).isEqualTo("echo");
        assertThat(found.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(found.get(0).what()).contains(" " + delayMs + " ms after");
    }

    @Test
    void nobodyWhoSpeaksOverTheAgentIsTakenForItsEcho() {
        for (String voice : Voices.names()) {
            byte[] caller = mulaw(Voices.open(voice).samples());
            for (int offset = 0; offset < 100; offset += 13) {
                EchoCheck fresh = new EchoCheck();
                for (int frame = 0; frame < frames(AGENT); frame++) {
                    LineFrame said = frame(caller, (frame + offset) % frames(caller));
                    fresh.tick(TICK, said, frame(AGENT, frame), found::add);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void twoTonesAtOnceAreNoEcho() {
        LineFrame tone = tone();
        for (int i = 0; i < 300; i++) {
            tick(tone, tone);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aCallerWhoIsSilentWhileTheAgentIsHeardIsNoEcho() {
        for (int frame = 0; frame < frames(AGENT); frame++) {
            tick(LineFrame.SILENCE, frame(AGENT, frame));
        }
        assertThat(found).isEmpty();
    }

    private static final Fact.Tick TICK = new Fact.Tick(0, 0, 0, 0, 0, 0, 0, 160, 0);

    private void tick(LineFrame said, LineFrame heard) {
        check.tick(TICK, said, heard, found::add);
    }

    private static LineFrame leak(int frame, double leakDb, int delay) {
        double gain = Math.pow(10, leakDb / 20);
        short[] samples = new short[LineFrame.BYTES];
        for (int i = 0; i < samples.length; i++) {
            int at = frame * LineFrame.BYTES + i - delay;
            samples[i] = at < 0 ? 0 : (short) Math.round(gain * Mulaw.decode(AGENT[at]));
        }
        return LineFrame.ofPcm(samples);
    }

    private static LineFrame tone() {
        short[] samples = new short[LineFrame.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (3_000 * Math.sin(2 * Math.PI * 400 * i / LineFrame.RATE_HZ));
        }
        return LineFrame.ofPcm(samples);
    }

    private static int frames(byte[] mulaw) {
        return mulaw.length / LineFrame.BYTES;
    }

    private static LineFrame frame(byte[] mulaw, int frame) {
        return LineFrame.of(Arrays.copyOfRange(mulaw, frame * LineFrame.BYTES, (frame + 1) * LineFrame.BYTES));
    }

    private static byte[] mulaw(short[] samples) {
        byte[] codes = new byte[samples.length];
        Mulaw.encode(samples, codes);
        return codes;
    }

    private static byte[] agent() {
        SpeechSynthesizer kevin = SpeechSynthesizer.loaded();
        return kevin.say("Of course. First I look at the calendar, then I read you the free tables of this week, and"
                        + " you can stop me at any time, for I have all day.")
                .mulaw();
    }
}
