package dev.sidetone.ui.app;

import dev.sidetone.simulator.cli.LogStream;
import dev.sidetone.simulator.cli.OutOfMemoryExit;
import dev.sidetone.simulator.cli.Sidetone;
import dev.sidetone.simulator.device.EchoCanceller;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The main class: opens the window without arguments, runs the command line with arguments. It is not a JavaFX application itself, because java
 * does not start one from a plain class path.
 */
public final class Launcher {
    /** Kept in a field so that its level stays set: JavaFX on the class path, which it warns of, is intended here. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Launcher() {}

    public static void main(String[] args) {
        if (args.length > 0) {
            Sidetone.main(args);
            return;
        }
        OutOfMemoryExit.install();
        String problem = DisplayCheck.problem(System.getenv(), System.getProperty("os.name", ""));
        if (problem == null) {
            problem = open();
        }
        if (problem != null) {
            System.exit(Sidetone.runWithoutWindow(problem));
        }
    }

    /** Opens the window and waits until it is closed; returns the reason if it could not be opened, or null. */
    private static @Nullable String open() {
        JAVAFX.setLevel(Level.SEVERE);
        limitLogging();
        try {
            Application.launch(SimulatorApp.class);
            EchoCanceller.suppressExitOutput();
            return null;
        } catch (RuntimeException | LinkageError e) {
            return DisplayCheck.explain(e);
        }
    }

    /** Limits logs to errors: the window shows what users need. Initialises the logger now, since two threads that did so at once would cause a warning. */
    private static void limitLogging() {
        LogStream.install(Level.SEVERE);
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        LoggerFactory.getILoggerFactory();
    }
}
