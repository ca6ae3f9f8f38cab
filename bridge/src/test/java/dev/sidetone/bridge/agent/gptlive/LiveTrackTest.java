package dev.sidetone.bridge.agent.gptlive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.MulawChunk;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Answers in a track that never ends, and how late it may become. */
class LiveTrackTest {
    private static final long MS = 1_000_000;
    private static final int PIECE = 800;

    private final LiveTrack track = new LiveTrack();

    @Test
    void aShortPauseIsWithinAnAnswerAndALongOneEndsIt() {
        play(0, true);
        play(100, false);
        play(200, true);
        assertThat(track.answerId()).isEqualTo("live-1");
        for (int ms = 300; ms < 1_100; ms += 100) {
            play(ms, false);
        }
        assertThat(track.isOver()).isTrue();
        play(1_100, true);
        assertThat(track.answerId()).isEqualTo("live-2");
    }

    @Test
    void silenceIsNotPlayedButForTheTailOfSpeech() {
        assertThat(play(0, false)).isEqualTo(LiveTrack.Part.SILENCE);
        assertThat(play(100, true)).isEqualTo(LiveTrack.Part.SPEECH);
        assertThat(play(200, false)).isEqualTo(LiveTrack.Part.SPEECH);
        assertThat(play(300, false)).isEqualTo(LiveTrack.Part.SPEECH);
        assertThat(play(400, false)).isEqualTo(LiveTrack.Part.SILENCE);
    }

    @Test
    void aBurstAfterAStallIsMadeUpForInTheNextPause() {
        for (int i = 0; i < 11; i++) {
            play(5_000, true);
        }
        assertThat(track.aheadMs(5_000 * MS)).isEqualTo(1_100);
        assertThat(track.creeps(5_000 * MS)).isTrue();
        assertThat(track.creeps(5_000 * MS)).isFalse();
        assertThat(play(5_100, false)).isEqualTo(LiveTrack.Part.SILENCE);
        assertThat(track.aheadMs(6_200 * MS)).isZero();
    }

    private LiveTrack.Part play(long atMs, boolean loud) {
        byte[] piece = new byte[PIECE];
        Arrays.fill(piece, (byte) 0xFF);
        for (int i = 0; loud && i < PIECE; i++) {
            piece[i] = (byte) (i % 2 == 0 ? 0x90 : 0x10);
        }
        return track.take(MulawChunk.of(piece), atMs * MS);
    }
}
