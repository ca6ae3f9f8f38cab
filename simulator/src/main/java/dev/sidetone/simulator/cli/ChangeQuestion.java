package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.live.LiveState;
import dev.sidetone.simulator.live.LiveState.OwnNumber;
import java.io.Console;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Says what becomes different for a number, and asks whether it may, if there is somebody to ask. One thread. */
final class ChangeQuestion {
    private static final long LOOK_MS = 50;

    private final Terminal terminal;
    private final StopSignals stop;

    ChangeQuestion(Terminal terminal, StopSignals stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    /** @param yes whether it was answered before */
    boolean mayChange(OwnNumber mine, boolean yes) {
        terminal.say("until the end this is changed for " + mine.number()
                + (mine.name().isEmpty() ? "" : " (" + mine.name() + ")") + ":");
        for (LiveState.Change change : mine.changes()) {
            terminal.say(String.format(
                    Locale.ROOT, "  %-22s %s -> %s", change.setting(), plain(change.before()), plain(change.after())));
        }
        Console console = yes ? null : terminal();
        return console == null || isYes(console);
    }

    private static String plain(String value) {
        return value.isEmpty() ? "(nothing)" : value;
    }

    /** Newer Javas would hand out a console where there is no terminal. */
    private static @Nullable Console terminal() {
        System.setProperty("jdk.console", "java.base");
        return System.console();
    }

    /** Whoever presses Ctrl-C has answered too. */
    private boolean isYes(Console console) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> answer.complete(read(console)), "question");
        asking.setDaemon(true);
        asking.start();
        while (!answer.isDone()) {
            if (stop.await(LOOK_MS)) {
                return false;
            }
        }
        return answer.join().strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private static String read(Console console) {
        return Objects.requireNonNullElse(console.readLine("change it? [y/N] "), "");
    }
}
