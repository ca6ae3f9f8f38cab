package dev.sidetone.simulator.live;

import java.util.regex.Pattern;

/** Checks and normalizes phone numbers that a person typed: E.164, such as {@code +14155550123}. Stateless. */
public final class E164 {
    public static final String EXAMPLE = "as in +14155550123";

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s().-]");

    private E164() {}

    /** Returns the problem of a typed number in one sentence; empty where it is a number. */
    public static String problem(String typed) {
        String number = normalized(typed);
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

    /** Removes spaces, brackets, dots and hyphens between the digits. */
    public static String normalized(String typed) {
        return BETWEEN_DIGITS.matcher(typed).replaceAll("");
    }
}
