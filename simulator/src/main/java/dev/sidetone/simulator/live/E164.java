package dev.sidetone.simulator.live;

import java.util.regex.Pattern;

/** A phone number as a person types it. Stateless. */
public final class E164 {
    public static final String EXAMPLE = "as in +14155550123";

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s().-]");

    private E164() {}

    /** What is wrong with it, in a sentence; empty if nothing. */
    public static String whatIsWrongWith(String typed) {
        String number = of(typed);
        if (number.isEmpty()) {
            return "A number with its country, " + EXAMPLE;
        }
        if (!number.startsWith("+")) {
            return "It starts with + and the country, " + EXAMPLE;
        }
        if (!number.substring(1).chars().allMatch(Character::isDigit)) {
            return "After the + come digits only, " + EXAMPLE;
        }
        return E164.matcher(number).matches() ? "" : "It has 7 to 15 digits and no leading 0, " + EXAMPLE;
    }

    /** The same without what people put between the digits. */
    public static String of(String typed) {
        return BETWEEN_DIGITS.matcher(typed).replaceAll("");
    }
}
