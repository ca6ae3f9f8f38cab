package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.scenario.Scenario;
import dev.sidetone.simulator.scenario.ScenarioFile;
import dev.sidetone.simulator.scenario.WatchedFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A scenario's file that is open: read now and after every change of it or of its script, on a daemon thread of its own, until it is closed. */
final class OpenedScenario implements AutoCloseable {
    /** Takes what was read. */
    interface Reader {
        /** A scenario; {@code again} if the file was changed. */
        void read(Scenario scenario, boolean again);

        /** The file holds none, for this reason. */
        void wrong(String why);
    }

    private final Path file;
    private final Reader reader;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Path script;

    private OpenedScenario(Path file, Reader reader) {
        this.file = file;
        this.reader = reader;
    }

    static OpenedScenario open(Path file, Reader reader) {
        OpenedScenario opened = new OpenedScenario(file, reader);
        Thread thread = new Thread(opened::follow, "scenario-file");
        thread.setDaemon(true);
        thread.start();
        return opened;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void follow() {
        boolean again = false;
        @Nullable Path changed;
        do {
            WatchedFiles watched = watched();
            read(again);
            again = true;
            changed = watched.awaitChange(this::isClosedWithin);
        } while (changed != null);
    }

    /** What changes while it is read has changed. */
    private WatchedFiles watched() {
        Path beside = script;
        return new WatchedFiles(
                beside == null ? List.of(file) : Stream.of(file, beside).toList());
    }

    private void read(boolean again) {
        try {
            Scenario scenario = ScenarioFile.read(file);
            script = scenario.call().script();
            if (closed.getCount() > 0) {
                reader.read(scenario, again);
            }
        } catch (WrongSetting e) {
            tell(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            tell(file + " cannot be read: " + e);
        }
    }

    private void tell(String why) {
        if (closed.getCount() > 0) {
            reader.wrong(why);
        }
    }

    private boolean isClosedWithin(long ms) {
        try {
            return closed.await(ms, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
