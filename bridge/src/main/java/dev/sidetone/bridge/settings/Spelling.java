package dev.sidetone.bridge.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one is nearest to, by Levenshtein's distance and without regard to case. Stateless. */
public final class Spelling {
    private Spelling() {}

    /** The nearest of {@code known} names, if no more than {@code most} letters are wrong, missing or too many. */
    public static Optional<String> nearest(String wrong, Collection<String> known, int most) {
        String typed = wrong.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> Math.abs(name.length() - typed.length()) <= most)
                .filter(name -> distance(typed, name.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.comparingInt(name -> distance(typed, name.toLowerCase(Locale.ROOT))));
    }

    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int i = 0; i <= b.length(); i++) {
            above[i] = i;
        }
        for (int row = 1; row <= a.length(); row++) {
            int[] now = new int[b.length() + 1];
            now[0] = row;
            for (int i = 1; i <= b.length(); i++) {
                int change = a.charAt(row - 1) == b.charAt(i - 1) ? 0 : 1;
                now[i] = Math.min(Math.min(now[i - 1], above[i]) + 1, above[i - 1] + change);
            }
            above = now;
        }
        return above[b.length()];
    }
}
