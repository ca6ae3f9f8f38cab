package dev.sidetone.simulator.twilio.twiml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads a document's elements as verbs: what Twilio would skip or take otherwise is a finding and is left out. Owned by its call, on the line
 * thread.
 */
final class VerbReader {
    private static final Set<String> BEYOND =
            Set.of("Echo", "Enqueue", "Leave", "Pay", "Prompt", "Queue", "Record", "Refer", "Siprec", "Sms");
    private static final Set<String> STARTED = Set.of("Siprec", "Transcription", "Recording");

    private final TwimlWarnings warnings;
    private final PromptReader prompts;
    private final GatherReader gathers;
    private final DialReader dials;
    private final StreamReader streams;
    private final RelayReader relays;

    VerbReader(TwimlWarnings warnings) {
        this.warnings = warnings;
        this.prompts = new PromptReader(warnings);
        this.gathers = new GatherReader(warnings, prompts);
        this.dials = new DialReader(warnings);
        this.streams = new StreamReader(warnings);
        this.relays = new RelayReader(warnings);
    }

    /** The verbs of {@code document} in their order, without those that Twilio would skip. */
    List<Verb> read(TwimlDocument document) {
        List<Verb> verbs = new ArrayList<>();
        warnOfLooseText(document);
        for (Element element : document.verbs()) {
            Verb verb = verb(element);
            if (verb != null) {
                verbs.add(verb);
            }
        }
        return List.copyOf(verbs);
    }

    private @Nullable Verb verb(Element element) {
        String name = element.getTagName();
        return switch (name) {
            case "Connect" -> connect(element);
            case "Dial" -> dials.read(element);
            case "Gather" -> gathers.read(element);
            case "Hangup" -> hangup(element);
            case "Pause", "Play", "Say" -> prompts.read(element);
            case "Redirect" -> redirect(element);
            case "Reject" -> reject(element);
            case "Start" -> start(element);
            case "Stop" -> stop(element);
            default -> other(name);
        };
    }

    private @Nullable Verb other(String name) {
        if (BEYOND.contains(name)) {
            return new Verb.Beyond(name, name, true);
        }
        warnings.add(TwimlFindings.unknownVerb(name));
        return null;
    }

    private Verb connect(Element element) {
        VerbAttributes attributes = new VerbAttributes(element, warnings, Set.of("action", "method"));
        List<Element> nouns = TwimlDocument.children(element);
        String noun = nouns.isEmpty() ? "" : nouns.get(0).getTagName();
        if (!noun.equals("Stream") && !noun.equals("ConversationRelay")) {
            String what = noun.isEmpty() ? "Connect" : "Connect><" + noun;
            return new Verb.Beyond("Connect", what, true);
        }
        if (nouns.size() > 1) {
            warnings.invalid(
                    "<Connect> has more than one noun: all but the first were ignored.",
                    "Connect a call to one <Stream> or one <ConversationRelay>; start further streams with <Start>.");
        }
        return noun.equals("Stream")
                ? new Verb.Connect(attributes.action(), streams.read(nouns.get(0)))
                : relays.read(nouns.get(0), attributes.action());
    }

    private @Nullable Verb start(Element element) {
        new VerbAttributes(element, warnings, Set.of("action", "method"));
        List<Element> nouns = TwimlDocument.children(element);
        String noun = nouns.isEmpty() ? "" : nouns.get(0).getTagName();
        if (noun.equals("Stream")) {
            return new Verb.Start(streams.read(nouns.get(0)));
        }
        if (STARTED.contains(noun)) {
            return new Verb.Beyond("Start", "Start><" + noun, false);
        }
        skipped("Start", noun, "Put one <Stream> into it.");
        return null;
    }

    private @Nullable Verb stop(Element element) {
        new VerbAttributes(element, warnings, Set.of());
        List<Element> nouns = TwimlDocument.children(element);
        String noun = nouns.isEmpty() ? "" : nouns.get(0).getTagName();
        if (noun.equals("Stream")) {
            return new Verb.Stop(streams.read(nouns.get(0)).name());
        }
        if (STARTED.contains(noun)) {
            return new Verb.Beyond("Stop", "Stop><" + noun, false);
        }
        skipped("Stop", noun, "Put the <Stream name=\"…\"/> that shall stop into it.");
        return null;
    }

    private void skipped(String verb, String noun, String cure) {
        String what = noun.isEmpty() ? "is empty" : "cannot hold <" + noun + ">";
        warnings.invalid("<" + verb + "> " + what + ": it was skipped.", cure);
    }

    private Verb hangup(Element element) {
        new VerbAttributes(element, warnings, Set.of());
        return new Verb.Hangup();
    }

    private Verb redirect(Element element) {
        VerbAttributes attributes = new VerbAttributes(element, warnings, Set.of("method"));
        return new Verb.Redirect(new Verb.Action(element.getTextContent().strip(), attributes.method("method")));
    }

    private Verb reject(Element element) {
        VerbAttributes attributes = new VerbAttributes(element, warnings, Set.of("reason"));
        return new Verb.Reject(attributes.oneOf("reason", "rejected", "busy").equals("busy"));
    }

    private void warnOfLooseText(TwimlDocument document) {
        if (document.verbs().isEmpty()) {
            return;
        }
        Node response = document.verbs().get(0).getParentNode();
        for (Node node = response.getFirstChild(); node != null; node = node.getNextSibling()) {
            boolean text = node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE;
            if (text && !node.getTextContent().isBlank()) {
                warnings.invalid(
                        "<Response> has text of its own, \""
                                + node.getTextContent().strip() + "\": it was ignored.",
                        "Put what shall be spoken into <Say>.");
            }
        }
    }
}
