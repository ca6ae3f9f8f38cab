package dev.sidetone.ui.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * What the window remembers from one start to the next: a small text file. Owned by the FX thread once it is read; a thread of its own
 * writes. A file that cannot be read or written costs the memory and nothing else.
 */
public final class WindowPreferences implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WindowPreferences.class.getName());
    private static final String FILE = "window.properties";
    private static final long GOODBYE_S = 2;

    private final Path folder;
    private final Properties values = new Properties();
    private final ExecutorService writing = Executors.newSingleThreadExecutor(WindowPreferences::writer);

    private WindowPreferences(Path folder) {
        this.folder = folder;
    }

    /** Reads what was remembered in {@code folder}. Blocks for a small file. */
    public static WindowPreferences in(Path folder) {
        WindowPreferences remembered = new WindowPreferences(folder);
        remembered.read();
        return remembered;
    }

    private static Thread writer(Runnable work) {
        Thread thread = new Thread(work, "remember");
        thread.setDaemon(true);
        return thread;
    }

    /** What was put under {@code name}, or {@code usual}. */
    public String get(String name, String usual) {
        return values.getProperty(name, usual);
    }

    /** Remembers {@code value} from now on. */
    public void put(String name, String value) {
        if (!value.equals(values.setProperty(name, value))) {
            Properties copy = new Properties();
            copy.putAll(values);
            writing.execute(() -> write(copy));
        }
    }

    /** Waits until everything is written. */
    @Override
    public void close() {
        writing.shutdown();
        try {
            if (!writing.awaitTermination(GOODBYE_S, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "the window''s settings were not written in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (Reader text = Files.newBufferedReader(file)) {
            values.load(text);
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot read " + file + ", starting afresh: " + e.getMessage());
        }
    }

    /** Written beside and moved over, so that there is never half a file. */
    private void write(Properties all) {
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve(FILE + ".new");
            try (Writer text = Files.newBufferedWriter(fresh)) {
                all.store(text, "What Sidetone's window remembers");
            }
            Files.move(fresh, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot remember the window''s settings in " + folder + ": " + e);
        }
    }
}
