package dev.sidetone.ui.app;

import dev.sidetone.simulator.cli.Sidetone;
import dev.sidetone.simulator.device.EchoCanceller;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Where the process starts, on its main thread: without arguments the window, with some the command line. It is no JavaFX application
 * itself: java refuses to start one from a plain class path.
 */
public final class Launcher {
    /** Held on to, so that its level stays: that JavaFX lies on the class path is as it should be here. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Launcher() {}

    public static void main(String[] args) {
        if (args.length > 0) {
            Sidetone.main(args);
            return;
        }
        String missing = DisplayCheck.whatIsMissing(System.getenv(), System.getProperty("os.name", ""));
        if (missing == null) {
            missing = open();
        }
        if (missing != null) {
            System.exit(Sidetone.runWithoutWindow(missing));
        }
    }

    /** Opens the window and waits until it is closed; answers why it could not be opened, or null. */
    private static @Nullable String open() {
        JAVAFX.setLevel(Level.SEVERE);
        hushLogs();
        try {
            Application.launch(SimulatorApp.class);
            EchoCanceller.suppressExitOutput();
            return null;
        } catch (RuntimeException | LinkageError e) {
            return DisplayCheck.whyNot(e);
        }
    }

    /** What a person should know is said in the window. Two threads that log first at once would make the logger itself complain. */
    private static void hushLogs() {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        LoggerFactory.getILoggerFactory();
    }
}
