package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.scenario.Checked;
import dev.sidetone.simulator.scenario.PlayedCall;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.scenario.Verdict;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitXmlTest {
    /** What Jenkins' xUnit plug-in allows, which is the strictest of the readers: attributes, those that must be there, and children. */
    private record Rule(Set<String> allowed, Set<String> needed, Set<String> children) {}

    private static final Map<String, Rule> RULES = Map.of(
            "testsuites",
            new Rule(Set.of("name", "time", "tests", "failures", "errors"), Set.of(), Set.of("testsuite")),
            "testsuite",
            new Rule(
                    Set.of("name", "tests", "failures", "errors", "time", "skipped", "timestamp", "id", "file"),
                    Set.of("name", "tests", "failures", "errors"),
                    Set.of("properties", "testcase", "system-out")),
            "properties",
            new Rule(Set.of(), Set.of(), Set.of("property")),
            "property",
            new Rule(Set.of("name", "value"), Set.of("name", "value"), Set.of()),
            "testcase",
            new Rule(Set.of("name", "time", "classname"), Set.of("name"), Set.of("skipped", "failure", "system-out")),
            "failure",
            new Rule(Set.of("type", "message"), Set.of(), Set.of()),
            "skipped",
            new Rule(Set.of("type", "message"), Set.of(), Set.of()),
            "system-out",
            new Rule(Set.of(), Set.of(), Set.of()));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theStrictestReaderTakesIt() throws Exception {
        Document document = read(List.of(SampleRuns.passed(), SampleRuns.failed(), SampleRuns.notRun()), "report.html");

        assertThat(document.getDocumentElement().getTagName()).isEqualTo("testsuites");
        assertThat(problems(document.getDocumentElement())).isEmpty();
        for (Element suite : elements(document, "testsuite")) {
            assertThat(suite.getAttribute("time")).matches("[0-9]*(\\.[0-9]*)?");
            List<Element> cases = children(suite, "testcase");
            assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(cases.size()));
            assertThat(suite.getAttribute("failures")).isEqualTo(with(cases, "failure"));
            assertThat(suite.getAttribute("skipped")).isEqualTo(with(cases, "skipped"));
        }
        assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo("2");
        assertThat(document.getDocumentElement().getAttribute("tests")).isEqualTo("11");
    }

    @Test
    void theRulesCatchWhatTheReaderRefuses() throws Exception {
        Document wrong = parse(
                "<testsuites><testsuite name=\"a\" line=\"1\"><testcase file=\"b\"><error/></testcase></testsuite></testsuites>");

        assertThat(problems(wrong.getDocumentElement()))
                .containsExactlyInAnyOrder(
                        "testsuite line",
                        "testsuite without tests",
                        "testsuite without failures",
                        "testsuite without errors",
                        "testcase file",
                        "testcase without name",
                        "error in testcase",
                        "error");
    }

    @Test
    void anExpectationThatFailedSaysWhatWasSeenWhenAndWhereItStands() throws Exception {
        String yaml =
                "name: yields\nsteps:\n- hear: agent\n- hear: silence\n- say: hello\n- hear: agent\n  within: 900ms\n";
        Path file = Files.writeString(folder.resolve("yields.yaml"), yaml);
        PlayedScenario sample = SampleRuns.failed();
        PlayedScenario played = new PlayedScenario(
                SampleRuns.scenario("yields", file), "fake-gemini", sample.calls(), List.of(), Verdict.FAILED);

        Document document = read(List.of(played), "report.html");

        Element failure = elements(document, "failure").get(0);
        assertThat(failure.getAttribute("message"))
                .isEqualTo("want: hear: agent, within: 900ms · got: audible after 1140.0 ms, at 8.34 s");
        assertThat(failure.getTextContent())
                .isEqualTo(
                        """
                        want: hear: agent, within: 900ms
                        got: audible after 1140.0 ms, at 8.34 s
                            at %s:6
                        recording: calls/2026-01-31T12-00-00Z-CA1
                        report: report.html#call=1&t=8.34"""
                                .formatted(file));
        assertThat(elements(document, "testsuite").get(0).getAttribute("file")).isEqualTo(file.toString());
    }

    @Test
    void everyCallAndEveryExpectationOfItIsACaseWithANameOfItsOwn() throws Exception {
        Document document = read(List.of(SampleRuns.failed()), null);

        assertThat(names(document))
                .containsExactly(
                        "call 1",
                        "call 2",
                        "call 3",
                        "call 1, step 1: hear: agent, within: 1500ms",
                        "call 2, step 1: hear: agent, within: 1500ms",
                        "call 2, step 4: hear: agent, within: 900ms",
                        "call 3, step 4: hear: agent, within: 900ms",
                        "call 3, step 6: expect: silence: 400ms");
        assertThat(elements(document, "testcase").get(0).getAttribute("time")).isEqualTo("14.020");
        assertThat(elements(document, "testcase").get(2).getTextContent()).contains("findings: warning 31951");
        assertThat(elements(document, "skipped").get(0).getTextContent())
                .isEqualTo("not judged: this machine was too busy to measure it, at 6.00 s");
    }

    @Test
    void theSameExpectationTwiceIsTwoCases() throws Exception {
        Checked once = SampleRuns.HELD;
        PlayedScenario played =
                SampleRuns.played(Verdict.PASSED, "practice", new PlayedCall(SampleRuns.demo(), List.of(once, once)));

        assertThat(names(read(List.of(played), null))).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void theFiguresOfASuiteAreProperties() throws Exception {
        Document document = read(List.of(SampleRuns.passed()), null);

        assertThat(elements(document, "property"))
                .extracting(property -> property.getAttribute("name") + "=" + property.getAttribute("value"))
                .containsExactly(
                        "verdict=passed",
                        "against=practice",
                        "ttfa.n=2",
                        "ttfa.p50Ms=720",
                        "turns.judged=2 of 2",
                        "bargeIns.silenceP50Ms=80");
    }

    @Test
    void aScenarioThatFailedByItsFindingsAloneHasACaseThatFails() throws Exception {
        PlayedScenario played = SampleRuns.played(
                Verdict.FAILED, "practice", new PlayedCall(SampleRuns.troubled(), List.of(SampleRuns.HELD)));

        Document document = read(List.of(played), null);

        assertThat(elements(document, "failure"))
                .singleElement()
                .extracting(failure -> failure.getAttribute("message"))
                .asString()
                .startsWith("want: no finding that counts · got: warning ");
    }

    @Test
    void aScenarioThatWasNotRunIsSkippedAndNotAbsent() throws Exception {
        Document document = read(List.of(SampleRuns.notRun()), null);

        assertThat(elements(document, "testcase")).hasSize(1);
        assertThat(elements(document, "skipped").get(0).getAttribute("message"))
                .isEqualTo("not run: the run was cancelled before");
    }

    @Test
    void ofACallThatNeverCameAboutOnlyTheReasonIsTold() throws Exception {
        PlayedScenario played = SampleRuns.played(
                Verdict.NOT_RUN, "practice", new PlayedCall(SampleRuns.unreached(), List.of(SampleRuns.LATE)));

        Document document = read(List.of(played), null);

        assertThat(names(document)).containsExactly("call 1", "call 1: the call comes about");
        assertThat(elements(document, "skipped").get(0).getAttribute("message"))
                .isEqualTo("not run: error 11205: Nobody listens at 127.0.0.1:3979");
    }

    @Test
    void whatOthersWroteIsTextWhateverItHolds() throws Exception {
        String hostile = "</failure><x a='\"'>&amp;]]>\u0000\u0001\u001b[31m\uFFFE\uD800 end";
        Checked checked = new Checked(2, hostile, hostile, null, false);
        PlayedScenario played = new PlayedScenario(
                SampleRuns.scenario(hostile, Path.of("a&b<c>.yaml")),
                "http://localhost:3000/voice?a=1&b=<2>",
                List.of(new PlayedCall(SampleRuns.demo(), List.of(checked))),
                List.of(),
                Verdict.FAILED);

        Document document = read(List.of(played), "out/<report>.html");

        assertThat(problems(document.getDocumentElement())).isEmpty();
        assertThat(elements(document, "failure").get(0).getTextContent()).contains("</failure><x a='\"'>&amp;]]>");
        assertThat(elements(document, "testsuite").get(0).getAttribute("name")).contains("voice?a=1&b=<2>");
        assertThat(elements(document, "testcase").get(0).getAttribute("classname"))
                .doesNotContain(".");
    }

    private static Document read(List<PlayedScenario> run, @Nullable String page) throws Exception {
        return parse(JUnitXml.of(run, page));
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> problems(Element element) {
        String tag = element.getTagName();
        Rule rule = RULES.get(tag);
        if (rule == null) {
            return List.of(tag);
        }
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String name = element.getAttributes().item(i).getNodeName();
            if (!rule.allowed.contains(name)) {
                problems.add(tag + " " + name);
            }
        }
        rule.needed.stream()
                .filter(name -> !element.hasAttribute(name))
                .forEach(name -> problems.add(tag + " without " + name));
        for (Element child : children(element, "*")) {
            if (!rule.children.contains(child.getTagName())) {
                problems.add(child.getTagName() + " in " + tag);
            }
            problems.addAll(problems(child));
        }
        return problems;
    }

    private static String with(List<Element> cases, String outcome) {
        return String.valueOf(
                cases.stream().filter(one -> !children(one, outcome).isEmpty()).count());
    }

    private static List<String> names(Document document) {
        return elements(document, "testcase").stream()
                .map(one -> one.getAttribute("name"))
                .toList();
    }

    private static List<Element> elements(Document document, String tag) {
        return all(document.getElementsByTagName(tag));
    }

    private static List<Element> children(Element parent, String tag) {
        return all(parent.getChildNodes()).stream()
                .filter(child -> tag.equals("*") || child.getTagName().equals(tag))
                .toList();
    }

    private static List<Element> all(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
