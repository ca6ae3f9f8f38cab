package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.ui.timeline.TimelineLabel.Placed;
import dev.sidetone.ui.timeline.TimelineLabel.Strip;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelLayoutTest {
    private static final int CHARACTER_PX = 6;
    private static final List<Strip> STRIPS = List.of(Strip.values());
    private static final Map<Strip, Integer> ONE_ROW = Map.of(Strip.ABOVE, 1, Strip.BETWEEN, 1, Strip.BELOW, 1);
    private static final Map<Strip, Integer> TWO_ROWS = Map.of(Strip.ABOVE, 2, Strip.BETWEEN, 1, Strip.BELOW, 2);

    private static final long FAR = 1_000_000;

    private final LabelLayout layout = new LabelLayout(text -> text.length() * (double) CHARACTER_PX);

    @Test
    void noLabelEverTouchesAnother() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            List<Placed> placed = layout.place(labels(random, 60), 1 + random.nextDouble() * 100, TWO_ROWS, FAR);
            assertThat(placed).isNotEmpty();
            for (Placed one : placed) {
                assertThat(placed).allMatch(other -> other.equals(one) || areApart(one, other));
            }
        }
    }

    @Test
    void aLabelStandsRightAfterItsMoment() {
        Placed placed = only(TimelineLabel.at(Strip.ABOVE, 1_000, TimelineColor.KEY, 1, "key 5"));

        assertThat(placed.column()).isEqualTo(100 + LabelLayout.APART_PX);
        assertThat(placed.widthPx()).isEqualTo(5 * CHARACTER_PX + 2 * LabelLayout.PADDING_PX);
    }

    @Test
    void aLabelOfAStretchStandsInItsMiddleWhereThatIsWideEnough() {
        Placed wide = only(new TimelineLabel(Strip.BETWEEN, 1_000, 2_000, List.of("742 ms"), TimelineColor.GREEN, 1));
        assertThat(wide.column() + wide.widthPx() / 2).isEqualTo(150);

        Placed narrow = only(new TimelineLabel(Strip.BETWEEN, 1_000, 1_300, List.of("742 ms"), TimelineColor.GREEN, 1));
        assertThat(narrow.column()).isEqualTo(130 + LabelLayout.APART_PX);
    }

    @Test
    void aLabelBesideItsStretchNeverLiesOnItNorOnALineThatCrossesTheStrip() {
        TimelineLabel wide =
                new TimelineLabel(Strip.BETWEEN, 1_000, 2_000, List.of("742 ms"), TimelineColor.GREEN, 1, true);

        assertThat(layout.place(List.of(wide), 10, ONE_ROW, FAR))
                .extracting(Placed::column)
                .containsExactly(200L + LabelLayout.APART_PX);
        assertThat(layout.place(List.of(wide), List.of(2_200.0), 10, ONE_ROW, 0, FAR))
                .extracting(label -> label.column() + (long) label.widthPx())
                .as("before it, since a line is where it would stand")
                .containsExactly(100L - LabelLayout.APART_PX);
        assertThat(layout.place(List.of(wide), List.of(2_200.0), 10, ONE_ROW, 60, FAR))
                .as("nothing begins before the picture does")
                .isEmpty();
    }

    @Test
    void theImportantLabelStaysWhereThereIsNoRoomForBoth() {
        TimelineLabel fast =
                new TimelineLabel(Strip.BETWEEN, 1_000, 1_010, List.of("500 ms"), TimelineColor.GREEN, 500);
        TimelineLabel slow =
                new TimelineLabel(Strip.BETWEEN, 1_020, 1_030, List.of("1500 ms"), TimelineColor.RED, 1_500);
        TimelineLabel slower =
                new TimelineLabel(Strip.BETWEEN, 1_040, 1_050, List.of("1600 ms"), TimelineColor.RED, 1_600);

        List<Placed> placed = layout.place(List.of(fast, slow, slower), 10, ONE_ROW, FAR);

        assertThat(placed).extracting(Placed::label).containsExactly(slower, slow);
    }

    @Test
    void aLabelSaysLessWhereThereIsLessRoom() {
        TimelineLabel before = TimelineLabel.at(Strip.BELOW, 0, TimelineColor.CLEAR, 3, "a label before");
        TimelineLabel after = TimelineLabel.at(Strip.BELOW, 2_000, TimelineColor.CLEAR, 2, "a label after it");
        TimelineLabel between =
                TimelineLabel.at(Strip.BELOW, 1_100, TimelineColor.CLEAR, 1, "clear after 73 ms", "clear");

        List<Placed> placed = layout.place(List.of(between, after, before), 10, ONE_ROW, FAR);

        assertThat(placed)
                .filteredOn(label -> label.label().equals(between))
                .extracting(Placed::text)
                .containsExactly("clear");
    }

    @Test
    void aSecondRowTakesWhatTheFirstHasNoRoomFor() {
        TimelineLabel one = TimelineLabel.at(Strip.ABOVE, 1_000, TimelineColor.KEY, 2, "a long label");
        TimelineLabel other = TimelineLabel.at(Strip.ABOVE, 1_010, TimelineColor.KEY, 2, "a long label");
        TimelineLabel third = TimelineLabel.at(Strip.ABOVE, 1_020, TimelineColor.KEY, 1, "a long label");

        assertThat(layout.place(List.of(one, other, third), 10, TWO_ROWS, FAR))
                .extracting(Placed::row)
                .containsExactly(0, 0, 1);
    }

    @Test
    void equalsSayLessRatherThanLeaveOneOut() {
        TimelineLabel one = TimelineLabel.at(Strip.ABOVE, 1_000, TimelineColor.KEY, 1, "key 1", "1");
        TimelineLabel two = TimelineLabel.at(Strip.ABOVE, 1_220, TimelineColor.KEY, 1, "key 2", "2");
        TimelineLabel three = TimelineLabel.at(Strip.ABOVE, 1_440, TimelineColor.KEY, 1, "key 3", "3");

        assertThat(layout.place(List.of(one, two, three), 10, ONE_ROW, FAR))
                .extracting(Placed::text)
                .containsExactly("key 1", "2", "key 3");
    }

    @Test
    void noLabelHidesTheStretchOfAnother() {
        TimelineLabel early =
                TimelineLabel.at(Strip.BETWEEN, 1_000, TimelineColor.ORANGE, 9, "answered too early", "early");
        TimelineLabel next = new TimelineLabel(Strip.BETWEEN, 1_600, 2_000, List.of("400 ms"), TimelineColor.GREEN, 1);

        TimelineLabel other = TimelineLabel.at(Strip.BETWEEN, 500, TimelineColor.ORANGE, 99, "answered too early");

        assertThat(layout.place(List.of(early, next, other), 10, ONE_ROW, FAR))
                .extracting(Placed::text)
                .containsExactly("answered too early", "early", "400 ms");
        assertThat(layout.place(List.of(early, next), 10, ONE_ROW, FAR))
                .allMatch(label -> label.column() > 200 || label.column() + label.widthPx() < 100);
    }

    @Test
    void aLabelThatWouldReachTooFarStandsBeforeItsMoment() {
        TimelineLabel late = TimelineLabel.at(Strip.BELOW, 1_000, TimelineColor.CLEAR, 1, "clear");

        Placed placed = layout.place(List.of(late), 10, ONE_ROW, 110).get(0);

        assertThat(placed.column() + placed.widthPx()).isEqualTo(100 - LabelLayout.APART_PX);
    }

    @Test
    void theOrderInWhichLabelsComeDoesNotMatter() {
        List<TimelineLabel> labels = labels(new Random(3), 40);
        List<Placed> placed = layout.place(labels, 20, ONE_ROW, FAR);
        List<TimelineLabel> shuffled = new ArrayList<>(labels);
        Collections.shuffle(shuffled, new Random(4));

        assertThat(layout.place(shuffled, 20, ONE_ROW, FAR)).isEqualTo(placed);
    }

    private Placed only(TimelineLabel label) {
        List<Placed> placed = layout.place(List.of(label), 10, ONE_ROW, FAR);
        assertThat(placed).hasSize(1);
        return placed.get(0);
    }

    private static List<TimelineLabel> labels(Random random, int count) {
        List<TimelineLabel> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double fromMs = random.nextInt(20_000) + i / 100.0;
            Strip strip = STRIPS.get(random.nextInt(STRIPS.size()));
            String text = "x".repeat(1 + random.nextInt(20));
            labels.add(new TimelineLabel(
                    strip,
                    fromMs,
                    fromMs + random.nextInt(3_000),
                    List.of(text, "x"),
                    TimelineColor.TEXT,
                    random.nextInt(5)));
        }
        return labels;
    }

    private static boolean areApart(Placed one, Placed other) {
        return one.label().strip() != other.label().strip()
                || one.row() != other.row()
                || one.column() + one.widthPx() + LabelLayout.APART_PX <= other.column()
                || other.column() + other.widthPx() + LabelLayout.APART_PX <= one.column();
    }
}
