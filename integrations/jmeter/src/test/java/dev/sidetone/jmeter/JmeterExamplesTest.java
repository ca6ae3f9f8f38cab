package dev.sidetone.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.scenario.ScenarioFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.junit.jupiter.api.Test;

/** Holds the example plan, the page and the sampler's parameters together; that JMeter runs the plan, {@code .ci/jmeter} shows. */
class JmeterExamplesTest {
    private static final Path EXAMPLES = Path.of("examples");

    @Test
    void thePlanHasEveryParameterAndNoOther() throws Exception {
        String plan = Files.readString(EXAMPLES.resolve("phone-calls.jmx"));

        List<String> warmUpAndCalls = found("<stringProp name=\"Argument.name\">([^<]*)", plan);

        int each = warmUpAndCalls.size() / 2;
        assertThat(warmUpAndCalls.subList(0, each)).containsExactlyElementsOf(parameters());
        assertThat(warmUpAndCalls.subList(each, 2 * each)).containsExactlyElementsOf(parameters());
        assertThat(plan).contains("<stringProp name=\"classname\">" + PhoneCallSampler.class.getName() + "<");
    }

    @Test
    void thePageDescribesEveryParameterAndLabel() throws Exception {
        String page = Files.readString(Path.of("..", "..", "docs", "scale.md"));

        assertThat(found("(?m)^\\| `([a-z-]+)` \\|", page)).containsAll(parameters());
        assertThat(page)
                .contains(
                        "`Call" + CallSamples.TTFA + "`",
                        "`Call" + CallSamples.SILENCE + "`",
                        "`Call" + CallSamples.UNANSWERED + "`",
                        "`Call" + CallSamples.UNYIELDED + "`",
                        "`Call" + CallSamples.LATENESS + "`",
                        CallSamples.NOT_COUNTED.trim(),
                        "`" + CallSamples.LATE + "`");
    }

    @Test
    void theScenarioCanBeRead() throws Exception {
        assertThat(ScenarioFile.read(EXAMPLES.resolve("short-call.yaml")).steps())
                .hasSize(5);
    }

    private static List<String> parameters() {
        Iterator<JMeterProperty> all = SamplerParameters.defaults().iterator();
        Iterable<JMeterProperty> each = () -> all;
        return StreamSupport.stream(each.spliterator(), false)
                .map(JMeterProperty::getName)
                .toList();
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(JmeterExamplesTest::group)
                .toList();
    }

    private static String group(MatchResult found) {
        return found.group(1);
    }
}
