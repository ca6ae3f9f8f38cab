package dev.sidetone.simulator.agent;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns telephone keys into words, and finds them in words. Stateless, for any thread. */
public final class KeypadWords {
    /** Every key there is. */
    public static final List<Character> KEYS = List.of('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#');
    /** Begins the answer to several keys, which are named one by one. */
    public static final String SEVERAL = "You pressed";

    private static final Map<Character, String> WORDS = Map.ofEntries(
            Map.entry('0', "zero"),
            Map.entry('1', "one"),
            Map.entry('2', "two"),
            Map.entry('3', "three"),
            Map.entry('4', "four"),
            Map.entry('5', "five"),
            Map.entry('6', "six"),
            Map.entry('7', "seven"),
            Map.entry('8', "eight"),
            Map.entry('9', "nine"),
            Map.entry('*', "star"),
            Map.entry('#', "pound"));
    private static final Pattern PRESSED =
            Pattern.compile("\\bpress(?:ed|es)?\\b[^0-9*#]{0,20}([0-9*#][0-9*# ,]*)", Pattern.CASE_INSENSITIVE);

    private KeypadWords() {}

    /** The answer to one key. */
    public static String pressed(char key) {
        return SEVERAL + " " + WORDS.get(key) + ".";
    }

    /** One of several keys, as said in a row. */
    public static String word(char key) {
        return WORDS.get(key) + ".";
    }

    /** The keys that a message such as {@code [caller pressed 5]} says were pressed, or nothing. */
    public static String keysIn(String message) {
        Matcher matcher = PRESSED.matcher(message);
        StringBuilder keys = new StringBuilder();
        while (matcher.find()) {
            keys.append(matcher.group(1).replaceAll("[ ,]", ""));
        }
        return keys.toString();
    }
}
