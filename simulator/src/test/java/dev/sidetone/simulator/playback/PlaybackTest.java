package dev.sidetone.simulator.playback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.recording.CallSound;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call that is played step by step: the line takes the sound, and no time passes. */
class PlaybackTest {
    @TempDir
    private Path folder = Path.of("");

    private final FakeStereoLine line = new FakeStereoLine();

    @Test
    void theCallerIsLeftAndTheAgentRightWhereTheyBelongInTime() throws Exception {
        try (CallSound sound = sound()) {
            Playback playback = playback(sound, 0, null);
            while (playback.step()) {
                assertThat(playback.heardMs()).isNotNegative();
            }
        }

        assertThat(line.left().size() / 8).isBetween(4000, 4100);
        assertThat(loudMs(line.left())).isBetween(980L, 1000L);
        assertThat(loudMs(line.right())).isBetween(980L, 1000L);
        assertThat(firstLoudMs(line.left())).isBetween(995L, 1005L);
        assertThat(firstLoudMs(line.right())).isBetween(2495L, 2505L);
    }

    @Test
    void playingBeginsWhereItIsToldAndTheEarIsBehindTheLine() throws Exception {
        try (CallSound sound = sound()) {
            Playback playback = playback(sound, 1500, null);
            assertThat(playback.heardMs()).isEqualTo(1500);
            steps(playback, 10);

            assertThat(playback.heardMs()).isEqualTo(1500 + 200 - FakeStereoLine.AHEAD_MS);
            assertThat(firstLoudMs(line.left())).isZero();
            assertThat(firstLoudMs(line.right())).isEqualTo(-1);
        }
    }

    @Test
    void aPartIsRepeatedUntilItIsGivenUp() throws Exception {
        try (CallSound sound = sound()) {
            Playback playback = playback(sound, 2600, new LoopedPart(2600, 2700));
            steps(playback, 20);
            assertThat(playback.heardMs()).isBetween(2600.0, 2700.0);
            assertThat(loudMs(line.right())).isEqualTo(400);

            playback.repeat(null);
            steps(playback, 10);
            assertThat(playback.heardMs()).isGreaterThan(2700);
        }
    }

    @Test
    void playingGoesOnWhereItIsMoved() throws Exception {
        try (CallSound sound = sound()) {
            Playback playback = playback(sound, 0, null);
            steps(playback, 5);
            playback.move(3000);
            steps(playback, 1);

            assertThat(playback.heardMs()).isEqualTo(3000);
            assertThat(loudMs(line.right())).isEqualTo(20);
        }
    }

    @Test
    void whatLiesBeforeTheSoundOrBehindItIsSilentAndNoError() throws Exception {
        try (CallSound sound = sound()) {
            Playback behind = playback(sound, 1e9, null);
            assertThat(behind.step()).isFalse();
            Playback before = playback(sound, -5000, null);
            assertThat(before.heardMs()).isZero();
            steps(before, 3);
        }
        assertThat(loudMs(line.left())).isZero();
    }

    private CallSound sound() throws Exception {
        return CallSound.open(KeptSound.in(folder).folder());
    }

    private Playback playback(CallSound sound, double fromMs, @Nullable LoopedPart loop) {
        return new Playback(sound, line, 0, fromMs, loop);
    }

    private static void steps(Playback playback, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            assertThat(playback.step()).isTrue();
        }
    }

    private static long loudMs(List<Short> samples) {
        return samples.stream().filter(PlaybackTest::isLoud).count() / 8;
    }

    private static long firstLoudMs(List<Short> samples) {
        for (int i = 0; i < samples.size(); i++) {
            if (isLoud(samples.get(i))) {
                return i / 8;
            }
        }
        return -1;
    }

    private static boolean isLoud(short sample) {
        return Math.abs(sample) > 500;
    }
}
