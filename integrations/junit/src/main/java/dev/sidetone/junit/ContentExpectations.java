package dev.sidetone.junit;

import dev.sidetone.bridge.settings.Spelling;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.findings.FindingCode;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges what was said and done in a call. Immutable. */
final class ContentExpectations {
    private static final int MOST_WRONG = 3;
    private static final int SHOWN_CHARS = 300;
    private static final String BRIDGE_ALONE =
            "are known of the embedded bridge alone (phone.dialBridge()): what another server"
                    + " exchanges with its agent does not pass Sidetone. Judge what is heard, or look into your server.";

    private final CallResult call;
    private final CallStory story;
    private final Evidence evidence;

    ContentExpectations(CallResult call, CallStory story, Evidence evidence) {
        this.call = call;
        this.story = story;
        this.evidence = evidence;
    }

    void said(String speaker, String expected) {
        String wanted = plain(expected);
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("\"" + expected + "\" has no word in it: write some that are expected");
        }
        if (!plain(words(speaker)).contains(wanted)) {
            throw evidence.failure(notSaid(speaker, expected), lines());
        }
    }

    private String words(String speaker) {
        return story.words().stream()
                .filter(each -> each.speaker().equals(speaker))
                .map(SpokenWords::text)
                .collect(Collectors.joining(" "));
    }

    private String notSaid(String speaker, String expected) {
        if (!story.isBridged()) {
            return "Nobody knows whether the " + speaker + " said \"" + expected + "\": words " + BRIDGE_ALONE;
        }
        if (words(speaker).isEmpty()) {
            return "Nobody knows whether the " + speaker + " said \"" + expected
                    + "\": the agent wrote down no words of the " + speaker
                    + "'s. Choose one that sends transcripts, or switch them on in its settings.";
        }
        return "The " + speaker + " did not say \"" + expected + "\". What the agent wrote down:";
    }

    private List<String> lines() {
        return story.words().stream()
                .map(each -> Evidence.at(each.atMs()) + "  " + each.speaker() + ": "
                        + ForeignText.line(each.text(), SHOWN_CHARS))
                .toList();
    }

    /** Case, punctuation and line breaks are one agent's habits. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    void tool(String name) {
        if (!story.isBridged()) {
            throw evidence.failure(
                    "Nobody knows whether the agent called the tool " + name + ": tools " + BRIDGE_ALONE, List.of());
        }
        if (story.tools().stream().noneMatch(each -> each.tool().equals(name))) {
            String instead = story.tools().isEmpty() ? ", nor any other." : ". It called:";
            throw evidence.failure("The agent did not call the tool " + name + instead, toolsAndWords());
        }
    }

    private List<String> toolsAndWords() {
        List<String> lines = new ArrayList<>();
        story.tools()
                .forEach(each -> lines.add(Evidence.at(each.atMs()) + "  " + each.tool() + " "
                        + ForeignText.line(each.arguments(), SHOWN_CHARS)));
        return lines.isEmpty() ? lines() : lines;
    }

    void keys(String expected) {
        String pressed = call.dtmf().stream().map(CallResult.Key::digit).collect(Collectors.joining());
        if (!pressed.equals(expected)) {
            String did = pressed.isEmpty() ? "no key" : pressed;
            throw evidence.failure("The caller pressed " + did + "; " + expected + " was expected.", evidence.keys());
        }
    }

    void noFindings(Severity least) {
        List<String> found = evidence.findings(least);
        if (!found.isEmpty()) {
            String which = least == Severity.ERROR ? "errors" : "findings";
            throw evidence.failure("The call has " + which + "; none was expected.", found);
        }
    }

    void finding(String code) {
        requireCode(code);
        if (!has(code)) {
            String instead = call.findings().isEmpty() ? "; the call has none." : ". The call has:";
            throw evidence.failure("There is no finding " + code + instead, evidence.findings());
        }
    }

    void noFinding(String code) {
        requireCode(code);
        if (has(code)) {
            throw evidence.failure(
                    "The call has the finding " + code + "; it was expected not to.", evidence.findings());
        }
    }

    private boolean has(String code) {
        return call.findings().stream().anyMatch(found -> found.code().equals(code));
    }

    /** A code that is misspelt would never be found, and never missed. */
    private static void requireCode(String code) {
        List<String> known = FindingCode.all().stream().map(FindingCode::code).toList();
        if (!known.contains(code)) {
            throw new IllegalArgumentException("there is no finding '" + code + "'"
                    + Spelling.nearest(code, known, MOST_WRONG)
                            .map(near -> ": is " + near + " meant?")
                            .orElse("; they are listed in docs/findings.md"));
        }
    }

    void transferTo(String number) {
        Optional<CallResult.Transfer> transfer = Optional.ofNullable(call.transfer());
        String to = transfer.map(CallResult.Transfer::to).orElse("nobody");
        if (!to.equals(number)) {
            List<String> lines = transfer.map(CallResult.Transfer::atMs)
                    .map(atMs -> List.of(Evidence.at(atMs) + "  put through to " + to))
                    .orElse(List.of());
            throw evidence.failure("The caller was put through to " + to + "; " + number + " was expected.", lines);
        }
    }

    void endedBy(EndedBy expected) {
        String by = call.call().endedBy();
        if (!expected.word().equals(by)) {
            throw evidence.failure(
                    "The call was ended by " + (by == null ? "nobody that is known" : "the " + by) + "; "
                            + expected.word() + " was expected.",
                    evidence.turns());
        }
    }
}
