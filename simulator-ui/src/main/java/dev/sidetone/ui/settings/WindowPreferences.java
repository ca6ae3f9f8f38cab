package dev.sidetone.ui.settings;

import dev.sidetone.bridge.file.RegularFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The window's preferences, kept in a small text file from one start to the next. Owned by the FX thread once it is read; a thread of its
 * own writes. If the file cannot be read or written, preferences are lost and nothing else.
 */
public final class WindowPreferences implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WindowPreferences.class.getName());
    private static final String FILE = "window.properties";
    private static final long CLOSE_WAIT_S = 2;
    private static final int MOST_BYTES = 1 << 20;

    private final Path folder;
    private final Properties values = new Properties();
    private final ExecutorService writing = Executors.newSingleThreadExecutor(WindowPreferences::writer);

    private WindowPreferences(Path folder) {
        this.folder = folder;
    }

    /** Reads the preferences in {@code folder}. Blocks for a small file. */
    public static WindowPreferences in(Path folder) {
        WindowPreferences remembered = new WindowPreferences(folder);
        remembered.read();
        return remembered;
    }

    private static Thread writer(Runnable work) {
        Thread thread = new Thread(work, "preferences");
        thread.setDaemon(true);
        return thread;
    }

    /** The value of {@code name}, or {@code usual} if it was never set. */
    public String get(String name, String usual) {
        return values.getProperty(name, usual);
    }

    /** Sets a value and writes it to the file. */
    public void put(String name, String value) {
        if (!value.equals(values.setProperty(name, value))) {
            writing.execute(() -> write(name, value));
        }
    }

    /** Waits until everything is written. */
    @Override
    public void close() {
        writing.shutdown();
        try {
            if (!writing.awaitTermination(CLOSE_WAIT_S, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "the window''s preferences were not written in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        values.putAll(onDisk());
    }

    private Properties onDisk() {
        Properties all = new Properties();
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return all;
        }
        try {
            all.load(new StringReader(RegularFile.readText(file, MOST_BYTES)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot read " + file + ", starting afresh: " + e.getMessage());
        }
        return all;
    }

    /**
     * Writes a new file and moves it over the old one, so that there is never half a file. Another window's choices, which it put there
     * meanwhile, stay.
     */
    private void write(String name, String value) {
        try {
            Files.createDirectories(folder);
            Properties all = onDisk();
            all.setProperty(name, value);
            Path fresh = Files.createTempFile(folder, FILE, ".new");
            try {
                try (Writer text = Files.newBufferedWriter(fresh)) {
                    all.store(text, "Preferences of Sidetone's window");
                }
                Files.move(fresh, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot write the window''s preferences to " + folder + ": " + e);
        }
    }
}
