package dev.sidetone.simulator.line.twiml;

import dev.sidetone.simulator.line.stream.StreamFindings;
import dev.sidetone.simulator.line.stream.StreamNoun;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Carries out a call's TwiML, verb by verb, one method per verb. Owned by its call, on the line thread. */
public final class TwimlRun {
    /** A call that asks for more documents goes round in a circle. */
    public static final int MOST_DOCUMENTS = 100;

    private static final long FRAMES_PER_SECOND = 50;
    private static final long MOST_PAUSE_SECONDS = 24 * 3600;
    private static final Set<String> KNOWN_VERBS = Set.of(
            "Connect",
            "Dial",
            "Echo",
            "Enqueue",
            "Gather",
            "Hangup",
            "Leave",
            "Pause",
            "Pay",
            "Play",
            "Prompt",
            "Queue",
            "Record",
            "Redirect",
            "Refer",
            "Reject",
            "Say",
            "Siprec",
            "Sms",
            "Start",
            "Stop");

    private final Stage stage;
    private final List<String> seen = new ArrayList<>();
    private List<Element> verbs = List.of();
    private URI document = URI.create("");
    private int next;
    private int documents;
    private boolean streamTried;
    private @Nullable Element connect;

    public TwimlRun(Stage stage) {
        this.stage = stage;
    }

    /** What verbs need of their call. Each asynchronous one is answered with {@link #verbDone} or {@link #streamDone}. */
    public interface Stage {
        void openStream(StreamNoun noun);

        void say(String text, long times);

        void pause(long frames);

        void fetch(URI url, String method);

        void hangUp(EndedBy by, String why);

        void found(Finding finding);

        void note(String text);
    }

    /** Begins with the first verb of {@code twiml}; what was under way is forgotten. */
    public void carryOut(Twiml twiml) {
        if (++documents > MOST_DOCUMENTS) {
            stage.found(TwimlFindings.documentLoop(MOST_DOCUMENTS));
            stage.hangUp(EndedBy.FAULT, "the TwiML went round in a circle");
            return;
        }
        document = twiml.url();
        verbs = twiml.verbs();
        next = 0;
        nextVerb(EndedBy.SERVER, "the TwiML ended");
    }

    /** The words or the pause are over. */
    public void verbDone() {
        nextVerb(EndedBy.SERVER, "the TwiML ended");
    }

    /** The stream is over, by the server or by a {@code fault}: the action is asked, or the next verb follows. */
    public void streamDone(boolean fault, String why) {
        Element ended = connect;
        connect = null;
        if (ended == null || ended.getAttribute("action").isBlank()) {
            nextVerb(fault ? EndedBy.FAULT : EndedBy.SERVER, why);
            return;
        }
        String action = ended.getAttribute("action").strip();
        String method = ended.hasAttribute("method") ? ended.getAttribute("method") : "POST";
        try {
            stage.fetch(document.resolve(action), method);
        } catch (IllegalArgumentException e) {
            stage.found(TwimlFindings.malformedAction(action));
            stage.hangUp(EndedBy.FAULT, "the action of <Connect> is no URL");
        }
    }

    private void nextVerb(EndedBy byIfNone, String whyIfNone) {
        skipUnknown();
        if (next == verbs.size()) {
            leave(byIfNone, whyIfNone);
            return;
        }
        Element verb = verbs.get(next++);
        seen.add(verb.getTagName());
        switch (verb.getTagName()) {
            case "Connect" -> connect(verb);
            case "Say" -> say(verb);
            case "Pause" -> pause(verb);
            case "Hangup" -> leave(EndedBy.SERVER, "the TwiML hung up");
            default -> notCarriedOut(verb.getTagName());
        }
    }

    private void skipUnknown() {
        while (next < verbs.size() && !KNOWN_VERBS.contains(verbs.get(next).getTagName())) {
            String name = verbs.get(next++).getTagName();
            if (!seen.contains(name)) {
                stage.found(TwimlFindings.unknownVerb(name));
            }
            seen.add(name);
        }
    }

    private void connect(Element verb) {
        List<Element> nouns = Twiml.children(verb);
        if (nouns.isEmpty() || !nouns.get(0).getTagName().equals("Stream")) {
            notCarriedOut(
                    nouns.isEmpty() ? "Connect" : "Connect><" + nouns.get(0).getTagName());
            return;
        }
        connect = verb;
        streamTried = true;
        stream(nouns.get(0));
    }

    private void stream(Element noun) {
        String track = noun.getAttribute("track");
        if (!track.isEmpty() && !track.equals("inbound_track")) {
            streamRefused(StreamFindings.track(track));
            return;
        }
        String text = noun.getAttribute("url");
        StreamUrl read = StreamUrl.read(document, text);
        URI url = read.url();
        if (url == null) {
            Finding finding = read.finding();
            streamRefused(finding == null ? StreamFindings.malformedUrl(text, "unreadable") : finding);
            return;
        }
        if (text.indexOf('?') >= 0) {
            stage.note("the query of the Stream's url was dropped, as Twilio does");
        }
        String method = noun.hasAttribute("statusCallbackMethod") ? noun.getAttribute("statusCallbackMethod") : "POST";
        stage.openStream(new StreamNoun(
                url, parameters(noun), noun.getAttribute("name"), noun.getAttribute("statusCallback"), method));
    }

    private void streamRefused(Finding finding) {
        stage.found(finding);
        streamDone(true, "the stream could not be opened");
    }

    private static Map<String, String> parameters(Element stream) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Element child : Twiml.children(stream)) {
            if (child.getTagName().equals("Parameter")) {
                parameters.put(child.getAttribute("name"), child.getAttribute("value"));
            }
        }
        return parameters;
    }

    private void say(Element verb) {
        long loop = number(verb, "loop", 1);
        stage.say(verb.getTextContent().strip(), loop == 0 ? Integer.MAX_VALUE : loop);
    }

    private void pause(Element verb) {
        stage.pause(Math.min(number(verb, "length", 1), MOST_PAUSE_SECONDS) * FRAMES_PER_SECOND);
    }

    private void notCarriedOut(String verb) {
        stage.found(TwimlFindings.notCarriedOut(verb));
        leave(EndedBy.FAULT, "this version does not carry out <" + verb + ">");
    }

    private void leave(EndedBy by, String why) {
        if (!streamTried) {
            stage.found(TwimlFindings.noStream(seen));
        }
        stage.hangUp(by, why);
    }

    private static long number(Element verb, String attribute, long otherwise) {
        String text = verb.getAttribute(attribute).strip();
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : otherwise;
    }
}
