package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.TextDrawing;
import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.SelectionModel;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class TimelinePaneTest {
    private static final int EDGE_MS = 8_000;
    /** High enough for the queue and the overview. */
    private static final int TALL = 320;

    @Test
    void eachVoiceIsDrawnInItsLaneWhereItWasHeard() {
        TimelinePicture picture = TimelinePicture.of(
                new ScriptedTimeline()
                        .callerSpeaks(1_000, 2_000)
                        .agentSpeaks(3_000, 4_000)
                        .until(EDGE_MS),
                EDGE_MS);
        LaneLayout lanes = picture.lanes();

        assertThat(voice(picture, TimelineColor.CALLER, lanes.callerY(), 1_000, 2_000))
                .isGreaterThan(600);
        assertThat(voice(picture, TimelineColor.CALLER, lanes.callerY(), 3_000, 4_000))
                .isZero();
        assertThat(voice(picture, TimelineColor.AGENT, lanes.agentY(), 3_000, 4_000))
                .isGreaterThan(600);
        assertThat(voice(picture, TimelineColor.AGENT, lanes.agentY(), 1_000, 2_000))
                .isZero();
    }

    @Test
    void whatWasBeforeTheStreamIsDrawnLeftOfZeroWithItsTimes() {
        TimelinePicture picture = TimelinePicture.of(
                new ScriptedTimeline(3_000).agentSpeaks(-2_500, -1_500).until(3_000), 3_000);
        LaneLayout lanes = picture.lanes();

        assertThat(voice(picture, TimelineColor.AGENT, lanes.agentY(), -2_500, -1_500))
                .isGreaterThan(600);
        assertThat(voice(picture, TimelineColor.AGENT, lanes.agentY(), -1_400, 0))
                .isZero();
        assertThat(picture.count(
                        TimelineColor.GRID,
                        picture.xOf(-2_900),
                        picture.xOf(-100),
                        lanes.axisY() + 1,
                        lanes.axisY() + 3))
                .as("ticks of the axis")
                .isPositive();
    }

    @Test
    void theBracketRunsFromTheEndOfSpeechToTheFirstAudible() {
        TimelinePicture picture = TimelinePicture.of(
                new ScriptedTimeline()
                        .callerSpeaks(1_000, 2_000)
                        .agentSpeaks(2_700, 4_000)
                        .until(EDGE_MS),
                EDGE_MS);
        int from = picture.xOf(2_000);
        int until = picture.xOf(2_700);
        int y = picture.lanes().betweenY();

        assertThat(picture.count(TimelineColor.GREEN, from, until, y, y + 1)).isEqualTo(until - from);
        assertThat(picture.count(TimelineColor.GREEN, from - 100, from, y, y + 1))
                .isZero();
        assertThat(picture.count(
                        TimelineColor.GREEN,
                        until,
                        until + 1,
                        y,
                        picture.lanes().agentEndY()))
                .isGreaterThan(picture.lanes().laneHeight());
    }

    @Test
    void aSlowAnswerHasTheColourOfItsBand() {
        TimelinePicture picture = TimelinePicture.of(
                new ScriptedTimeline()
                        .callerSpeaks(1_000, 2_000)
                        .agentSpeaks(3_600, 5_000)
                        .until(EDGE_MS),
                EDGE_MS);
        int y = picture.lanes().betweenY();

        assertThat(picture.count(TimelineColor.RED, picture.xOf(2_000), picture.xOf(2_300), y, y + 1))
                .isGreaterThan(15);
        assertThat(picture.count(TimelineColor.GREEN, 0, TimelinePicture.WIDTH, y, y + 1))
                .isZero();
    }

    @Test
    void whatWasDiscardedIsShadedUntilItWouldHaveEnded() {
        TimelinePicture picture = TimelinePicture.of(
                new ScriptedTimeline()
                        .agentSpeaks(1_000, 2_100, 4_000)
                        .callerSpeaks(2_000, 3_000)
                        .until(EDGE_MS),
                EDGE_MS);
        int y = picture.lanes().agentY() + 8;

        assertThat(isReddish(picture.at(picture.xOf(2_500), y))).isTrue();
        assertThat(isReddish(picture.at(picture.xOf(3_900), y))).isTrue();
        assertThat(isReddish(picture.at(picture.xOf(4_100), y))).isFalse();
        assertThat(isReddish(picture.at(picture.xOf(2_500), picture.lanes().callerY() + 8)))
                .isFalse();
    }

    @Test
    void aKeyIsMarkedWhereItWasPressed() {
        ScriptedTimeline call = new ScriptedTimeline().presses('5', 3_000).until(EDGE_MS);
        TimelinePicture picture = TimelinePicture.of(call, EDGE_MS);
        LaneLayout lanes = picture.lanes();
        int x = picture.xOf(3_000);

        assertThat(picture.count(TimelineColor.KEY, x, x + 1, lanes.callerY(), lanes.callerEndY()))
                .isGreaterThan(lanes.laneHeight() - 3);
        assertThat(picture.count(TimelineColor.KEY, x + 60, TimelinePicture.WIDTH, 0, TimelinePicture.HEIGHT))
                .isZero();
    }

    @Test
    void marksShowFromCloseByOnly() {
        ScriptedTimeline call =
                new ScriptedTimeline().markGoesBack("s1", true, EDGE_MS - 300.0).until(EDGE_MS);
        LaneLayout lanes = LaneLayout.of(TimelinePicture.HEIGHT);
        Color shade = new Palette(color -> color.defaultColor(false)).wash(TimelineColor.MUTED);

        TimelinePicture usual = TimelinePicture.of(call, EDGE_MS);
        TimelinePicture close = TimelinePicture.of(call, EDGE_MS, pane -> pane.zoom(5, 0));

        assertThat(usual.count(shade, 0, TimelinePicture.WIDTH, lanes.agentEndY(), lanes.axisY()))
                .isZero();
        assertThat(close.count(shade, 0, TimelinePicture.WIDTH, lanes.agentEndY(), lanes.axisY()))
                .isGreaterThan(200);
    }

    @Test
    void theQueueIsDrawnAsDeepAsItIsAndWhatWasThrownAwayIsRed() {
        TimelinePicture picture = TimelinePicture.of(
                new ScriptedTimeline().agentSpeaks(1_000, 3_000, 5_000).until(EDGE_MS), EDGE_MS, TALL, pane -> {});
        LaneLayout lanes = picture.lanes();
        int bottom = lanes.queueEndY();

        assertThat(violet(picture, picture.xOf(1_100), lanes.queueY(), bottom))
                .isGreaterThan(violet(picture, picture.xOf(2_900), lanes.queueY(), bottom))
                .isGreaterThan(lanes.queueHeight() / 2);
        assertThat(violet(picture, picture.xOf(500), lanes.queueY(), bottom - 1))
                .isZero();
        assertThat(isReddish(picture.at(picture.xOf(3_200), bottom - 4))).isTrue();
        assertThat(isReddish(picture.at(picture.xOf(5_200), bottom - 4))).isFalse();
    }

    @Test
    void theBracketShowsWhereTheTimeWentInTheColoursOfItsParts() {
        TimelinePicture picture = TimelinePicture.of(
                new ScriptedTimeline()
                        .callerSpeaks(1_000, 2_000)
                        .answers(2_500, 2_650)
                        .agentSpeaks(2_700, 4_000)
                        .until(EDGE_MS),
                EDGE_MS);
        int y = picture.lanes().betweenY();

        assertThat(picture.count(TimelineColor.ENDPOINT, picture.xOf(2_000), picture.xOf(2_500), y, y + 1))
                .isGreaterThan(30);
        assertThat(picture.count(TimelineColor.THINKING, picture.xOf(2_500), picture.xOf(2_650), y, y + 1))
                .isGreaterThan(8);
        assertThat(picture.count(TimelineColor.REST, picture.xOf(2_650), picture.xOf(2_700), y, y + 1))
                .isPositive();
    }

    @Test
    void whatIsSelectedElsewhereIsDrawnAtItsMoment() {
        SelectionModel selection = new SelectionModel();
        ScriptedTimeline call =
                new ScriptedTimeline().callerSpeaks(1_000, 2_000).until(EDGE_MS);
        TimelinePicture before = TimelinePicture.of(call, EDGE_MS, TALL, selection, pane -> {});
        TimelinePicture after = TimelinePicture.of(
                call,
                EDGE_MS,
                TALL,
                selection,
                pane -> selection.select(Selection.moment(Selection.Kind.MESSAGE, 3, 4_000)));
        LaneLayout lanes = after.lanes();
        int x = after.xOf(4_000);

        assertThat(before.count(TimelineColor.CALLER, x, x + 2, lanes.callerY(), lanes.axisY()))
                .isLessThan(10);
        assertThat(after.count(TimelineColor.CALLER, x, x + 2, lanes.callerY(), lanes.axisY()))
                .isGreaterThan(2 * (lanes.axisY() - lanes.callerY()) - 60);
    }

    @Test
    void bothThemesAreDrawn() {
        ScriptedTimeline call =
                new ScriptedTimeline().callerSpeaks(1_000, 2_000).until(EDGE_MS);

        TimelinePicture light = TimelinePicture.of(call, EDGE_MS);
        TimelinePicture dark = TimelinePicture.of(call, EDGE_MS, pane -> pane.setDark(true));

        for (TimelineColor color : new TimelineColor[] {
            TimelineColor.BACKGROUND, TimelineColor.LANE, TimelineColor.CALLER, TimelineColor.AGENT
        }) {
            assertThat(light.count(color.defaultColor(false), 0, TimelinePicture.WIDTH, 0, TimelinePicture.HEIGHT))
                    .as("light %s", color)
                    .isPositive();
            assertThat(dark.count(color.defaultColor(true), 0, TimelinePicture.WIDTH, 0, TimelinePicture.HEIGHT))
                    .as("dark %s", color)
                    .isPositive();
        }
    }

    @Test
    void aThemesOwnColoursAreTaken() {
        ScriptedTimeline call =
                new ScriptedTimeline().callerSpeaks(1_000, 2_000).until(EDGE_MS);
        TimelinePicture picture = TimelinePicture.of(call, EDGE_MS, pane -> {
            pane.getScene().getRoot().setStyle(THEME);
            Css.load(pane, TimelinePane.class);
        });

        assertThat(picture.count(Color.web("#123456"), 0, TimelinePicture.WIDTH, 0, TimelinePicture.HEIGHT))
                .isGreaterThan(600);
        assertThat(picture.count(Color.web("#fafad2"), 0, TimelinePicture.WIDTH, 0, TimelinePicture.HEIGHT))
                .isGreaterThan(10_000);
    }

    @Test
    void aPaneWithoutACallSaysThatThereIsNone() {
        TimelinePicture picture = TimelinePicture.of(new ScriptedTimeline(), 0);

        assertThat(picture.count(TimelineColor.MUTED, 300, 600, 90, 120)).isPositive();
        assertThat(picture.count(TimelineColor.GREEN, 100, TimelinePicture.WIDTH, 0, TimelinePicture.HEIGHT))
                .isZero();
    }

    private static final String THEME = "-color-bg-default: #fafad2; -color-bg-subtle: #eee; -color-border-muted: #ddd;"
            + "-color-fg-default: #111; -color-fg-muted: #555; -color-accent-fg: #123456; -color-success-fg: #060;"
            + "-color-danger-fg: #c00; -color-warning-fg: #960;";

    private static int voice(TimelinePicture picture, TimelineColor color, int laneY, double fromMs, double untilMs) {
        int above = laneY + 4;
        int middle = laneY + picture.lanes().laneHeight() / 2 - 4;
        return picture.count(color, picture.xOf(fromMs) + 4, picture.xOf(untilMs) - 4, above, middle);
    }

    private static int violet(TimelinePicture picture, int x, int fromY, int untilY) {
        int count = 0;
        for (int y = fromY; y < untilY; y++) {
            Color color = picture.at(x, y);
            count += color.getBlue() > color.getGreen() + 0.05 ? 1 : 0;
        }
        return count;
    }

    private static boolean isReddish(Color color) {
        return color.getRed() > color.getBlue() + 0.03;
    }
}
