package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.line.LineCall;
import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One {@code <Gather>} under way: its prompts, the keys so far and the wait for the next. Owned by its call, on the line thread. */
final class GatherRun implements RunningVerb {
    private static final long SECOND_NS = 1_000_000_000L;

    private final LineCall call;
    private final PromptPlayer player;
    private final Verb.Gather verb;
    private final URI document;
    private final Outcome outcome;
    private final Iterator<Verb.Prompt> prompts;
    private final StringBuilder digits = new StringBuilder();
    private Timers.@Nullable Timer silence;
    private boolean ready;
    private boolean running;

    /** Takes the keys that were pressed. */
    @FunctionalInterface
    interface Outcome {
        /** Takes the fields for the action, or null when the next verb follows. */
        void gathered(@Nullable Map<String, String> asked);
    }

    GatherRun(LineCall call, PromptPlayer player, Verb.Gather verb, URI document, Outcome outcome) {
        this.call = call;
        this.player = player;
        this.verb = verb;
        this.document = document;
        this.outcome = outcome;
        this.prompts = verb.prompts().iterator();
    }

    @Override
    public void begin() {
        call.answer();
        promptDone();
    }

    @Override
    public void key(char key) {
        if (!verb.keys()) {
            return;
        }
        player.stop();
        String pressed = String.valueOf(key);
        if (pressed.equals(verb.finishKey())) {
            end(pressed);
            return;
        }
        digits.append(key);
        if (digits.length() == verb.mostDigits()) {
            end("");
        } else {
            await();
        }
    }

    @Override
    public void drop() {
        player.stop();
        if (silence != null) {
            silence.cancel();
        }
    }

    /** A prompt of no length comes back into this loop, not onto the stack. */
    private void promptDone() {
        ready = true;
        if (running) {
            return;
        }
        running = true;
        while (ready && prompts.hasNext()) {
            ready = false;
            player.begin(prompts.next(), document, this::promptDone);
        }
        running = false;
        if (ready) {
            await();
        }
    }

    private void await() {
        if (silence != null) {
            silence.cancel();
        }
        silence = call.scheduler().after(verb.timeoutSeconds() * SECOND_NS, () -> end(""));
    }

    private void end(String finishKey) {
        drop();
        boolean empty = digits.length() == 0;
        call.note(empty ? "<Gather> took no key" : "<Gather> took the keys " + digits);
        if (empty && !verb.evenIfEmpty()) {
            outcome.gathered(null);
            return;
        }
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("Digits", digits.toString());
        asked.put("FinishedOnKey", finishKey);
        outcome.gathered(asked);
    }
}
