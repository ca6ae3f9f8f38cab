package dev.sidetone.simulator.scenario;

import java.util.Locale;
import java.util.regex.Pattern;

/** Compares what was said with what was expected: letters and digits count, case and punctuation do not. Stateless. */
final class Words {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** Whether {@code said} has the words {@code wanted} in it, one after the other; the first and the last may be parts of words. */
    static boolean contain(String said, String wanted) {
        return plain(said).contains(plain(wanted).strip());
    }

    private static String plain(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }
}
