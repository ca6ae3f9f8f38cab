package dev.sidetone.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem.Kind;
import dev.sidetone.simulator.device.SoundSystem.DeviceType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardSpeakerTest {
    private static final DeviceFormat LINE_RATE = new DeviceFormat(8_000, 1);
    private static final DeviceProblems WORDS = DeviceProblems.of(DeviceType.SPEAKER, null);
    /** Longer than any flaw, shorter than a pause between what is said. */
    private static final int TURN_GAP = 2_000;

    private static final double CHUNK_MS = 2.5;
    private static final int CHUNKS = 4;
    private static final int TEN_MINUTES_IN_TICKS = 30_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.999, 0.9995, 1.0, 1.0005, 1.001})
    void aCardOfAnotherClockIsKeptInStepWithoutTouchingSpeech(double clockRatio) {
        TalkingSource talk = new TalkingSource();
        FakeDeviceLine line = FakeDeviceLine.output(LINE_RATE);
        CardSpeaker speaker = new CardSpeaker(line, WORDS);
        ServiceIntervals looks = new ServiceIntervals();
        double cardMs = 0;
        for (int tick = 0; tick < TEN_MINUTES_IN_TICKS; tick++) {
            for (double lookMs = looks.next(tick * 20); lookMs > 0; lookMs = looks.next(tick * 20)) {
                for (; cardMs + CHUNK_MS <= lookMs * clockRatio; cardMs += CHUNK_MS) {
                    speaker.pump();
                }
            }
            speaker.play(frame(talk));
        }
        assertThat(talk.loud() - loud(line.played()))
                .as("speech still on its way")
                .isBetween(0L, 480L);
        assertThat(longestGapInSpeech(line.played())).isZero();
        double driftMs = Math.abs(1 - clockRatio) * TEN_MINUTES_IN_TICKS * 20;
        assertThat(speaker.corrections()).isBetween((long) (driftMs / 10) - 2, (long) (driftMs / 10) + 2);
    }

    @Test
    void withNothingToPlayTheCardIsKeptRunningOnSilence() {
        FakeDeviceLine line = FakeDeviceLine.output(LINE_RATE);
        CardSpeaker speaker = new CardSpeaker(line, WORDS);
        pump(speaker, 2);
        assertThat(line.played()).hasSize(160).containsOnly((short) 0);
        assertThat(speaker.corrections()).isZero();
    }

    @Test
    void aGapInTheLineIsHeardAsSilenceAndCountedOnce() {
        FakeDeviceLine line = FakeDeviceLine.output(LINE_RATE);
        CardSpeaker speaker = new CardSpeaker(line, WORDS);
        speaker.play(loudFrame());
        pump(speaker, 50);
        assertThat(loud(line.played())).isGreaterThanOrEqualTo(120);
        speaker.play(loudFrame());
        assertThat(speaker.corrections()).isEqualTo(1);
        pump(speaker, 50);
        speaker.play(loudFrame());
        assertThat(speaker.corrections()).isEqualTo(2);
    }

    @Test
    void afterALineThatRanAheadTheSoundIsLiveAgain() {
        FakeDeviceLine line = FakeDeviceLine.output(LINE_RATE);
        CardSpeaker speaker = new CardSpeaker(line, WORDS);
        play(speaker, LineFrame.SILENCE, 25);
        for (int tick = 0; tick < 200; tick++) {
            speaker.play(LineFrame.SILENCE);
            pump(speaker, 2);
        }
        line.played().clear();
        speaker.play(loudFrame());
        speaker.play(LineFrame.SILENCE);
        pump(speaker, 6);
        assertThat(loud(line.played())).isEqualTo(160);
        assertThat(speaker.corrections()).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"16000,1", "48000,1", "48000,2", "44100,2"})
    void aCardOfAnyRateIsFedAtItsOwn(int rateHz, int channels) {
        FakeDeviceLine line = FakeDeviceLine.output(new DeviceFormat(rateHz, channels));
        CardSpeaker speaker = new CardSpeaker(line, WORDS);
        for (int tick = 0; tick < 50; tick++) {
            speaker.play(loudFrame());
            pump(speaker, 2);
        }
        List<Short> played = line.played();
        assertThat(played).hasSize(rateHz);
        assertThat(loud(played.subList(rateHz / 10, rateHz))).isEqualTo(rateHz - rateHz / 10);
        assertThat(speaker.corrections()).isZero();
    }

    @Test
    void anUnpluggedSpeakerIsLostOnceAndItsThreadEnds() throws InterruptedException {
        FakeDeviceLine line = FakeDeviceLine.output(LINE_RATE);
        CardSpeaker speaker = new CardSpeaker(line, WORDS);
        line.unplug();
        Thread thread = DeviceThread.start("speaker", speaker::pump, speaker::release);
        thread.join(60_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(line.closings()).isEqualTo(1);
        assertThat(kind(speaker)).isEqualTo(Kind.LOST);
    }

    @Test
    void aSpeakerThatTakesNothingForThreeSecondsIsLost() {
        CardSpeaker speaker = new CardSpeaker(FakeDeviceLine.output(LINE_RATE), WORDS);
        play(speaker, LineFrame.SILENCE, 150);
        assertThat(speaker.problem()).isNull();
        play(speaker, LineFrame.SILENCE, 2);
        assertThat(kind(speaker)).isEqualTo(Kind.LOST);
        assertThat(speaker.pump()).isFalse();
    }

    @Test
    void aClosedSpeakerIsNoProblemAndItsThreadEnds() {
        CardSpeaker speaker = new CardSpeaker(FakeDeviceLine.output(LINE_RATE), WORDS);
        speaker.close();
        assertThat(speaker.pump()).isFalse();
        assertThat(speaker.problem()).isNull();
    }

    private static void pump(CardSpeaker speaker, int tensOfMs) {
        for (int i = 0; i < tensOfMs * CHUNKS; i++) {
            speaker.pump();
        }
    }

    private static void play(CardSpeaker speaker, LineFrame frame, int times) {
        for (int i = 0; i < times; i++) {
            speaker.play(frame);
        }
    }

    private static LineFrame frame(TalkingSource talk) {
        short[] samples = new short[160];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) talk.getAsInt();
        }
        return LineFrame.ofPcm(samples);
    }

    private static LineFrame loudFrame() {
        short[] samples = new short[160];
        Arrays.fill(samples, (short) TalkingSource.LOUD);
        return LineFrame.ofPcm(samples);
    }

    private static long loud(List<Short> samples) {
        return samples.stream()
                .filter(sample -> sample > TalkingSource.LOUD / 2)
                .count();
    }

    /** Silence much shorter than the pauses between what is said, in samples. */
    private static int longestGapInSpeech(List<Short> samples) {
        int longest = 0;
        int gap = TURN_GAP;
        for (short sample : samples) {
            if (sample > TalkingSource.LOUD / 2) {
                longest = gap < TURN_GAP ? Math.max(longest, gap) : longest;
                gap = 0;
            } else {
                gap++;
            }
        }
        return longest;
    }

    private static Kind kind(Speaker speaker) {
        DeviceProblem problem = speaker.problem();
        assertThat(problem).isNotNull();
        return problem == null ? Kind.MISSING : problem.kind();
    }
}
