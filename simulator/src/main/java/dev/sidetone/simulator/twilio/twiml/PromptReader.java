package dev.sidetone.simulator.twilio.twiml;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads {@code <Say>}, {@code <Play>} and {@code <Pause>}, alone or in a {@code <Gather>}. Owned by its call, on the line thread. */
final class PromptReader {
    /** Twilio's limit for what one {@code <Say>} speaks. */
    static final int MOST_CHARACTERS = 4096;
    /** So often is for ever. */
    static final long FOR_EVER = Integer.MAX_VALUE;

    private static final long MOST_LOOPS = 1000;
    /** Waits of a second each make 4 MB of tones. */
    private static final int MOST_KEYS = 512;

    private static final long MOST_PAUSE_SECONDS = 24 * 3600;
    private static final Set<String> SAY = Set.of("voice", "language", "loop");
    private static final Set<String> PLAY = Set.of("loop", "digits");
    private static final Set<String> PAUSE = Set.of("length");

    private final TwimlWarnings warnings;

    PromptReader(TwimlWarnings warnings) {
        this.warnings = warnings;
    }

    static boolean isPrompt(Element element) {
        return Set.of("Say", "Play", "Pause").contains(element.getTagName());
    }

    /** The prompt in {@code element}, or null when there is nothing to hear. */
    Verb.@Nullable Prompt read(Element element) {
        return switch (element.getTagName()) {
            case "Say" -> say(element);
            case "Play" -> play(element);
            default -> pause(element);
        };
    }

    private Verb.@Nullable Prompt say(Element element) {
        VerbAttributes attributes = new VerbAttributes(element, warnings, SAY);
        String text = element.getTextContent().strip();
        if (text.isEmpty()) {
            warnings.invalid("<Say> is empty: it was skipped.", "Put the words between <Say> and </Say>.");
            return null;
        }
        if (text.length() > MOST_CHARACTERS) {
            warnings.invalid(
                    "<Say> has more than " + MOST_CHARACTERS + " characters: only so many were spoken.",
                    "Split the text over several <Say>.");
            text = text.substring(0, MOST_CHARACTERS);
        }
        return new Verb.Say(text, times(attributes));
    }

    private Verb.@Nullable Prompt play(Element element) {
        VerbAttributes attributes = new VerbAttributes(element, warnings, PLAY);
        String url = element.getTextContent().strip();
        String digits = attributes.text("digits");
        if (!url.isEmpty()) {
            return new Verb.Play(url, times(attributes));
        }
        String keys = digits.replaceAll("[^0-9*#wW]", "");
        if (!keys.equals(digits)) {
            warnings.invalid(
                    "<Play digits=\"" + digits + "\"> has characters that are no keys: they were left out.",
                    "Use 0-9, *, #, and w for a wait of half a second.");
        }
        if (keys.length() > MOST_KEYS) {
            warnings.invalid(
                    "<Play digits> has " + keys.length() + " keys: the first " + MOST_KEYS + " were played.",
                    "Split them: each takes a quarter of a second or more.");
            keys = keys.substring(0, MOST_KEYS);
        }
        if (keys.isEmpty()) {
            warnings.invalid("<Play> has nothing to play: it was skipped.", "Give it the URL of a sound, or digits.");
            return null;
        }
        return new Verb.Keys(keys, times(attributes));
    }

    private Verb.Prompt pause(Element element) {
        VerbAttributes attributes = new VerbAttributes(element, warnings, PAUSE);
        return new Verb.Pause(attributes.number("length", 1, 0, MOST_PAUSE_SECONDS));
    }

    private static long times(VerbAttributes attributes) {
        long loop = attributes.number("loop", 1, 0, MOST_LOOPS);
        return loop == 0 ? FOR_EVER : loop;
    }
}
