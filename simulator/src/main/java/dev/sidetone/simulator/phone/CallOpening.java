package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.report.OpenedCall;
import dev.sidetone.simulator.rig.PracticeAgentSounds;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A recorded call that is being opened, on a daemon thread of its own. Its getters return at once, on any thread. */
public final class CallOpening {
    private final Path folder;
    private volatile double done;
    private final Thread thread = new Thread(this::open, "open-call");
    private volatile @Nullable OpenedCall call;
    private volatile @Nullable Trouble trouble;

    private CallOpening(Path folder) {
        this.folder = folder;
    }

    /** Begins to open the recording in {@code folder}. */
    public static CallOpening of(Path folder) {
        CallOpening opening = new CallOpening(folder);
        opening.thread.setDaemon(true);
        opening.thread.start();
        return opening;
    }

    private void open() {
        try {
            call = OpenedCall.open(folder, () -> Checks.forOneCall(PracticeAgentSounds.known()), part -> done = part);
        } catch (WrongSetting e) {
            trouble = trouble(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // Whatever stands in a file, the person must learn that it cannot be opened.
            trouble = trouble(e.toString());
        }
    }

    private Trouble trouble(String why) {
        return new Trouble(
                "This recording cannot be opened: " + ForeignText.line(why) + ".",
                "Delete it, or look into its folder: both are in the menu of its row.");
    }

    /** Stops opening it. */
    public void cancel() {
        thread.interrupt();
    }

    /** The recording's folder. */
    public Path folder() {
        return folder;
    }

    /** How much is done, from 0 to 1. */
    public double done() {
        return done;
    }

    /** The call, once it is open; else null. */
    public @Nullable OpenedCall call() {
        return call;
    }

    /** The reason why it cannot be opened, and the cure, once that is known; else null. */
    public @Nullable Trouble trouble() {
        return trouble;
    }
}
