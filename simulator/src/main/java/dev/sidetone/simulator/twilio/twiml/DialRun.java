package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.line.LineCall;
import dev.sidetone.simulator.line.sound.Sound;
import dev.sidetone.simulator.line.sound.Tones;
import dev.sidetone.simulator.timeline.Fact;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <Dial>} under way: it rings, and a simulated person picks up, says a few words, listens for a while and hangs up. Owned by
 * its call, on the line thread.
 */
final class DialRun implements RunningVerb {
    /** Somebody who picks up does so after this. */
    static final long RING_SECONDS = 3;
    /** The time for which the person listens between the first words and the last. */
    static final long LISTEN_SECONDS = 5;

    private static final long SECOND_NS = 1_000_000_000L;
    private static final long FRAMES_PER_SECOND = SECOND_NS / LineFrame.NS;
    private static final long BUSY_SECONDS = 1;
    private static final String LAST_WORDS = "All right. Thank you for calling. Goodbye.";

    private enum State {
        RINGING,
        TALKING,
        OVER
    }

    private final LineCall call;
    private final PromptPlayer player;
    private final Verb.Dial verb;
    private final Callee callee;
    private final String callSid;
    private final Consumer<Map<String, String>> outcome;
    private State state = State.RINGING;
    private long answeredNs;
    private Timers.@Nullable Timer limit;

    /** @param outcome takes what the action is sent */
    DialRun(
            LineCall call,
            PromptPlayer player,
            Verb.Dial verb,
            String childCallSid,
            Consumer<Map<String, String>> outcome) {
        this.call = call;
        this.player = player;
        this.verb = verb;
        this.callee = first(verb.callees());
        this.callSid = childCallSid;
        this.outcome = outcome;
    }

    @Override
    public void begin() {
        call.answer();
        call.add(new Fact.DialBegan(nowNs(), callee.to(), callSid));
        call.note("Twilio dials " + callee.to());
        switch (callee.fate()) {
            case PICKS_UP -> ring(RING_SECONDS, this::pickUp);
            case BUSY -> ring(BUSY_SECONDS, () -> end(Callee.Fate.BUSY.status()));
            case NO_ANSWER -> ring(verb.timeoutSeconds(), this::noAnswer);
            case FAILED -> end(Callee.Fate.FAILED.status());
        }
    }

    @Override
    public void key(char key) {
        if (key == '*' && verb.hangupOnStar() && state == State.TALKING) {
            end(Callee.Fate.PICKS_UP.status());
        }
    }

    @Override
    public void drop() {
        if (state != State.OVER) {
            close(state == State.TALKING ? Callee.Fate.PICKS_UP.status() : "canceled");
        }
    }

    private void ring(long seconds, Runnable then) {
        boolean inTime = seconds <= verb.timeoutSeconds();
        long frames = Math.min(seconds, verb.timeoutSeconds()) * FRAMES_PER_SECOND;
        call.audio().play(Tones.ringBack(frames), inTime ? then : this::noAnswer);
    }

    private void noAnswer() {
        end(Callee.Fate.NO_ANSWER.status());
    }

    private void pickUp() {
        state = State.TALKING;
        answeredNs = nowNs();
        call.add(new Fact.DialAnswered(answeredNs, callee.to()));
        call.note(callee.to() + " picks up");
        limit = call.scheduler().after(verb.mostSeconds() * SECOND_NS, this::hangUp);
        say("Hello. You have reached " + spoken(callee.to()) + ". How can I help you?", this::listen);
    }

    private void listen() {
        call.audio().play(Sound.silence(LISTEN_SECONDS * FRAMES_PER_SECOND), () -> say(LAST_WORDS, this::hangUp));
    }

    private void say(String words, Runnable then) {
        player.speak(words, mulaw -> {
            if (state != State.TALKING) {
                return;
            }
            if (mulaw.length == 0) {
                then.run();
            } else {
                call.audio().play(Sound.words(mulaw, 1), then);
            }
        });
    }

    private void hangUp() {
        end(Callee.Fate.PICKS_UP.status());
    }

    private void end(String status) {
        boolean answered = state == State.TALKING;
        close(status);
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("DialCallSid", callSid);
        asked.put("DialCallStatus", status);
        if (answered) {
            asked.put("DialCallDuration", Long.toString((nowNs() - answeredNs) / SECOND_NS));
        }
        asked.put("DialBridged", Boolean.toString(answered));
        outcome.accept(asked);
    }

    private void close(String status) {
        long talkedNs = state == State.TALKING ? nowNs() - answeredNs : 0;
        state = State.OVER;
        call.audio().quiet();
        if (limit != null) {
            limit.cancel();
        }
        call.add(new Fact.DialEnded(nowNs(), callee.to(), status, talkedNs));
        call.note("the call to " + callee.to() + " is over: " + status);
    }

    private long nowNs() {
        return call.scheduler().nowNs();
    }

    /** Whoever would pick up, else whoever keeps ringing longest: all are rung at once. */
    private static Callee first(List<Callee> callees) {
        return callees.stream()
                .min(Comparator.comparingInt(one -> rank(one.fate())))
                .orElse(Callee.unreachable("nobody"));
    }

    private static int rank(Callee.Fate fate) {
        return switch (fate) {
            case PICKS_UP -> 0;
            case NO_ANSWER -> 1;
            case BUSY -> 2;
            case FAILED -> 3;
        };
    }

    /** A number is spoken digit by digit. */
    private static String spoken(String to) {
        return to.matches("[+\\d() .-]+")
                ? to.replaceAll("\\D", "").replaceAll("(\\d)", "$1 ").strip()
                : to.substring(to.indexOf(':') + 1);
    }
}
