package dev.sidetone.simulator.cli;

/** A source of the signals that ask a process to end: Ctrl-C, SIGTERM, a closed terminal. */
public interface StopSignalSource {
    /** Passes every signal on from now on, in place of ending the process; {@code onSignal} runs on threads of its own. */
    void forward(Runnable onSignal);

    /** Reports that everything is restored and written: the process may end. */
    void finished();
}
