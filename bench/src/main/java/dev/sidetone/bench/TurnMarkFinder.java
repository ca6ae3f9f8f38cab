package dev.sidetone.bench;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Finds answered turns in a picture of the dark window's timeline: the line at the end of the caller's speech, in the caller's colour; from its
 * foot the bracket, in a band's colour, or dashed and grey for a turn that was not judged; at its end the line where the agent is first heard.
 */
final class TurnMarkFinder {
    private static final int CALLER = 0x58a6ff;
    private static final int[] BANDS = {0x3fb950, 0xd29922, 0xf0883e, 0xf85149, 0x8b949e};
    /** Where the time of a judged turn went, over the middle of its bracket. */
    private static final int[] SPLIT = {0xd29922, 0x39c5cf, 0x8b949e};

    private static final int LEAST_ACROSS_PX = 12;
    private static final int LEAST_DOWN_PX = 15;
    private static final int MOST_GAP_PX = 5;
    private static final int SAME = 6;

    private final BufferedImage picture;

    TurnMarkFinder(BufferedImage picture) {
        this.picture = picture;
    }

    /** Returns the number of turns with all their marks. */
    int count() {
        int count = 0;
        for (int y = 1; y < picture.getHeight() - 1; y++) {
            for (int band : BANDS) {
                count += turnsAt(y, band);
            }
        }
        return count;
    }

    /** Counts the turns whose bracket has its upper edge in this row. */
    private int turnsAt(int y, int band) {
        int count = 0;
        int x = 0;
        while (x < picture.getWidth()) {
            int end = across(x, y, band);
            if (end - x >= LEAST_ACROSS_PX && !is(end, y - 1, band)) {
                count += isSpeechEnd(x, y, band) && isFirstAudible(end, y, band) ? 1 : 0;
            }
            x = end + 1;
        }
        return count;
    }

    /** Returns the last pixel of a line that starts at {@code x}, across the gaps between dashes. */
    private int across(int x, int y, int band) {
        int end = x;
        for (int next = x; is(x, y, band) && next - end <= MOST_GAP_PX; next++) {
            end = isBracket(next, y, band) ? next : end;
        }
        return end;
    }

    private boolean isBracket(int x, int y, int band) {
        return is(x, y, band) || Arrays.stream(SPLIT).anyMatch(part -> is(x, y, part));
    }

    private boolean isSpeechEnd(int x, int bracketY, int band) {
        int y = bracketY - 1;
        while (is(x, y, band)) {
            y--;
        }
        int down = 0;
        while (is(x, y - down, CALLER)) {
            down++;
        }
        return down >= LEAST_DOWN_PX;
    }

    private boolean isFirstAudible(int x, int bracketY, int band) {
        int down = 0;
        while (is(x, bracketY + down, band)) {
            down++;
        }
        return down >= LEAST_DOWN_PX;
    }

    private boolean is(int x, int y, int colour) {
        if (x < 0 || y < 0 || x >= picture.getWidth() || y >= picture.getHeight()) {
            return false;
        }
        int rgb = picture.getRGB(x, y);
        return Math.abs((rgb >> 16 & 0xFF) - (colour >> 16 & 0xFF)) <= SAME
                && Math.abs((rgb >> 8 & 0xFF) - (colour >> 8 & 0xFF)) <= SAME
                && Math.abs((rgb & 0xFF) - (colour & 0xFF)) <= SAME;
    }
}
