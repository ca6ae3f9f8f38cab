package dev.sidetone.simulator.report;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.scenario.PlayedCall;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.timeline.RunFigures;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run as JUnit XML: a suite for each scenario and agent, a case for each call and for each expectation of each call. One per document.
 *
 * <p>A case for each expectation, since the readers (GitHub's report actions, GitLab) show a case's first failure and drop the others. Its name has
 * the call and the step, since GitLab drops a case whose name another has. What was wanted, seen and when stands in the message and in the
 * text of a failure: GitLab shows the text alone. The file is an attribute of the suite, and its line stands in the text, where GitHub's actions look
 * for it: Jenkins' xUnit plug-in refuses a case with attributes that its schema does not know.
 */
public final class JUnitXml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final PageLinks links;

    private JUnitXml(PageLinks links) throws XMLStreamException {
        this.links = links;
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /**
     * The document.
     *
     * @param page the run's HTML report, or null where none is written
     */
    public static String of(List<PlayedScenario> run, @Nullable String page) {
        try {
            JUnitXml document = new JUnitXml(new PageLinks(run, page));
            document.write(run);
            return document.text + "\n";
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text in memory can always be written", e);
        }
    }

    /** One case of a suite; {@code check} is null for the call itself. */
    private record Case(String name, double ms, @Nullable PlayedCheck check, @Nullable String output) {
        boolean failed() {
            return check != null && check.failed();
        }

        boolean skipped() {
            return check != null && check.isUnjudged();
        }
    }

    private record Suite(PlayedScenario played, List<Case> cases) {
        int failures() {
            return (int) cases.stream().filter(Case::failed).count();
        }

        int skipped() {
            return (int) cases.stream().filter(Case::skipped).count();
        }

        double ms() {
            return cases.stream().mapToDouble(Case::ms).sum();
        }
    }

    private void write(List<PlayedScenario> run) throws XMLStreamException {
        List<Suite> suites = run.stream().map(this::suite).toList();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        attribute("name", "sidetone run");
        attribute(
                "tests",
                String.valueOf(
                        suites.stream().mapToInt(suite -> suite.cases.size()).sum()));
        attribute(
                "failures",
                String.valueOf(suites.stream().mapToInt(Suite::failures).sum()));
        attribute("errors", "0");
        attribute("time", seconds(suites.stream().mapToDouble(Suite::ms).sum()));
        for (Suite suite : suites) {
            write(suite);
        }
        end(0);
        xml.writeEndDocument();
    }

    private Suite suite(PlayedScenario played) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < played.calls().size(); i++) {
            PlayedCall call = played.calls().get(i);
            Double ms = call.result().call().durationMs();
            cases.add(new Case("call " + (i + 1), ms == null ? 0 : Math.max(0, ms), null, output(played, i + 1)));
        }
        Map<String, Integer> seen = new HashMap<>();
        for (PlayedCheck check : PlayedCheck.of(played)) {
            String name = check.place() + ": " + check.checked().want();
            int times = seen.merge(name, 1, Integer::sum);
            cases.add(new Case(times == 1 ? name : name + " (" + times + ")", 0, check, null));
        }
        return new Suite(played, cases);
    }

    /** What a person goes to next: the recording and the report. */
    private String output(PlayedScenario played, int number) {
        PlayedCall call = played.calls().get(number - 1);
        List<String> lines = new ArrayList<>();
        String findings = FindingGroup.counted(call.result().findings());
        lines.add("findings: " + findings);
        evidence(lines, PlayedCheck.recording(call), links.to(played, number, null));
        return String.join("\n", lines);
    }

    private static void evidence(List<String> lines, @Nullable String recording, @Nullable String page) {
        if (recording != null) {
            lines.add("recording: " + recording);
        }
        if (page != null) {
            lines.add("report: " + page);
        }
    }

    private void write(Suite suite) throws XMLStreamException {
        PlayedScenario played = suite.played;
        String title = PlayedCheck.title(played);
        start(1, "testsuite");
        attribute("name", title);
        attribute("tests", String.valueOf(suite.cases.size()));
        attribute("failures", String.valueOf(suite.failures()));
        attribute("errors", "0");
        attribute("skipped", String.valueOf(suite.skipped()));
        attribute("time", seconds(suite.ms()));
        String startedAt = startedAt(played);
        if (startedAt != null) {
            attribute("timestamp", startedAt);
        }
        attribute("file", ForeignText.line(played.scenario().file().toString()));
        properties(played);
        // Jenkins takes what is before a dot for a package.
        String classname = title.replace('.', '_');
        for (Case one : suite.cases) {
            write(one, classname);
        }
        end(1);
    }

    private static @Nullable String startedAt(PlayedScenario played) {
        return played.calls().stream()
                .map(call -> call.result().call().startedAt())
                .filter(Objects::nonNull)
                .findFirst()
                .map(JUnitXml::utc)
                .orElse(null);
    }

    private static String utc(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC) + "";
    }

    private void properties(PlayedScenario played) throws XMLStreamException {
        RunFigures figures = new RunFigures(JudgedCalls.of(played).calls());
        start(2, "properties");
        property("verdict", played.verdict().word());
        property("against", ForeignText.line(played.against()));
        property("ttfa.n", String.valueOf(figures.ttfa().count()));
        property("ttfa.p50Ms", whole(figures.ttfa().p50Ms()));
        property("ttfa.p95Ms", whole(figures.ttfa().p95Ms()));
        property("turns.judged", figures.judged() + " of " + figures.turns());
        property("bargeIns.silenceP50Ms", whole(figures.silence().p50Ms()));
        end(2);
    }

    /** A figure that is not known has no property: missing is not 0. */
    private void property(String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            indent(3);
            xml.writeEmptyElement("property");
            attribute("name", name);
            attribute("value", value);
        }
    }

    private static @Nullable String whole(@Nullable Double ms) {
        return ms == null ? null : String.valueOf(Math.round(ms));
    }

    private void write(Case one, String classname) throws XMLStreamException {
        start(2, "testcase");
        attribute("classname", classname);
        attribute("name", one.name);
        attribute("time", seconds(one.ms));
        if (one.failed()) {
            failure(Objects.requireNonNull(one.check));
        } else if (one.skipped()) {
            skipped(Objects.requireNonNull(one.check));
        }
        if (one.output != null) {
            start(3, "system-out");
            characters(one.output);
            xml.writeEndElement();
        }
        end(2);
    }

    private void failure(PlayedCheck check) throws XMLStreamException {
        String want = "want: " + check.checked().want();
        start(3, "failure");
        attribute("type", "expectation");
        attribute("message", want + " · got: " + check.got());
        List<String> lines = new ArrayList<>(List.of(want, "got: " + check.got(), "    at " + check.where()));
        evidence(lines, check.recording(), links.to(check));
        characters(String.join("\n", lines));
        xml.writeEndElement();
    }

    private void skipped(PlayedCheck check) throws XMLStreamException {
        String word = check.outcome().word();
        String why = check.got().startsWith(word) ? check.got() : word + ": " + check.got();
        start(3, "skipped");
        attribute("message", why);
        characters(why);
        xml.writeEndElement();
    }

    private void start(int depth, String element) throws XMLStreamException {
        indent(depth);
        xml.writeStartElement(element);
    }

    private void end(int depth) throws XMLStreamException {
        indent(depth);
        xml.writeEndElement();
    }

    private void indent(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private void characters(String content) throws XMLStreamException {
        xml.writeCharacters(legal(content));
    }

    /** XML 1.0 has no place for most control characters, not even escaped. */
    private static String legal(String content) {
        StringBuilder legal = new StringBuilder(content.length());
        content.codePoints().map(code -> isLegal(code) ? code : '\uFFFD').forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int code) {
        return code == '\t'
                || code == '\n'
                || code == '\r'
                || (code >= 0x20 && code <= 0xD7FF)
                || (code >= 0xE000 && code <= 0xFFFD)
                || code >= 0x10000;
    }

    private static String seconds(double ms) {
        return String.format(Locale.ROOT, "%.3f", ms / 1000);
    }
}
