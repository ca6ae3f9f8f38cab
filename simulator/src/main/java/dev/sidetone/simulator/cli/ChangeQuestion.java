package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.live.number.Leftover;
import dev.sidetone.simulator.live.number.NumberChange;
import dev.sidetone.simulator.live.number.SelectableNumber;
import java.io.Console;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Shows the changes to a number's set-up and asks for permission, if a person is at the terminal. One thread. */
final class ChangeQuestion {
    private static final long LOOK_MS = 50;

    private final Terminal terminal;
    private final LongPredicate stopsWithinMs;
    private final @Nullable UnaryOperator<String> person;

    /** Asks whoever sits at the terminal. */
    ChangeQuestion(Terminal terminal, StopSignals stop) {
        this(terminal, stop::await, person());
    }

    /**
     * Asks somebody.
     *
     * @param stopsWithinMs waits so long, and answers whether Ctrl-C was pressed
     * @param person what is asked, to the answer; null if there is nobody
     */
    ChangeQuestion(Terminal terminal, LongPredicate stopsWithinMs, @Nullable UnaryOperator<String> person) {
        this.terminal = terminal;
        this.stopsWithinMs = stopsWithinMs;
        this.person = person;
    }

    /** @param yes whether it was answered before */
    boolean mayChange(SelectableNumber mine, boolean yes) {
        terminal.say("until the end this is changed for " + mine.label() + ":");
        for (NumberChange change : mine.changes()) {
            terminal.say(String.format(
                    Locale.ROOT, "  %-22s %s -> %s", change.setting(), plain(change.before()), plain(change.after())));
        }
        return yes || person == null || isYes(person);
    }

    /**
     * Asks for the later fate of another Sidetone's addresses on the number, if it has such.
     *
     * @param answered the answer that was given before, or null
     * @return null where the person gave no answer
     * @throws WrongSetting where there is nobody to ask
     */
    @Nullable
    Leftover leftover(SelectableNumber mine, @Nullable Leftover answered) throws WrongSetting {
        if (mine.leftover().isEmpty() || answered != null) {
            return answered == null ? Leftover.KEEP : answered;
        }
        String found = mine.number() + " has " + mine.leftover()
                + ", which looks like another Sidetone's: is it running elsewhere, or was it left so?";
        if (person == null) {
            throw new WrongSetting(found + " Say what it is to have at the end: --leftover clear (nothing) or"
                    + " --leftover keep (this again)");
        }
        terminal.say(found);
        return switch (answer(person, "at the end: [c]lear it, or [k]eep it? [c/k] ")) {
            case "c", "clear" -> Leftover.CLEAR;
            case "k", "keep" -> Leftover.KEEP;
            default -> null;
        };
    }

    private static String plain(String value) {
        return value.isEmpty() ? "(nothing)" : value;
    }

    private static @Nullable UnaryOperator<String> person() {
        Console console = terminal();
        return console == null ? null : question -> Objects.requireNonNullElse(console.readLine("%s", question), "");
    }

    /** Newer Javas would hand out a console where there is no terminal. */
    private static @Nullable Console terminal() {
        System.setProperty("jdk.console", "java.base");
        return System.console();
    }

    private boolean isYes(UnaryOperator<String> asked) {
        return answer(asked, "change it? [y/N] ").startsWith("y");
    }

    /** Whoever presses Ctrl-C has answered too. */
    private String answer(UnaryOperator<String> asked, String question) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> answer.complete(asked.apply(question)), "question");
        asking.setDaemon(true);
        asking.start();
        while (!answer.isDone()) {
            if (stopsWithinMs.test(LOOK_MS)) {
                return "";
            }
        }
        return answer.join().strip().toLowerCase(Locale.ROOT);
    }
}
