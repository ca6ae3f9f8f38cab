package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.LevelPyramid.Lane;
import org.junit.jupiter.api.Test;

class WaveformBarsTest {
    private static final double WIDTH_PX = 800;

    private final ScriptedTimeline call = new ScriptedTimeline();
    private final Viewport view = new Viewport();
    private final WaveformBars said = new WaveformBars(Lane.SAID);
    private final WaveformBars heard = new WaveformBars(Lane.HEARD);

    @Test
    void aVoiceIsSeenWhereItWasHeard() {
        call.callerSpeaks(1_000, 1_500).agentSpeaks(2_200, 3_000).until(6_000);
        read(6_000);

        assertThat(loudFromMs(said)).isBetween(1_000 - view.msPerPx(), 1_000 + view.msPerPx());
        assertThat(loudUntilMs(said)).isBetween(1_500 - view.msPerPx(), 1_500 + view.msPerPx());
        assertThat(loudFromMs(heard)).isBetween(2_200 - view.msPerPx(), 2_200 + view.msPerPx());
        assertThat(loudUntilMs(heard)).isBetween(3_000 - view.msPerPx(), 3_000 + view.msPerPx());
    }

    @Test
    void ticksThatWereGivenUpMoveNothing() {
        call.until(1_000).givesUp(50);
        call.callerSpeaks(3_000, 3_500).until(6_000);
        read(6_000);

        assertThat(loudFromMs(said)).isBetween(3_000 - view.msPerPx(), 3_000 + view.msPerPx());
        assertThat(loudUntilMs(said)).isBetween(3_500 - view.msPerPx(), 3_500 + view.msPerPx());
    }

    @Test
    void fromAfarEachPixelIsAColumn() {
        call.callerSpeaks(0, 20_000).until(20_000);
        read(20_000);

        for (int bar = 1; bar < said.count(); bar++) {
            assertThat(said.width(bar)).isEqualTo(1);
            assertThat(said.left(bar)).isEqualTo(said.left(bar - 1) + 1);
        }
        assertThat(said.left(said.count() - 1)).isEqualTo((int) view.xOf(20_000) - 1);
    }

    @Test
    void fromCloseByEachFrameIsABarWithAGapAfterIt() {
        call.callerSpeaks(0, 20_000).until(20_000);
        view.extendTo(20_000);
        view.zoom(100, 0);
        read(20_000);

        assertThat(said.count()).isBetween(44, 46);
        for (int bar = 1; bar < said.count(); bar++) {
            assertThat(said.left(bar)).isEqualTo(said.left(bar - 1) + 16);
            assertThat(said.width(bar)).isEqualTo(15);
        }
    }

    @Test
    void theLoudestOfAPixelIsShown() {
        call.callerSpeaks(30_000, 30_020).until(120_000);
        view.extendTo(120_000);
        view.zoom(0.02, 0);
        read(120_000);

        assertThat(loudFromMs(said)).isBetween(30_000 - view.msPerPx(), 30_000 + view.msPerPx());
    }

    @Test
    void whatIsTooLongAgoForDetailIsShownWithLess() {
        call.callerSpeaks(4_000, 8_000).until(200_000);
        view.extendTo(200_000);
        view.toStart();
        read(200_000);

        assertThat(loudFromMs(said)).isBetween(3_900.0, 4_020.0);
        assertThat(said.width(0)).isEqualTo((int) (4 * LineFrame.MS / view.msPerPx()) - 1);
    }

    private void read(double edgeMs) {
        view.resize(WIDTH_PX);
        view.extendTo(edgeMs);
        said.read(call.timeline().sketch().pyramid(), 0, view);
        heard.read(call.timeline().sketch().pyramid(), LineFrame.MS, view);
    }

    private double loudFromMs(WaveformBars outline) {
        for (int bar = 0; bar < outline.count(); bar++) {
            if (isLoud(outline, bar)) {
                return view.msAt(outline.left(bar));
            }
        }
        return Double.NaN;
    }

    private double loudUntilMs(WaveformBars outline) {
        for (int bar = outline.count() - 1; bar >= 0; bar--) {
            if (isLoud(outline, bar)) {
                return view.msAt(outline.left(bar) + (double) outline.width(bar));
            }
        }
        return Double.NaN;
    }

    private static boolean isLoud(WaveformBars outline, int bar) {
        return outline.high(bar) > 4_000 && outline.low(bar) < -4_000;
    }
}
