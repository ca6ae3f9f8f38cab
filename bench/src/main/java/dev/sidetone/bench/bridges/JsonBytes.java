package dev.sidetone.bench.bridges;

import java.nio.charset.StandardCharsets;

/** Looks for text in messages whose shape is known, without reading them as JSON: the load must cost little. Stateless. */
final class JsonBytes {
    private static final int MOST_CHARS = 100;

    private JsonBytes() {}

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Where {@code what} ends in {@code bytes}, or -1. */
    static int after(byte[] what, byte[] bytes, int from, int to) {
        for (int at = from; at <= to - what.length; at++) {
            int i = 0;
            while (i < what.length && bytes[at + i] == what[i]) {
                i++;
            }
            if (i == what.length) {
                return at + what.length;
            }
        }
        return -1;
    }

    /** The quote that ends the text from {@code from} on, or {@code to}. */
    static int quote(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '"') {
            at++;
        }
        return at;
    }

    /** The first words of a message, for people. */
    static String beginning(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.min(to - from, MOST_CHARS), StandardCharsets.UTF_8);
    }
}
