package dev.sidetone.ui.live;

import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.live.LiveState;
import dev.sidetone.simulator.live.LiveState.ReachedAddress;
import dev.sidetone.simulator.report.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the four steps to a number that rings the bridge. Immutable.
 *
 * @param title the name of the step
 * @param detail the result of the step; empty before
 */
record SetupStep(Progress progress, String title, String detail) {
    /** The progress of a step. */
    enum Progress {
        TO_COME,
        RUNNING,
        DONE,
        FAILED
    }

    static final int COUNT = 4;
    private static final List<LivePhase> PHASES = List.of(
            LivePhase.FINDING_ADDRESS, LivePhase.CHECKING_ADDRESS, LivePhase.READING_NUMBERS, LivePhase.SETTING_NUMBER);

    /** The four steps in this state. */
    static List<SetupStep> of(LiveState state) {
        int at = current(state);
        List<SetupStep> steps = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            steps.add(step(i, i < at ? Progress.DONE : i > at ? Progress.TO_COME : progressIn(state.phase()), state));
        }
        return List.copyOf(steps);
    }

    /** The index of the step that runs or failed. */
    private static int current(LiveState state) {
        if (state.phase() == LivePhase.CHOOSING) {
            return COUNT - 1;
        }
        int running = PHASES.indexOf(state.phase());
        if (running >= 0) {
            return running;
        }
        ReachedAddress address = state.address();
        if (address == null) {
            return 0;
        }
        if (address.roundTripMs() == null) {
            return 1;
        }
        return state.numbers().isEmpty() ? 2 : COUNT - 1;
    }

    private static Progress progressIn(LivePhase phase) {
        if (phase == LivePhase.BROKEN) {
            return Progress.FAILED;
        }
        return PHASES.contains(phase) ? Progress.RUNNING : Progress.TO_COME;
    }

    private static SetupStep step(int index, Progress progress, LiveState state) {
        ReachedAddress address = state.address();
        return switch (index) {
            case 0 ->
                new SetupStep(
                        progress,
                        address == null ? "Public address" : "Address: " + address.how(),
                        address == null ? doing(progress, "looking for one…") : address.origin());
            case 1 ->
                new SetupStep(
                        progress,
                        "Round trip",
                        address == null || address.roundTripMs() == null
                                ? doing(progress, "reaching this machine through it…")
                                : Figures.wholeMs(address.roundTripMs()) + " through it and back");
            case 2 ->
                new SetupStep(
                        progress,
                        "Voice numbers",
                        progress == Progress.DONE
                                ? Figures.count(state.numbers().size(), "number") + " in the account"
                                : doing(progress, "asking Twilio…"));
            default ->
                new SetupStep(
                        progress,
                        "Number",
                        state.phase() == LivePhase.CHOOSING
                                ? "choose one; nothing is changed yet"
                                : doing(progress, "setting it up…"));
        };
    }

    private static String doing(Progress progress, String running) {
        return switch (progress) {
            case RUNNING -> running;
            case FAILED -> "failed";
            case TO_COME, DONE -> "";
        };
    }
}
