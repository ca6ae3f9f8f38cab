package dev.sidetone.simulator.twilio.twiml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** {@code <Dial>} and whom it rings. Owned by its call, on the line thread. */
final class DialReader {
    private static final Set<String> KNOWN = Set.of(
            "action",
            "answerOnBridge",
            "callReason",
            "callerId",
            "events",
            "hangupOnStar",
            "method",
            "record",
            "recordingStatusCallback",
            "recordingStatusCallbackEvent",
            "recordingStatusCallbackMethod",
            "recordingTrack",
            "referMethod",
            "referUrl",
            "ringTone",
            "sequential",
            "timeLimit",
            "timeout",
            "trim");
    private static final long USUAL_TIMEOUT_SECONDS = 30;
    private static final long MOST_TIMEOUT_SECONDS = 600;
    private static final long MOST_TALK_SECONDS = 14_400;
    private static final String NUMBER = "\\+?[\\d() .-]{3,24}";

    private final TwimlWarnings warnings;

    DialReader(TwimlWarnings warnings) {
        this.warnings = warnings;
    }

    Verb read(Element element) {
        VerbAttributes attributes = new VerbAttributes(element, warnings, KNOWN);
        checkCallerId(attributes.text("callerId"));
        List<Callee> callees = callees(element);
        if (callees.isEmpty()) {
            warnings.invalid("<Dial> names nobody to ring.", "Give it a number, or a <Number>, <Client> or <Sip>.");
        }
        return new Verb.Dial(
                attributes.action(),
                callees,
                attributes.number("timeout", USUAL_TIMEOUT_SECONDS, 1, MOST_TIMEOUT_SECONDS),
                attributes.number("timeLimit", MOST_TALK_SECONDS, 1, 6 * MOST_TALK_SECONDS),
                attributes.flag("hangupOnStar"));
    }

    private void checkCallerId(String callerId) {
        boolean known = callerId.isEmpty() || callerId.matches(NUMBER) || callerId.matches("(client|sip):.+");
        if (!known) {
            warnings.add(TwimlFindings.callerId(callerId));
        }
    }

    private List<Callee> callees(Element dial) {
        List<Callee> callees = new ArrayList<>();
        String text = ownText(dial);
        if (!text.isEmpty()) {
            callees.add(number(text));
        }
        for (Element noun : TwimlDocument.children(dial)) {
            Callee callee = callee(noun, noun.getTextContent().strip());
            if (callee != null) {
                callees.add(callee);
            }
        }
        return List.copyOf(callees);
    }

    private @Nullable Callee callee(Element noun, String text) {
        return switch (noun.getTagName()) {
            case "Number" -> number(text);
            case "Client" -> Callee.named("client", identity(noun, text));
            case "Sip" -> Callee.named("sip", text);
            case "Conference" -> Callee.named("conference", text);
            default -> other(noun.getTagName());
        };
    }

    private @Nullable Callee other(String noun) {
        if (Set.of("Queue", "Sim", "Application", "WhatsApp", "AiSession").contains(noun)) {
            warnings.add(TwimlFindings.nobody(noun));
        } else {
            warnings.invalid(
                    "<Dial> cannot hold <" + noun + ">: it was skipped.",
                    "Put <Number>, <Client>, <Sip> or <Conference> into <Dial>; capitals count.");
        }
        return null;
    }

    private Callee number(String number) {
        if (number.matches(NUMBER)) {
            return Callee.number(number);
        }
        warnings.add(TwimlFindings.dialledNumber(number));
        return Callee.unreachable(number);
    }

    private static String identity(Element client, String text) {
        List<Element> parts = TwimlDocument.children(client);
        return parts.isEmpty() ? text : parts.get(0).getTextContent().strip();
    }

    private static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getTextContent());
            }
        }
        return text.toString().strip();
    }
}
