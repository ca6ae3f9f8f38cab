package dev.sidetone.simulator.load;

import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.caller.Clip;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The callers of a load without a scenario: each asks other things in another order, pauses as long as it likes, and half of them interrupt. A
 * caller is the same in each of its calls and in each load. For any thread.
 */
public final class DemoCallers {
    private static final int GREETING_MS = 3_000;
    private static final int ANSWER_MS = 10_000;
    private static final int LONGEST_ANSWER_MS = 30_000;
    private static final int MOST_BEFORE_MS = 1_500;
    private static final List<String> QUESTIONS =
            List.of("ask-opening-hours", "book-a-table", "ask-address", "press-five");
    /** The sound of a phrase is the same for all who say it. */
    private static final Map<String, Clip> CLIPS = new ConcurrentHashMap<>();

    private DemoCallers() {}

    /** Creates the caller of that number, who speaks when a two-way stream is open. */
    public static Caller caller(int number) {
        Random habits = new Random(number * 0x9E3779B97F4A7C15L);
        int gapMs = 500 + habits.nextInt(700);
        int first = habits.nextInt(QUESTIONS.size());
        boolean interrupts = habits.nextBoolean();
        int intoAnswerMs = 600 + habits.nextInt(900);
        CallerScript script = new CallerScript()
                .hear(GREETING_MS)
                .quiet(gapMs, LONGEST_ANSWER_MS)
                .pause(habits.nextInt(MOST_BEFORE_MS));
        for (int i = 0; i < 3; i++) {
            script.say(clip(QUESTIONS.get((first + i) % QUESTIONS.size())));
            if (i == 1 && interrupts) {
                script.hearFor(intoAnswerMs, ANSWER_MS).say(clip("interrupt-stop"));
            }
            script.hear(ANSWER_MS).quiet(gapMs, LONGEST_ANSWER_MS);
        }
        if (habits.nextBoolean()) {
            script.press('5').hear(ANSWER_MS).quiet(gapMs, LONGEST_ANSWER_MS);
        }
        script.say(clip("thank-you-goodbye")).hear(ANSWER_MS).quiet(gapMs, LONGEST_ANSWER_MS);
        return Callers.awaitingStream(script.hangUp().caller());
    }

    private static Clip clip(String name) {
        return CLIPS.computeIfAbsent(name, Callers::voice);
    }
}
