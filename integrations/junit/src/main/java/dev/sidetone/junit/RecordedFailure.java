package dev.sidetone.junit;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/** Names the recordings of a failed test's calls in its failure. Stateless. */
final class RecordedFailure {
    private RecordedFailure() {}

    /**
     * A failed assertion with the recordings in its message, or another exception with a suppressed one that names them, since its type says
     * what it is.
     */
    static Throwable naming(List<Path> recordings, Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        List<Path> unnamed = recordings.stream()
                .filter(folder -> !message.contains(folder.toString()))
                .toList();
        boolean named = unnamed.size() < recordings.size();
        if (named || unnamed.isEmpty()) {
            return failure;
        }
        if (failure instanceof AssertionError) {
            return failed(failure, failure.getMessage() == null ? text(unnamed) : message + "\n" + text(unnamed));
        }
        failure.addSuppressed(new RecordingNote(text(unnamed)));
        return failure;
    }

    /** The line of a message that names a recording. */
    static String line(Path folder) {
        return "Recording: " + folder;
    }

    private static String text(List<Path> folders) {
        return folders.stream().map(RecordedFailure::line).collect(Collectors.joining("\n"));
    }

    private static AssertionFailedError failed(Throwable original, String message) {
        AssertionFailedError named = original instanceof AssertionFailedError compared && compared.isExpectedDefined()
                ? new AssertionFailedError(message, compared.getExpected(), compared.getActual(), original.getCause())
                : new AssertionFailedError(message, original.getCause());
        named.setStackTrace(original.getStackTrace());
        for (Throwable suppressed : original.getSuppressed()) {
            named.addSuppressed(suppressed);
        }
        return named;
    }

    /** Tells where a recording is, in the stack trace of an exception. */
    private static final class RecordingNote extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RecordingNote(String message) {
            super(message, null, false, false);
        }
    }
}
