package dev.sidetone.bridge.agent;

import java.util.List;

/**
 * The telephone numbers that an agent may name for a transfer: an agent can be talked into anything, so that only listed ones are dialled.
 * Immutable, for any thread.
 *
 * @param any true where every number is allowed, for agents whose every word is the user's own
 * @param numbers as people write them
 */
public record Destinations(boolean any, List<String> numbers) {
    /** None but the number that is set for the bridge. */
    public static final Destinations NONE = new Destinations(false, List.of());

    /** Every telephone number. */
    public static final Destinations ANY = new Destinations(true, List.of());

    public Destinations {
        numbers = numbers.stream().map(Destinations::plain).toList();
    }

    /** Whether {@code number}, written in any way, is one of them. */
    public boolean allow(String number) {
        return any || numbers.contains(plain(number));
    }

    /** A number without what people write between its digits. */
    public static String plain(String number) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char each = number.charAt(i);
            if (!Character.isWhitespace(each) && "().-".indexOf(each) < 0) {
                plain.append(each);
            }
        }
        return plain.toString();
    }
}
