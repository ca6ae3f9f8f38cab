package dev.sidetone.simulator.twilio.twiml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads {@code <Gather>} and the prompts in it. Owned by its call, on the line thread. */
final class GatherReader {
    private static final Set<String> KNOWN = Set.of(
            "action",
            "actionOnEmptyResult",
            "bargeIn",
            "debug",
            "dtmfDetection",
            "enhanced",
            "finishOnKey",
            "hints",
            "input",
            "language",
            "maxSpeechTime",
            "method",
            "numDigits",
            "partialResultCallback",
            "partialResultCallbackMethod",
            "profanityFilter",
            "speechModel",
            "speechTimeout",
            "timeout");
    private static final long USUAL_TIMEOUT_SECONDS = 5;
    private static final long MOST_TIMEOUT_SECONDS = 600;
    private static final long MOST_DIGITS = 1000;

    private final TwimlWarnings warnings;
    private final PromptReader prompts;

    GatherReader(TwimlWarnings warnings, PromptReader prompts) {
        this.warnings = warnings;
        this.prompts = prompts;
    }

    Verb read(Element element) {
        VerbAttributes attributes = new VerbAttributes(element, warnings, KNOWN);
        String input = attributes.oneOf("input", "dtmf", "speech", "dtmf speech", "speech dtmf");
        if (input.contains("speech")) {
            warnings.add(TwimlFindings.speech(input));
        }
        return new Verb.Gather(
                attributes.action(),
                input.contains("dtmf"),
                timeout(attributes),
                attributes.number("numDigits", 0, 1, MOST_DIGITS),
                finishKey(attributes),
                attributes.flag("actionOnEmptyResult"),
                prompts(element));
    }

    private static long timeout(VerbAttributes attributes) {
        return attributes.text("timeout").equals("auto")
                ? USUAL_TIMEOUT_SECONDS
                : attributes.number("timeout", USUAL_TIMEOUT_SECONDS, 0, MOST_TIMEOUT_SECONDS);
    }

    /** An empty one means that no key ends it. */
    private String finishKey(VerbAttributes attributes) {
        if (!attributes.has("finishOnKey")) {
            return "#";
        }
        String key = attributes.text("finishOnKey");
        if (key.isEmpty() || key.matches("[0-9*#]")) {
            return key;
        }
        warnings.invalid(
                "<Gather finishOnKey=\"" + key + "\"> is wrong: \"#\" was taken.",
                "Give finishOnKey one of 0-9, * and #, or nothing.");
        return "#";
    }

    private List<Verb.Prompt> prompts(Element element) {
        List<Verb.Prompt> read = new ArrayList<>();
        for (Element child : TwimlDocument.children(element)) {
            if (!PromptReader.isPrompt(child)) {
                warnings.invalid(
                        "<Gather> cannot hold <" + child.getTagName() + ">: it was skipped.",
                        "Put only <Say>, <Play> and <Pause> into <Gather>; capitals count.");
                continue;
            }
            Verb.Prompt prompt = prompts.read(child);
            if (prompt != null) {
                read.add(prompt);
            }
        }
        return List.copyOf(read);
    }
}
