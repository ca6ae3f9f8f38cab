package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.live.LiveRequest;
import dev.sidetone.simulator.live.LiveState;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.number.Leftover;
import dev.sidetone.simulator.live.number.SelectableNumber;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Controls live mode for a person at a terminal and prints its progress. One thread. */
final class LiveTerminal {
    private static final long PERIOD_MS = 50;
    /** The longest time until the first callback of a call that was placed. */
    private static final long FIRST_CALLBACK_NS = 60_000_000_000L;

    private static final Set<LivePhase> IN_PROGRESS = Set.of(
            LivePhase.FINDING_ADDRESS, LivePhase.CHECKING_ADDRESS, LivePhase.READING_NUMBERS, LivePhase.SETTING_NUMBER);

    private static final Set<String> ANSWERED = Set.of("in-progress", "completed");
    private static final Set<String> UNANSWERED = Set.of("busy", "no-answer", "failed", "canceled");

    private final LiveMode live;
    private final Options options;
    private final Terminal terminal;
    private final StopSignals stop;
    private final Consumer<String> complaints;
    private final LiveCallPrinter calls;
    private final NanoClock clock = NanoClock.system();
    private @Nullable LivePhase shownPhase;
    private @Nullable Trouble shownTrouble;
    private boolean leftUnanswered;

    /**
     * The options of the command.
     *
     * @param publicUrl the public origin, or null for the one in the settings
     * @param number the account's number to use, or null for the only one
     * @param call the number to call, or null to wait for calls
     * @param duration the time after which the session ends, or null for Ctrl-C
     * @param yes true to change the number without a question
     * @param leftover the later fate of another Sidetone's addresses on the number, or null to ask
     */
    record Options(
            @Nullable String publicUrl,
            @Nullable String number,
            @Nullable String call,
            @Nullable Duration duration,
            boolean yes,
            @Nullable Leftover leftover) {}

    LiveTerminal(LiveMode live, Options options, Terminal terminal, StopSignals stop, Consumer<String> complaints) {
        this.live = live;
        this.options = options;
        this.terminal = terminal;
        this.stop = stop;
        this.complaints = complaints;
        this.calls = new LiveCallPrinter(terminal);
    }

    /** The results of all calls so far, the oldest first. */
    List<LiveCallResult> results() {
        return calls.results();
    }

    /** Runs the session from the public address to the last call. */
    void run() throws WrongSetting, CannotRun {
        live.begin(new LiveRequest("", options.publicUrl(), null));
        LiveState choosing = awaitStep();
        if (stop.isAsked()) {
            return;
        }
        SelectableNumber mine = choose(choosing.numbers());
        ChangeQuestion question = new ChangeQuestion(terminal, stop);
        Leftover leftover = question.leftover(mine, options.leftover());
        if (leftover == null || !question.mayChange(mine, options.yes())) {
            terminal.say("nothing was changed");
            return;
        }
        live.use(mine.sid(), leftover);
        LiveState ready = awaitStep();
        if (stop.isAsked() && IN_PROGRESS.contains(ready.phase())) {
            return;
        }
        if (ready.phase() != LivePhase.READY) {
            throw failure(ready);
        }
        terminal.say("ready: " + mine.number() + " rings the bridge"
                + (options.call() == null ? "; call it. Ctrl-C ends" : ""));
        long readyNs = clock.nowNs();
        if (options.call() == null) {
            follow(readyNs);
        } else {
            callOut(options.call(), readyNs);
        }
    }

    private LiveState awaitStep() throws CannotRun {
        LiveState now = printNew();
        while (IN_PROGRESS.contains(now.phase()) && !stop.await(PERIOD_MS)) {
            now = printNew();
        }
        if (now.phase() == LivePhase.BROKEN) {
            throw failure(now);
        }
        return now;
    }

    /** A problem that ends the command is its last line; it is not shown besides while leaving. */
    private CannotRun failure(LiveState now) {
        shownTrouble = now.trouble();
        Trouble trouble = Objects.requireNonNullElse(now.trouble(), new Trouble("Live mode ended.", ""));
        return new CannotRun((trouble.what() + " " + trouble.cure()).strip());
    }

    private SelectableNumber choose(List<SelectableNumber> numbers) throws WrongSetting {
        List<SelectableNumber> fitting = numbers.stream()
                .filter(each -> options.number() == null || each.number().equals(options.number()))
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        String all = numbers.stream().map(SelectableNumber::label).collect(Collectors.joining(", "));
        if (numbers.isEmpty()) {
            throw new WrongSetting("the account has no number that takes calls: buy one at console.twilio.com");
        }
        throw new WrongSetting(
                options.number() == null
                        ? "the account has several numbers: choose one with --number or TWILIO_NUMBER: " + all
                        : "--number " + options.number() + " is none of the account's: it has " + all);
    }

