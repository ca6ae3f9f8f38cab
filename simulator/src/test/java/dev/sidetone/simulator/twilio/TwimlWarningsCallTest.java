package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.Severity;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that Twilio would warn about and carry out all the same. */
class TwimlWarningsCallTest {
    private static final String STREAM = "<Connect><Stream url='/media'/></Connect>";

    private final TestServer server = new TestServer();
    private final ManualLine line = new ManualLine().serving(server);
    private final TickingCaller caller = new TickingCaller();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Say loop='often'>Hi</Say>                                  | loop=\"often\"       | whole number",
                "<Say loop='-1'>Hi</Say>                                     | loop=\"-1\"          | whole number",
                "<Say volume='9'>Hi</Say>                                    | no attribute volume  | Leave it out",
                "<Say Voice='alice'>Hi</Say>                                 | no attribute Voice   | Write voice",
                "<Say></Say>                                                 | <Say> is empty       | words",
                "<say>Hi</say>                                               | no verb <say>        | Write <Say>",
                "<Speak>Hi</Speak>                                           | no verb <Speak>      | Correct the name",
                "<Stream url='/media'/>                                      | no verb <Stream>     | into <Connect>",
                "Hello                                                       | text of its own      | into <Say>",
                "<Pause length='1.5'/>                                       | length=\"1.5\"       | whole number",
                "<Gather timeout='1' numDigits='many'/>                      | numDigits=\"many\"   | whole number",
                "<Gather timeout='1' finishOnKey='ab'/>                      | finishOnKey=\"ab\"   | 0-9",
                "<Gather timeout='1' input='voice'/>                         | input=\"voice\"      | dtmf",
                "<Gather timeout='1' method='PUT'/>                          | method=\"PUT\"       | POST or GET",
                "<Gather timeout='1'><Dial>+1555</Dial></Gather>             | cannot hold <Dial>   | <Say>, <Play>",
                "<Dial timeout='long'>+15550486</Dial>                       | timeout=\"long\"     | whole number",
                "<Dial hangupOnStar='yes'>+15550486</Dial>                   | hangupOnStar=\"yes\" | false or true",
                "<Dial><Nmber>+15550123</Nmber>+15550486</Dial>              | cannot hold <Nmber>  | <Number>",
                "<Stop/>                                                     | <Stop> is empty      | <Stream name",
                "<Stop><Stream name='x'/></Stop>                             | stream \"x\"         | same name",
                "<Start/>                                                    | <Start> is empty     | one <Stream>"
            })
    void aDocumentThatTwilioWouldWarnAboutIsToldAndCarriedOut(String verbs, String what, String cure) {
        voice(verbs + STREAM);

        line.call(caller, Duration.ofSeconds(8));

        assertThat(line.facts.findingCodes()).containsExactly("12200");
        assertThat(line.facts.findings().get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(line.facts.findings().get(0).what()).contains(what).endsWith(".");
        assertThat(line.facts.findings().get(0).cure()).contains(cure).endsWith(".");
        assertThat(server.upgrades).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Stream url='/media' colour='red'/>                                | no attribute colour",
                "<Stream url='/media' statusCallbackMethod='PUT'/>                  | PUT",
                "<Stream url='/media' statusCallback='mailto:me'/>                  | mailto:me",
                "<Stream url='/media'><Parameter value='1'/></Stream>               | no name",
                "<Stream url='/media'><parameter name='a' value='1'/></Stream>      | <parameter>",
                "<Stream url='/media'/><Stream url='/other'/>                       | more than one noun"
            })
    void aStreamThatTwilioWouldWarnAboutIsOpened(String stream, String what) {
        voice("<Connect>" + stream + "</Connect>");

        line.call(caller, Duration.ofMillis(100));

        assertThat(line.facts.findingCodes()).containsExactly("12200");
        assertThat(line.facts.findings().get(0).what()).contains(what);
        assertThat(server.upgrades).hasSize(1);
    }

    @Test
    void aParameterOfFiveHundredCharactersIsTold() {
        voice("<Connect><Stream url='/media'><Parameter name='" + "n".repeat(10) + "' value='" + "v".repeat(489)
                + "'/><Parameter name='long' value='" + "v".repeat(496) + "'/></Stream></Connect>");

        line.call(caller, Duration.ofMillis(100));

        assertThat(line.facts.findingCodes()).containsExactly("12200");
        assertThat(line.facts.findings().get(0).what()).contains("\"long\"").contains("500 characters");
        assertThat(server.texts("\"long\":\"vvv")).hasSize(1);
    }

    @Test
    void theSameWarningIsGivenOnceACallAndNotWithoutEnd() {
        StringBuilder verbs = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            verbs.append("<Verb").append(i).append("/><Say tone='x'>Hi</Say>");
        }
        line.words = text -> CompletableFuture.completedFuture(new byte[0]);
        voice(verbs + STREAM);

        line.call(caller, Duration.ofSeconds(1));

        assertThat(line.facts.findings()).hasSize(25);
        assertThat(line.facts.findings())
                .filteredOn(finding -> finding.what().contains("tone"))
                .hasSize(1);
        assertThat(server.upgrades).hasSize(1);
    }

    private void voice(String verbs) {
        server.page("/voice", 200, "text/xml", "<Response>" + verbs + "</Response>");
    }
}
