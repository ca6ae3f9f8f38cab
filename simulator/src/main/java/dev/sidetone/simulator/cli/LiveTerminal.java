package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.live.LiveRequest;
import dev.sidetone.simulator.live.LiveState;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.number.AccountNumber;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works live mode for a person at a terminal, and tells what happens. One thread. */
final class LiveTerminal {
    private static final long LOOK_MS = 50;
    /** A call that somebody placed has this long to begin to ring. */
    private static final long RINGS_NS = 60_000_000_000L;

    private static final Set<LivePhase> UNDER_WAY = Set.of(
            LivePhase.FINDING_ADDRESS, LivePhase.CHECKING_ADDRESS, LivePhase.READING_NUMBERS, LivePhase.SETTING_NUMBER);

    private static final Set<String> UNANSWERED = Set.of("busy", "no-answer", "failed", "canceled");

    private final LiveMode live;
    private final Wish wish;
    private final Terminal terminal;
    private final StopSignals stop;
    private final CallTellers tellers;
    private final NanoClock clock = NanoClock.system();
    private @Nullable LivePhase told;
    private @Nullable Trouble toldTrouble;

    /**
     * What a person wants.
     *
     * @param number of the account, or null for the only one
     * @param call whom to call, or null to wait for calls
     * @param duration when it ends, or null for Ctrl-C
     * @param yes whether the number may be changed without asking
     */
    record Wish(
            @Nullable String publicUrl,
            @Nullable String number,
            @Nullable String call,
            @Nullable Duration duration,
            boolean yes) {}

    LiveTerminal(LiveMode live, Wish wish, Terminal terminal, StopSignals stop) {
        this.live = live;
        this.wish = wish;
        this.terminal = terminal;
        this.stop = stop;
        this.tellers = new CallTellers(terminal);
    }

    /** Of all calls so far, the oldest first. */
    List<LiveCallResult> outcomes() {
        return tellers.outcomes();
    }

    /** From the address to the last call. */
    void run() throws WrongSetting, CannotRun {
        live.begin(new LiveRequest("", wish.publicUrl(), null));
        LiveState there = settled();
        if (stop.isAsked()) {
            return;
        }
        AccountNumber mine = choose(there.numbers());
        if (!new ChangeQuestion(terminal, stop).mayChange(mine, wish.yes())) {
            terminal.say("nothing was changed");
            return;
        }
        live.use(mine.sid());
        LiveState ready = settled();
        if (ready.phase() != LivePhase.READY) {
            throw cannot(ready);
        }
        terminal.say("ready: " + mine.number() + " rings the bridge"
                + (wish.call() == null ? "; call it. Ctrl-C ends" : ""));
        long readyNs = clock.nowNs();
        if (wish.call() == null) {
            follow(readyNs);
        } else {
            callOut(wish.call(), readyNs);
        }
    }

    private LiveState settled() throws CannotRun {
        LiveState now = look();
        while (UNDER_WAY.contains(now.phase()) && !stop.await(LOOK_MS)) {
            now = look();
        }
        if (now.phase() == LivePhase.BROKEN) {
            throw cannot(now);
        }
        return now;
    }

    private static CannotRun cannot(LiveState now) {
        Trouble trouble = Objects.requireNonNullElse(now.trouble(), new Trouble("Live mode ended.", ""));
        return new CannotRun((trouble.what() + " " + trouble.cure()).strip());
    }

    private AccountNumber choose(List<AccountNumber> numbers) throws WrongSetting {
        List<AccountNumber> fitting = numbers.stream()
                .filter(each -> wish.number() == null || each.number().equals(wish.number()))
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        String all = numbers.stream().map(AccountNumber::label).collect(Collectors.joining(", "));
        if (numbers.isEmpty()) {
            throw new WrongSetting("the account has no number that takes calls: buy one at console.twilio.com");
        }
        throw new WrongSetting(
                wish.number() == null
                        ? "the account has several numbers: choose one with --number or TWILIO_NUMBER: " + all
                        : "--number " + wish.number() + " is none of the account's: it has " + all);
    }

    /** Calls come and go until it is enough. */
    private void follow(long sinceNs) {
        while (!stop.isAsked() && !isEnough(sinceNs)) {
            stop.await(LOOK_MS);
            look();
        }
    }

    private boolean isEnough(long sinceNs) {
        return wish.duration() != null
                && clock.nowNs() - sinceNs >= wish.duration().toNanos();
    }

    private void callOut(String to, long sinceNs) throws CannotRun {
        live.call(to);
        while (!stop.isAsked() && !isEnough(sinceNs)) {
            stop.await(LOOK_MS);
            LiveState now = look();
            LiveCall placed = placed(now);
            if (placed != null && placed.isOver()) {
                answered(placed);
                return;
            }
            if (placed == null && now.trouble() != null) {
                throw cannot(now);
            }
            if (placed == null && clock.nowNs() - sinceNs > RINGS_NS) {
                throw new CannotRun("Twilio took the call to " + to + " and told nothing of it: is "
                        + "the public address still up?");
            }
        }
    }

    /** Nobody was spoken to, so nothing can be said of the agent: it is not that something failed, it could not be tried. */
    private static void answered(LiveCall placed) throws CannotRun {
        if (UNANSWERED.contains(placed.status())) {
            throw new CannotRun("the call to " + placed.to() + " came to nothing: " + placed.status()
                    + ". Try again, or call another number");
        }
    }

    private static @Nullable LiveCall placed(LiveState now) {
        return now.calls().stream().filter(LiveCall::isOutbound).findFirst().orElse(null);
    }

    /** Tells what is new. */
    private LiveState look() {
        LiveState now = live.now();
        if (now.phase() != told) {
            told = now.phase();
            String words = words(now.phase());
            if (words != null) {
                terminal.say(words);
            }
        }
        if (now.trouble() != null && !now.trouble().equals(toldTrouble) && now.phase() != LivePhase.BROKEN) {
            toldTrouble = now.trouble();
            terminal.say((toldTrouble.what() + " " + toldTrouble.cure()).strip());
        }
        tellers.tell(now.calls());
        return now;
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

    void sayGoodBye() {
        look();
        long running =
                live.now().calls().stream().filter(call -> !call.isOver()).count();
        if (running > 0) {
            terminal.say("ending: " + running + (running == 1 ? " call has" : " calls have")
                    + " 10 s; Ctrl-C again ends at once");
        }
    }

    /** What came to light at the very end. */
    void tellRest() {
        tellers.tell(live.now().calls());
    }
}
