package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewportTest {
    private static final double WIDTH_PX = 800;

    private final Viewport view = new Viewport();

    ViewportTest() {
        view.resize(WIDTH_PX);
    }

    @Test
    void aShortCallBeginsAtTheLeftAndGrowsToTheRight() {
        view.extendTo(1_400);
        assertThat(view.xOf(0)).isEqualTo(10);
        assertThat(view.xOf(1_400)).isEqualTo(110);

        view.extendTo(2_800);
        assertThat(view.xOf(0)).isEqualTo(10);
        assertThat(view.xOf(2_800)).isEqualTo(210);
    }

    @Test
    void aWholeCallIsSeenFromItsStartToItsEndAndStaysSo() {
        view.extendTo(60_000);
        view.fit();
        assertThat(view.xOf(0)).isEqualTo(10);
        assertThat(view.xOf(60_000)).isBetween(WIDTH_PX - 12, WIDTH_PX - 9);
        assertThat(view.following()).isFalse();

        view.resize(400);
        view.extendTo(61_000);
        assertThat(view.xOf(61_000)).isBetween(388.0, 391.0);
        assertThat(view.lastColumn()).isEqualTo(view.leftColumn() + 400);

        view.scroll(10);
        assertThat(view.fitted()).isFalse();
    }

    @Test
    void anotherCallHasTheUsualScaleAgainAfterAWholeOne() {
        view.extendTo(600_000);
        view.fit();
        view.restart();
        assertThat(view.msPerPx()).isEqualTo(Viewport.USUAL_MS_PER_PX);
        assertThat(view.following()).isTrue();

        view.zoom(2, 0);
        view.restart();
        assertThat(view.msPerPx()).as("the user's own").isEqualTo(Viewport.USUAL_MS_PER_PX / 2);
    }

    @Test
    void thePictureBeginsWhereTheOverviewPutsItAsFarAsTheCallExtends() {
        view.extendTo(60_000);
        view.beginAt(20_000);
        assertThat(view.leftMs()).isBetween(20_000 - Viewport.USUAL_MS_PER_PX, 20_000.0);
        view.beginAt(-5_000);
        assertThat(view.xOf(0)).isEqualTo(10);
    }

    @Test
    void theLiveEdgeOfALongCallStandsStill() {
        for (double ms = 60_000; ms < 61_000; ms += 16.7) {
            view.extendTo(ms);
            assertThat(view.xOf(ms)).isEqualTo(Math.rint(WIDTH_PX * Viewport.EDGE_AT));
        }
    }

    @Test
    void aPixelShowsTheMomentThatFallsIntoIt() {
        view.extendTo(60_000);
        for (double ms = 50_000; ms < 60_000; ms += 123.4) {
            double x = view.xOf(ms);
            assertThat(ms).isBetween(view.msAt(x), view.msAt(x + 1));
        }
    }

    @Test
    void whoScrollsBackStaysThereWhileTheCallGoesOn() {
        view.extendTo(60_000);
        view.scroll(-100);
        double leftMs = view.leftMs();

        view.extendTo(65_000);

        assertThat(view.following()).isFalse();
        assertThat(view.leftMs()).isEqualTo(leftMs);
    }

    @Test
    void aMomentThatIsLookedAtStandsInTheMiddleAndStaysThere() {
        view.extendTo(60_000);
        view.center(20_000);
        view.extendTo(61_000);

        assertThat(view.following()).isFalse();
        assertThat(view.xOf(20_000)).isEqualTo(WIDTH_PX / 2);
    }

    @Test
    void aMomentNearTheLiveEdgeIsLookedAtWhileThatIsFollowed() {
        view.extendTo(60_000);
        view.center(59_900);

        assertThat(view.following()).isTrue();
        assertThat(view.xOf(59_900)).isBetween(0.0, WIDTH_PX);
    }

    @Test
    void aMomentAtTheStartIsLookedAtWithoutTimeBeforeTheCall() {
        view.extendTo(60_000);
        view.center(100);

        assertThat(view.xOf(0)).isEqualTo(10);
    }

    @Test
    void whoScrollsBackToTheLiveEdgeFollowsItAgain() {
        view.extendTo(60_000);
        view.scroll(-100);
        view.scroll(99);
        assertThat(view.following()).isFalse();

        view.scroll(5);
        assertThat(view.following()).isTrue();

        view.extendTo(70_000);
        assertThat(view.xOf(70_000)).isEqualTo(Math.rint(WIDTH_PX * Viewport.EDGE_AT));
    }

    @Test
    void nothingIsSeenBeforeTheStartOfTheCall() {
        view.extendTo(60_000);
        view.scroll(-1_000_000);

        assertThat(view.xOf(0)).isEqualTo(10);
    }

    @Test
    void zoomingKeepsTheMomentUnderThePointer() {
        view.extendTo(600_000);
        view.scroll(-5_000);
        double ms = view.msAt(300);

        view.zoom(3, 300);
        assertThat(view.msAt(300)).isCloseTo(ms, within(view.msPerPx()));

        view.zoom(0.2, 300);
        assertThat(view.msAt(300)).isCloseTo(ms, within(view.msPerPx()));
    }

    @Test
    void zoomingWhileFollowingKeepsTheLiveEdge() {
        view.extendTo(600_000);
        view.zoom(2, 100);

        assertThat(view.following()).isTrue();
        assertThat(view.xOf(600_000)).isEqualTo(Math.rint(WIDTH_PX * Viewport.EDGE_AT));
    }

    @Test
    void aCallThatWasAnsweredBeforeItsStreamBeginsLeftOfZero() {
        view.startAt(-7_000);
        view.extendTo(60_000);
        view.toStart();

        assertThat(view.leftMs()).isCloseTo(-7_000, within(12 * view.msPerPx()));
        assertThat(view.xOf(0)).isCloseTo(7_000 / view.msPerPx(), within(12.0));
    }

    @Test
    void zoomHasItsEnds() {
        view.zoom(1e9, 0);
        assertThat(view.msPerPx()).isEqualTo(Viewport.CLOSEST_MS_PER_PX);

        view.zoom(1e-9, 0);
        assertThat(view.msPerPx()).isEqualTo(Viewport.WIDEST_MS_PER_PX);
    }

    @Test
    void aNarrowerWindowStillFollows() {
        view.extendTo(60_000);
        view.resize(400);

        assertThat(view.xOf(60_000)).isEqualTo(Math.rint(400 * Viewport.EDGE_AT));
    }
}
