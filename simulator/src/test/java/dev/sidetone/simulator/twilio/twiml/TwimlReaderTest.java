package dev.sidetone.simulator.twilio.twiml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.net.HttpAnswer;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes in place of TwiML is named for what it is, in no parser's words. */
class TwimlReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~<?xml version=\"1.0\"?><Response/>                | has a blank line before <?xml | first line",
                "'  <?xml version=\"1.0\"?><Response/>'             | has blanks before <?xml | first line",
                "b'<?xml version=\"1.0\"?><Response/>               | has \"b'\" before <?xml | Send nothing before <?xml",
                "Hello there                                        | is plain text: \"Hello there\" | <Response><Say>",
                "{\"message\": \"hello\"}                           | is JSON | <Response>",
                "\"<Response><Say>Hi</Say></Response>\"             | is TwiML within a JSON string | Response(content=twiml",
                "[object Object]                                    | is plain text: \"[object Object]\" | <Response><Say>",
                "<!doctype html><html><title>Not here</title></html> | is an HTML page (\"Not here\") | path",
                "<HTML><body>Hello</body></HTML>                    | is an HTML page | path",
                "<h1>Internal Server Error</h1>                     | is an HTML page | path",
                "&lt;Response&gt;&lt;/Response&gt;                  | is TwiML whose < is written &lt; | escapes",
                "Warning: Undefined variable $x in /www/voice.php on line 3~<?xml version=\"1.0\"?><Response/> | has a message of PHP before its TwiML: \"Warning: Undefined variable $x in /www/voice.php on line 3\" | display_errors",
                "<br />~<b>Notice</b>:  Undefined index: From in <b>/www/voice.php</b> on line <b>4</b><br />~<Response/> | has a message of PHP before its TwiML: \"Notice: Undefined index: From in /www/voice.php on line 4\" | display_errors",
                "<Response><Say>a</Say></Response>~Deprecated: strlen() in /www/a.php on line 9 | has a message of PHP behind its TwiML: \"Deprecated: strlen() in /www/a.php on line 9\" | display_errors",
                "undefined<Response/>                               | has \"undefined\" before <Response> | Send nothing before <Response>",
                "<Response/>done                                    | has \"done\" behind </Response> | Send nothing behind </Response>",
                "<Response><Say>a</Say></Response></Response>       | has </Response> behind its end | one <Response>",
                "<Response/><Response/>                             | has <Response/> behind its end | one <Response>"
            })
    void whatIsNoTwimlIsNamed(String body, String what, String cure) {
        Finding finding = refused(body.replace('~', '\n'));

        assertThat(finding.code()).isEqualTo("12100");
        assertThat(finding.what()).startsWith("The answer of http://host/voice " + what);
        assertThat(finding.cure()).contains(cure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Response>~<Redirect>/a?x=1&y=2</Redirect></Response> | line 2 has & where &amp; belongs: \"&y=2</Redirect>\" | &amp;",
                "<Response><Say>Q&A</Say></Response>                | line 1 has & where &amp; belongs: \"&A</Say>\" | &amp;",
                "<Response><Say>a&nbsp;b</Say></Response>           | line 1 has &nbsp;, which only HTML knows | &#160;",
                "<Response><Say>if 1 < 2</Say></Response>           | line 1 has < where &lt; belongs: \"< 2</Say>\" | &lt;",
                "<Response>~<Say>Hello</Response>                   | line 2 closes <Say> with </Response> | </Say>",
                "<Response><Connect>                                | ends before <Connect> is closed | </Connect>",
                "<Response><Say>Hello</Say>                         | ends before <Response> is closed | </Response>",
                "<Response><Say                                     | ends within <Say | whole",
                "<Response><Stream url=wss://h/m/></Response>       | line 1: the attribute url of <Stream> has no quotation marks | url=\"…\"",
                "<Response><Stream url /></Response>                | line 1: the attribute url of <Stream> has no value | url=\"…\"",
                "<Response><Stream url=\"a\" url=\"b\"/></Response> | line 1: <Stream> has the attribute url twice | once",
                "<Response><Stream url=\"a\"name=\"b\"/></Response> | line 1: <Stream> has no blank before its attribute name | blank",
                "<Response><Say voice=\"<x>\"/></Response>          | line 1: the attribute voice of <Say> has < where &lt; belongs | &lt;",
                "<Response></Say></Response>                        | line 1 closes <Response> with </Say> | </Response>",
                "<Response><!-- a -- b --></Response>               | line 1: a comment has -- in it | comment"
            })
    void whereTheXmlIsBrokenIsSaidInPlainWords(String body, String what, String cure) {
        Finding finding = refused(body.replace('~', '\n'));

        assertThat(finding.code()).isEqualTo("12100");
        assertThat(finding.what())
                .startsWith("The answer of http://host/voice is not XML: ")
                .contains(what);
        assertThat(finding.cure()).contains(cure);
    }

    @Test
    void twimlThatAFrameworkSentAsJsonIsToldHowToSendIt() {
        HttpAnswer.Answered answer = new HttpAnswer.Answered(
                0, URI.create("http://host/voice"), 200, "application/json", "\"<Response/>\"", false);

        Finding finding = catchThrowableOfType(TwimlReader.Refused.class, () -> TwimlReader.read(answer))
                .finding();

        assertThat(finding.code()).isEqualTo("12300");
        assertThat(finding.cure()).contains("Response(content=twiml, media_type=\"text/xml\")");
    }

    @Test
    void theWordsAreTheSameInEveryLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            assertThat(refused("<Response>\u0001</Response>").what())
                    .isEqualTo(
                            "The answer of http://host/voice is not XML: line 1 has a character that XML has not: U+0001.");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Finding refused(String body) {
        HttpAnswer.Answered answer =
                new HttpAnswer.Answered(0, URI.create("http://host/voice"), 200, "text/html", body, false);
        return catchThrowableOfType(TwimlReader.Refused.class, () -> TwimlReader.read(answer))
                .finding();
    }
}
