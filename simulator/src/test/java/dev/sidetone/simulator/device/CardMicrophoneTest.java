package dev.sidetone.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem.Kind;
import dev.sidetone.simulator.device.SoundSystem.DeviceType;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardMicrophoneTest {
    private static final DeviceFormat LINE_RATE = new DeviceFormat(8_000, 1);
    private static final DeviceProblems WORDS = DeviceProblems.of(DeviceType.MICROPHONE, null);
    private static final double CHUNK_MS = 2.5;
    private static final int CHUNKS = 4;
    private static final int TEN_MINUTES_IN_TICKS = 30_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.999, 0.9995, 1.0, 1.0005, 1.001})
    void aCardOfAnotherClockIsKeptInStepWithoutTouchingSpeech(double clockRatio) {
        TalkingSource talk = new TalkingSource();
        CardMicrophone microphone = microphone(LINE_RATE, talk);
        long loud = 0;
        ServiceIntervals looks = new ServiceIntervals();
        double cardMs = 0;
        for (int tick = 0; tick < TEN_MINUTES_IN_TICKS; tick++) {
            for (double lookMs = looks.next(tick * 20); lookMs > 0; lookMs = looks.next(tick * 20)) {
                for (; cardMs + CHUNK_MS <= lookMs * clockRatio; cardMs += CHUNK_MS) {
                    microphone.pump();
                }
            }
            loud += loudSamples(microphone.next());
        }
        assertThat(talk.loud() - loud).as("speech still on its way").isBetween(0L, 480L);
        double driftMs = Math.abs(1 - clockRatio) * TEN_MINUTES_IN_TICKS * 20;
        assertThat(microphone.corrections()).isBetween((long) (driftMs / 10) - 2, (long) (driftMs / 10) + 2);
    }

    @Test
    void lumpsOfFortyMillisecondsGoThroughUnbroken() {
        TalkingSource talk = new TalkingSource();
        CardMicrophone microphone = microphone(LINE_RATE, talk);
        long loud = 0;
        for (int tick = 0; tick < 3_000; tick++) {
            if (tick % 2 == 0) {
                pump(microphone, 4);
            }
            int now = loudSamples(microphone.next());
            loud += tick < 500 ? 0 : now;
        }
        assertThat(loud).isEqualTo(25L * 12_000);
    }

    @Test
    void afterAStallTheSoundIsLiveAgainAndTheStallIsCounted() {
        CardMicrophone microphone = microphone(LINE_RATE, counting());
        for (int tick = 0; tick < 50; tick++) {
            pump(microphone, 2);
            microphone.next();
        }
        pump(microphone, 45);
        microphone.next();
        pump(microphone, 2);
        int newest = 147 * 80;
        assertThat(newest - lastSample(microphone.next())).isLessThanOrEqualTo(8 * 80);
        assertThat(microphone.corrections()).isEqualTo(1);
    }

    @Test
    void aSingleMissingFrameIsPaperedOverAndALongGapIsSilent() {
        CardMicrophone microphone = microphone(LINE_RATE, () -> TalkingSource.LOUD);
        pump(microphone, 5);
        LineFrame speech = microphone.next();
        assertThat(microphone.next()).isEqualTo(speech);
        assertThat(microphone.next()).isEqualTo(LineFrame.SILENCE);
        assertThat(microphone.next()).isEqualTo(LineFrame.SILENCE);
        assertThat(microphone.corrections()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"16000,1", "48000,1", "48000,2", "44100,2"})
    void aCardOfAnyRateGivesLineFrames(int rateHz, int channels) {
        CardMicrophone microphone = microphone(new DeviceFormat(rateHz, channels), () -> 8_000);
        for (int tick = 0; tick < 50; tick++) {
            pump(microphone, 2);
            microphone.next();
        }
        pump(microphone, 2);
        assertThat(loudSamples(microphone.next())).isEqualTo(160);
        assertThat(microphone.corrections()).isZero();
    }

    @Test
    void anUnpluggedMicrophoneIsLostOnceAndItsThreadEnds() throws InterruptedException {
        FakeDeviceLine line = FakeDeviceLine.input(LINE_RATE, () -> TalkingSource.LOUD);
        CardMicrophone microphone = new CardMicrophone(line, WORDS);
        line.unplug();
        Thread thread = DeviceThread.start("microphone", microphone::pump, microphone::release);
        thread.join(60_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(thread.isDaemon()).isTrue();
        assertThat(line.closings()).isEqualTo(1);
        assertThat(kind(microphone)).isEqualTo(Kind.LOST);
        assertThat(microphone.next()).isEqualTo(LineFrame.SILENCE);
    }

    @Test
    void aMicrophoneThatStopsGivingAnythingIsLostAfterThreeSeconds() {
        CardMicrophone microphone = microphone(LINE_RATE, () -> TalkingSource.LOUD);
        pump(microphone, 4);
        ticks(microphone, 149);
        assertThat(microphone.problem()).isNull();
        ticks(microphone, 2);
        assertThat(kind(microphone)).isEqualTo(Kind.LOST);
        assertThat(microphone.pump()).isFalse();
    }

    @Test
    void twoSecondsOfExactZerosSinceItWasOpenedAreAProblemUntilItComesAlive() {
        int[] level = {0};
        CardMicrophone microphone = microphone(LINE_RATE, () -> level[0]);
        pump(microphone, 199);
        assertThat(microphone.problem()).isNull();
        pump(microphone, 1);
        assertThat(kind(microphone)).isEqualTo(Kind.SILENT);
        level[0] = 1;
        pump(microphone, 1);
        assertThat(microphone.problem()).isNull();
    }

    @Test
    void aMicrophoneThatWasAliveMayBeQuiet() {
        TalkingSource talk = new TalkingSource();
        CardMicrophone microphone = microphone(LINE_RATE, () -> talk.loud() < 10 ? talk.getAsInt() : 0);
        pump(microphone, 1_000);
        assertThat(microphone.problem()).isNull();
    }

    @Test
    void aClosedMicrophoneIsNoProblemAndItsThreadEnds() {
        CardMicrophone microphone = microphone(LINE_RATE, () -> TalkingSource.LOUD);
        microphone.close();
        assertThat(microphone.pump()).isFalse();
        assertThat(microphone.problem()).isNull();
    }

    private static CardMicrophone microphone(DeviceFormat format, IntSupplier source) {
        return new CardMicrophone(FakeDeviceLine.input(format, source), WORDS);
    }

    private static void pump(CardMicrophone microphone, int tensOfMs) {
        for (int i = 0; i < tensOfMs * CHUNKS; i++) {
            microphone.pump();
        }
    }

    private static void ticks(CardMicrophone microphone, int times) {
        for (int i = 0; i < times; i++) {
            microphone.next();
        }
    }

    /** Samples that say which they are, silent as speech goes. */
    private static IntSupplier counting() {
        int[] next = {0};
        return () -> next[0]++;
    }

    private static int lastSample(LineFrame frame) {
        short[] samples = new short[160];
        frame.toPcm(samples);
        return samples[159];
    }

    private static int loudSamples(LineFrame frame) {
        short[] samples = new short[160];
        frame.toPcm(samples);
        int loud = 0;
        for (short sample : samples) {
            loud += sample > TalkingSource.LOUD / 2 ? 1 : 0;
        }
        return loud;
    }

    private static Kind kind(Microphone microphone) {
        DeviceProblem problem = microphone.problem();
        assertThat(problem).isNotNull();
        return problem == null ? Kind.MISSING : problem.kind();
    }
}
