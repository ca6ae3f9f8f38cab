package dev.sidetone.simulator.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/**
 * Ends the process when its memory is used up, with one line and exit code 3, since it could neither answer nor end any more. Any
 * other uncaught exception is printed, as Java does it. For any thread.
 */
public final class OutOfMemoryExit implements Thread.UncaughtExceptionHandler {
    /** Made beforehand: when it is printed there may be no room to make it. */
    private static final byte[] LINE =
            "sidetone: out of memory, so it ends here; SIDETONE_JAVA_OPTS=-Xmx1g gives it a GB\n"
                    .getBytes(StandardCharsets.UTF_8);

    private final PrintStream err;
    private final IntConsumer halt;

    OutOfMemoryExit(OutputStream err, IntConsumer halt) {
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.halt = halt;
    }

    /** Makes this the handler of all threads of this process, and of its event loops. */
    public static void install() {
        OutOfMemoryExit exit =
                new OutOfMemoryExit(new FileOutputStream(FileDescriptor.err), Runtime.getRuntime()::halt);
        Thread.setDefaultUncaughtExceptionHandler(exit);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (!(failure instanceof OutOfMemoryError)) {
            err.print("Exception in thread \"" + thread.getName() + "\" " + ShownTrace.of(failure));
            err.flush();
            return;
        }
        try {
            err.write(LINE, 0, LINE.length);
            err.flush();
        } finally {
            halt.accept(ExitCode.COULD_NOT_RUN.number());
        }
    }
}
