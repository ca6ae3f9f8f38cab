package dev.sidetone.ui.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Asks the system whether it shows dark windows, by the program that it has for that; light where it cannot say. Stateless. */
final class SystemTheme {
    private static final long MOST_S = 2;
    private static final int MOST_BYTES = 10_000;

    private SystemTheme() {}

    /** Hands the answer to {@code dark} on a daemon thread of its own. */
    static void ask(Consumer<Boolean> dark) {
        Thread thread = new Thread(() -> dark.accept(isDark()), "system-theme");
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean isDark() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return says(List.of("defaults", "read", "-g", "AppleInterfaceStyle"), "dark");
        }
        if (system.contains("windows")) {
            String key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
            return says(List.of("reg", "query", key, "/v", "AppsUseLightTheme"), "0x0");
        }
        return says(List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"), "dark");
    }

    private static boolean says(List<String> command, String word) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(MOST_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            String answer = new String(process.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return process.exitValue() == 0 && answer.toLowerCase(Locale.ROOT).contains(word);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
