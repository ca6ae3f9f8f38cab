package dev.sidetone.simulator.twilio.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The words of one turn of the caller, revealed as they are spoken. Owned by its ear, on the line thread. */
final class HeardWords {
    /** One utterance: its words, or null where nobody knows them. */
    private record Utterance(@Nullable String words, long startNs, long lengthNs) {}

    private final List<Utterance> utterances = new ArrayList<>();
    private long endNs;

    void begin(@Nullable String words, long startNs, long lengthNs) {
        utterances.add(new Utterance(words, startNs, lengthNs));
    }

    void end(long atNs) {
        endNs = atNs;
    }

    long endNs() {
        return endNs;
    }

    /** When the latest utterance began. */
    long startNs() {
        return utterances.isEmpty() ? 0 : utterances.get(utterances.size() - 1).startNs();
    }

    /** The number of utterances whose words nobody knows. */
    long unknown() {
        return utterances.stream().filter(one -> one.words() == null).count();
    }

    /** Gives the utterances without words those of {@code source}, in order, as far as it has any. */
    void fill(Supplier<@Nullable String> source) {
        utterances.replaceAll(
                one -> one.words() != null ? one : new Utterance(source.get(), one.startNs(), one.lengthNs()));
    }

    /** The words by {@code nowNs}: whole ones, no longer than they take to say. Empty where nobody knows them yet. */
    String soFar(long nowNs) {
        StringBuilder text = new StringBuilder();
        for (Utterance one : utterances) {
            append(text, one.words() == null ? "" : begun(one.words(), nowNs - one.startNs(), one.lengthNs()));
        }
        return text.toString();
    }

    /** All the words; a mark with the length of speech whose words nobody knows. */
    String all() {
        StringBuilder text = new StringBuilder();
        for (Utterance one : utterances) {
            String words = one.words();
            append(text, words == null ? mark(one) : words);
        }
        return text.toString();
    }

    private String mark(Utterance one) {
        long ms = Math.max(0, endNs - one.startNs()) / 1_000_000;
        return String.format(Locale.ROOT, "[speech %.1f s]", ms / 1000.0);
    }

    private static String begun(String words, long spokenNs, long lengthNs) {
        if (lengthNs <= 0 || spokenNs >= lengthNs) {
            return words;
        }
        int end = (int) (words.length() * Math.max(0, spokenNs) / lengthNs);
        int space = words.lastIndexOf(' ', end);
        return space <= 0 ? "" : words.substring(0, space);
    }

    private static void append(StringBuilder text, String words) {
        if (!words.isEmpty()) {
            text.append(text.length() == 0 ? "" : " ").append(words);
        }
    }
}
