package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a transcript of the terminal for sentences that a person reads twice. The story of the session, the report of each call and the
 * summary are read one by one: what is true of two calls is said of each. Stateless.
 */
final class SaidOnce {
    /** Fewer are a step of a call's story, such as "call the line is open". */
    private static final int WORDS_OF_A_SENTENCE = 6;

    private static final Pattern PART = Pattern.compile("\n(?=Call CA|Session  )");
    /** The command's name, or a call's, whose story is its own, with the time in the call. */
    private static final Pattern BEFORE = Pattern.compile(
            "^\\s*(?:sidetone: )?(\\+?\\d* [0-9a-f]{4}\\s+)?(?:-?\\d\\d:\\d\\d\\.\\d\\s+|--\\.--\\s+)?");

    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?])\\s+");

    private SaidOnce() {}

    /** Fails where a sentence is in one part of {@code transcript} twice. */
    static void check(String transcript) {
        for (String part : PART.split(transcript, -1)) {
            assertThat(sentences(part)).as("said twice in\n%s", part).doesNotHaveDuplicates();
        }
    }

    private static List<String> sentences(String part) {
        List<String> all = new ArrayList<>();
        for (String line : part.split("\n", -1)) {
            Matcher before = BEFORE.matcher(line);
            String call = before.find() && before.group(1) != null ? before.group(1) : "";
            for (String sentence :
                    BETWEEN_SENTENCES.split(before.replaceFirst("").strip(), -1)) {
                if (sentence.split("\\s+", -1).length >= WORDS_OF_A_SENTENCE) {
                    all.add(call + sentence);
                }
            }
        }
        return all;
    }
}