    /** Prints the calls that come, until the end. */
    private void follow(long sinceNs) {
        while (!stop.isAsked() && !isTimeUp(sinceNs)) {
            stop.await(PERIOD_MS);
            printNew();
        }
    }

    private boolean isTimeUp(long sinceNs) {
        return options.duration() != null
                && clock.nowNs() - sinceNs >= options.duration().toNanos();
    }

    private void callOut(String to, long sinceNs) throws CannotRun {
        live.call(to);
        while (!stop.isAsked() && !isTimeUp(sinceNs)) {
            stop.await(PERIOD_MS);
            LiveState now = printNew();
            LiveCall placed = placed(now);
            if (placed != null && placed.isOver()) {
                return;
            }
            if (placed == null && now.trouble() != null) {
                throw failure(now);
            }
            if (placed == null && clock.nowNs() - sinceNs > FIRST_CALLBACK_NS) {
                throw new CannotRun("Twilio took the call to " + to + " and sent no callback about it: is "
                        + "the public address still up?");
            }
        }
        LiveCall placed = placed(live.now());
        leftUnanswered = placed == null || !ANSWERED.contains(placed.status());
    }

    /** Refuses the end of a session whose own call nobody answered: it tested nothing. To be called once live mode is left. */
    void checkCallOut() throws CannotRun {
        LiveCall placed = placed(live.now());
        String status = placed == null ? "it is canceled" : placed.status();
        if (leftUnanswered) {
            throw new CannotRun("the call to " + options.call() + " was left before anybody answered it: " + status
                    + ". Wait for the answer, or call another number");
        }
        if (options.call() != null && placed != null && UNANSWERED.contains(status)) {
            throw new CannotRun("the call to " + placed.to() + " came to nothing: " + status
                    + ". Try again, or call another number");
        }
    }

    private static @Nullable LiveCall placed(LiveState now) {
        return now.calls().stream().filter(LiveCall::isOutbound).findFirst().orElse(null);
    }

    /** Prints what is new. */
    private LiveState printNew() {
        LiveState now = live.now();
        if (now.phase() != shownPhase) {
            shownPhase = now.phase();
            String words = words(now.phase());
            if (words != null) {
                terminal.say(words);
            }
        }
        Trouble trouble = now.trouble();
        if (trouble != null && !isThrown(now) && !trouble.equals(shownTrouble)) {
            shownTrouble = trouble;
            complaints.accept((trouble.what() + " " + trouble.cure()).strip());
        }
        calls.printNew(now.calls());
        return now;
    }

    /** A problem that ends the command is its last line, and a number that is not put back has been reported. */
    private boolean isThrown(LiveState now) {
        boolean callsOut = options.call() != null && placed(now) == null && now.phase() == LivePhase.READY;
        return now.phase() == LivePhase.BROKEN
                || now.phase() == LivePhase.CHOOSING
                || callsOut
                || Objects.equals(now.trouble(), now.unrestored());
    }

    private static @Nullable String words(LivePhase phase) {
        return switch (phase) {
            case FINDING_ADDRESS -> "looking for the public address";
            case CHECKING_ADDRESS -> "reaching this bridge through it";
            case READING_NUMBERS -> "asking Twilio for the account's numbers";
            case SETTING_NUMBER -> "setting the number";
            default -> null;
        };
    }

    /** Leaves live mode, and prints meanwhile what comes and what it waits for. */
    void leave() {
        announceEnd();
        Thread leaving = new Thread(live::close, "leave");
        leaving.start();
        LeavingLines lines = new LeavingLines();
        while (leaving.isAlive()) {
            join(leaving);
            LiveState now = printNew();
            String line = lines.next(now.waiting());
            if (line != null && leaving.isAlive()) {
                terminal.say(line);
            }
        }
        printNew();
    }

    private static void join(Thread leaving) {
        try {
            leaving.join(PERIOD_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Announces the end, where calls still run. */
    private void announceEnd() {
        printNew();
        long running =
                live.now().calls().stream().filter(call -> !call.isOver()).count();
        if (running > 0) {
            terminal.say("ending: " + running + (running == 1 ? " call has" : " calls have")
                    + " 10 s; Ctrl-C again ends at once");
        }
    }
}
