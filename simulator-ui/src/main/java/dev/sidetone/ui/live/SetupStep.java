package dev.sidetone.ui.live;

import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.live.LiveState;
import dev.sidetone.simulator.live.LiveState.Reached;
import dev.sidetone.simulator.report.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the steps from nothing to a number that rings here. Immutable.
 *
 * @param title what is done
 * @param detail what came of it; empty before
 */
record SetupStep(How how, String title, String detail) {
    /** How it goes. */
    enum How {
        TO_COME,
        RUNNING,
        DONE,
        FAILED
    }

    static final int COUNT = 4;
    private static final List<LivePhase> PHASES = List.of(
            LivePhase.FINDING_ADDRESS, LivePhase.CHECKING_ADDRESS, LivePhase.READING_NUMBERS, LivePhase.SETTING_NUMBER);

    /** All four, as far as they are. */
    static List<SetupStep> of(LiveState state) {
        int at = reached(state);
        List<SetupStep> steps = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            steps.add(step(i, i < at ? How.DONE : i > at ? How.TO_COME : howNow(state.phase()), state));
        }
        return List.copyOf(steps);
    }

    /** The step that is being taken, or that failed. */
    private static int reached(LiveState state) {
        if (state.phase() == LivePhase.CHOOSING) {
            return COUNT - 1;
        }
        int running = PHASES.indexOf(state.phase());
        if (running >= 0) {
            return running;
        }
        Reached address = state.address();
        if (address == null) {
            return 0;
        }
        if (address.roundTripMs() == null) {
            return 1;
        }
        return state.numbers().isEmpty() ? 2 : COUNT - 1;
    }

    private static How howNow(LivePhase phase) {
        if (phase == LivePhase.BROKEN) {
            return How.FAILED;
        }
        return PHASES.contains(phase) ? How.RUNNING : How.TO_COME;
    }

    private static SetupStep step(int index, How how, LiveState state) {
        Reached address = state.address();
        return switch (index) {
            case 0 ->
                new SetupStep(
                        how,
                        address == null ? "Public address" : "Address: " + address.how(),
                        address == null ? doing(how, "looking for one…") : address.origin());
            case 1 ->
                new SetupStep(
                        how,
                        "Round trip",
                        address == null || address.roundTripMs() == null
                                ? doing(how, "reaching this machine through it…")
                                : Figures.wholeMs(address.roundTripMs()) + " through it and back");
            case 2 ->
                new SetupStep(
                        how,
                        "Voice numbers",
                        how == How.DONE
                                ? Figures.count(state.numbers().size(), "number") + " in the account"
                                : doing(how, "asking Twilio…"));
            default ->
                new SetupStep(
                        how,
                        "Number",
                        state.phase() == LivePhase.CHOOSING
                                ? "choose one; nothing is changed yet"
                                : doing(how, "setting it up…"));
        };
    }

    private static String doing(How how, String running) {
        return switch (how) {
            case RUNNING -> running;
            case FAILED -> "failed";
            case TO_COME, DONE -> "";
        };
    }
}
