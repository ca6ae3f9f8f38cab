package dev.sidetone.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.fixtures.Voices;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** WebRTC's real library on this machine. Without it the test fails, because nothing else shows that it works. */
class WebRtcEchoTest {
    private static final int DELAY = 60 * LineFrame.RATE_HZ / 1000;
    private static final double LEAK = 0.1;
    private static final int SECOND = 50;

    private final EchoCanceller canceller = Objects.requireNonNull(
            EchoCanceller.open(), "WebRTC's library cannot be loaded; on Linux it needs libpulse0");
    private final short[] agent = repeated("book-a-table", 6);
    private final short[] person = repeated("ask-opening-hours", 1);

    @AfterEach
    void close() {
        canceller.close();
    }

    @Test
    void afterTwoSecondsTheLeakIsTwentyDecibelsLess() {
        double leaked = 0;
        double left = 0;
        for (int frame = 0; frame < 8 * SECOND; frame++) {
            LineFrame leak = leak(frame);
            LineFrame cleaned = step(frame(agent, frame), leak);
            if (frame >= 2 * SECOND) {
                leaked += energy(leak);
                left += energy(cleaned);
            }
        }
        assertThat(leaked).isPositive();
        assertThat(decibels(left / leaked)).isLessThan(-20);
    }

    @Test
    void aPersonWhoSpeaksWhileTheAgentIsSilentIsHeardAsLoudAsTheyAre() {
        hearTheAgent();
        assertThat(lossOfThePerson(LineFrame.SILENCE)).isCloseTo(0, within(3.0));
    }

    @Test
    void aPersonWhoSpeaksOverTheAgentIsHeardToo() {
        hearTheAgent();
        double said = 0;
        double heard = 0;
        for (int frame = 0; frame < person.length / LineFrame.BYTES; frame++) {
            LineFrame spoken = frame(person, frame);
            said += energy(spoken);
            heard += energy(step(frame(agent, 4 * SECOND + frame), mixed(spoken, leak(4 * SECOND + frame))));
        }
        assertThat(decibels(heard / said)).isCloseTo(0, within(3.0));
    }

    @Test
    void onceClosedItTouchesNothing() {
        canceller.close();
        LineFrame spoken = frame(person, 20);
        assertThat(step(spoken, spoken)).isSameAs(spoken);
    }

    private void hearTheAgent() {
        for (int frame = 0; frame < 4 * SECOND; frame++) {
            step(frame(agent, frame), leak(frame));
        }
    }

    private double lossOfThePerson(LineFrame played) {
        double said = 0;
        double heard = 0;
        for (int frame = 0; frame < person.length / LineFrame.BYTES; frame++) {
            LineFrame spoken = frame(person, frame);
            said += energy(spoken);
            heard += energy(step(played, spoken));
        }
        return decibels(heard / said);
    }

    private LineFrame step(LineFrame played, LineFrame heard) {
        canceller.played(played);
        return canceller.cleaned(heard);
    }

    private LineFrame leak(int frame) {
        short[] samples = new short[LineFrame.BYTES];
        for (int i = 0; i < samples.length; i++) {
            int at = frame * LineFrame.BYTES + i - DELAY;
            samples[i] = at < 0 ? 0 : (short) (LEAK * agent[at]);
        }
        return LineFrame.ofPcm(samples);
    }

    private static LineFrame mixed(LineFrame one, LineFrame other) {
        short[] sum = new short[LineFrame.BYTES];
        short[] add = new short[LineFrame.BYTES];
        one.toPcm(sum);
        other.toPcm(add);
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (short) (sum[i] + add[i]);
        }
        return LineFrame.ofPcm(sum);
    }

    private static LineFrame frame(short[] samples, int frame) {
        short[] cut = new short[LineFrame.BYTES];
        System.arraycopy(samples, frame * LineFrame.BYTES, cut, 0, cut.length);
        return LineFrame.ofPcm(cut);
    }

    private static double energy(LineFrame frame) {
        short[] samples = new short[LineFrame.BYTES];
        frame.toPcm(samples);
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        return sum;
    }

    private static double decibels(double power) {
        return 10 * Math.log10(power);
    }

    private static short[] repeated(String voice, int times) {
        short[] once = Voices.open(voice).samples();
        short[] all = new short[once.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(once, 0, all, i * once.length, once.length);
        }
        return all;
    }
}
