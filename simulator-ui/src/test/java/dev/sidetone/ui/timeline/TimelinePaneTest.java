package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.sidetone.ui.timeline.Rendering#isPossible",
        disabledReason = "JavaFX cannot draw here: it needs libfreetype6 and libpangoft2-1.0-0")
class TimelinePaneTest {
    private static final int EDGE_MS = 8_000;

    @Test
    void eachVoiceIsDrawnInItsLaneWhereItWasHeard() {
        Picture picture = Picture.of(
                new DrawnCall()
                        .callerSpeaks(1_000, 2_000)
                        .agentSpeaks(3_000, 4_000)
                        .until(EDGE_MS),
                EDGE_MS);
        Rows rows = picture.rows();

        assertThat(voice(picture, Ink.CALLER, rows.callerY(), 1_000, 2_000)).isGreaterThan(600);
        assertThat(voice(picture, Ink.CALLER, rows.callerY(), 3_000, 4_000)).isZero();
        assertThat(voice(picture, Ink.AGENT, rows.agentY(), 3_000, 4_000)).isGreaterThan(600);
        assertThat(voice(picture, Ink.AGENT, rows.agentY(), 1_000, 2_000)).isZero();
    }

    @Test
    void theBracketRunsFromTheEndOfSpeechToTheFirstAudible() {
        Picture picture = Picture.of(
                new DrawnCall()
                        .callerSpeaks(1_000, 2_000)
                        .agentSpeaks(2_700, 4_000)
                        .until(EDGE_MS),
                EDGE_MS);
        int from = picture.xOf(2_000);
        int until = picture.xOf(2_700);
        int y = picture.rows().betweenY();

        assertThat(picture.count(Ink.GREEN, from, until, y, y + 1)).isEqualTo(until - from);
        assertThat(picture.count(Ink.GREEN, from - 100, from, y, y + 1)).isZero();
        assertThat(picture.count(Ink.GREEN, until, until + 1, y, picture.rows().agentEndY()))
                .isGreaterThan(picture.rows().laneHeight());
    }

    @Test
    void aSlowAnswerHasTheColourOfItsBand() {
        Picture picture = Picture.of(
                new DrawnCall()
                        .callerSpeaks(1_000, 2_000)
                        .agentSpeaks(3_600, 5_000)
                        .until(EDGE_MS),
                EDGE_MS);
        int y = picture.rows().betweenY();

        assertThat(picture.count(Ink.RED, picture.xOf(2_000), picture.xOf(2_300), y, y + 1))
                .isGreaterThan(15);
        assertThat(picture.count(Ink.GREEN, 0, Picture.WIDTH, y, y + 1)).isZero();
    }

    @Test
    void whatWasDiscardedIsShadedUntilItWouldHaveEnded() {
        Picture picture = Picture.of(
                new DrawnCall()
                        .agentSpeaks(1_000, 2_100, 4_000)
                        .callerSpeaks(2_000, 3_000)
                        .until(EDGE_MS),
                EDGE_MS);
        int y = picture.rows().agentY() + 8;

        assertThat(isReddish(picture.at(picture.xOf(2_500), y))).isTrue();
        assertThat(isReddish(picture.at(picture.xOf(3_900), y))).isTrue();
        assertThat(isReddish(picture.at(picture.xOf(4_100), y))).isFalse();
        assertThat(isReddish(picture.at(picture.xOf(2_500), picture.rows().callerY() + 8)))
                .isFalse();
    }

    @Test
    void aKeyIsMarkedWhereItWasPressed() {
        DrawnCall call = new DrawnCall().presses('5', 3_000).until(EDGE_MS);
        Picture picture = Picture.of(call, EDGE_MS);
        Rows rows = picture.rows();
        int x = picture.xOf(3_000);

        assertThat(picture.count(Ink.KEY, x, x + 1, rows.callerY(), rows.callerEndY()))
                .isGreaterThan(rows.laneHeight() - 3);
        assertThat(picture.count(Ink.KEY, x + 60, Picture.WIDTH, 0, Picture.HEIGHT))
                .isZero();
    }

    @Test
    void marksShowFromCloseByOnly() {
        DrawnCall call =
                new DrawnCall().markGoesBack("s1", true, EDGE_MS - 300.0).until(EDGE_MS);
        Rows rows = Rows.of(Picture.HEIGHT);
        Color shade = new Palette(ink -> ink.color(false)).wash(Ink.MUTED);

        Picture usual = Picture.of(call, EDGE_MS);
        Picture close = Picture.of(call, EDGE_MS, pane -> pane.zoom(5, 0));

        assertThat(usual.count(shade, 0, Picture.WIDTH, rows.agentEndY(), rows.axisY()))
                .isZero();
        assertThat(close.count(shade, 0, Picture.WIDTH, rows.agentEndY(), rows.axisY()))
                .isGreaterThan(200);
    }

    @Test
    void bothThemesAreDrawn() {
        DrawnCall call = new DrawnCall().callerSpeaks(1_000, 2_000).until(EDGE_MS);

        Picture light = Picture.of(call, EDGE_MS);
        Picture dark = Picture.of(call, EDGE_MS, pane -> pane.setDark(true));

        for (Ink ink : new Ink[] {Ink.BACKGROUND, Ink.LANE, Ink.CALLER, Ink.AGENT}) {
            assertThat(light.count(ink.color(false), 0, Picture.WIDTH, 0, Picture.HEIGHT))
                    .as("light %s", ink)
                    .isPositive();
            assertThat(dark.count(ink.color(true), 0, Picture.WIDTH, 0, Picture.HEIGHT))
                    .as("dark %s", ink)
                    .isPositive();
        }
    }

    @Test
    void aThemesOwnColoursAreTaken() {
        DrawnCall call = new DrawnCall().callerSpeaks(1_000, 2_000).until(EDGE_MS);
        Picture picture = Picture.of(call, EDGE_MS, pane -> {
            pane.getScene().getRoot().setStyle(THEME);
            pane.getScene().getStylesheets().add(TimelinePane.STYLESHEET);
        });

        assertThat(picture.count(Color.web("#123456"), 0, Picture.WIDTH, 0, Picture.HEIGHT))
                .isGreaterThan(600);
        assertThat(picture.count(Color.web("#fafad2"), 0, Picture.WIDTH, 0, Picture.HEIGHT))
                .isGreaterThan(10_000);
    }

    @Test
    void aPaneWithoutACallSaysThatThereIsNone() {
        Picture picture = Picture.of(new DrawnCall(), 0);

        assertThat(picture.count(Ink.MUTED, 300, 600, 90, 120)).isPositive();
        assertThat(picture.count(Ink.GREEN, 100, Picture.WIDTH, 0, Picture.HEIGHT))
                .isZero();
    }

    private static final String THEME = "-color-bg-default: #fafad2; -color-bg-subtle: #eee; -color-border-muted: #ddd;"
            + "-color-fg-default: #111; -color-fg-muted: #555; -color-accent-fg: #123456; -color-success-fg: #060;"
            + "-color-danger-fg: #c00; -color-warning-fg: #960;";

    private static int voice(Picture picture, Ink ink, int laneY, double fromMs, double untilMs) {
        int above = laneY + 4;
        int middle = laneY + picture.rows().laneHeight() / 2 - 4;
        return picture.count(ink, picture.xOf(fromMs) + 4, picture.xOf(untilMs) - 4, above, middle);
    }

    private static boolean isReddish(Color color) {
        return color.getRed() > color.getBlue() + 0.03;
    }
}
