package dev.sidetone.simulator.twilio.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.line.stream.InvalidMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayMessageReaderTest {
    private static final RelayMessage.Cutting NEITHER = new RelayMessage.Cutting(null, null);

    @Test
    void everyKindIsReadWithItsDefaults() throws InvalidMessage {
        assertThat(RelayMessageReader.read("{\"type\":\"text\",\"token\":\" Hi\"}"))
                .isEqualTo(new RelayMessage.Text(" Hi", false, "", NEITHER));
        assertThat(
                        RelayMessageReader.read(
                                "{\"type\":\"text\",\"token\":\"\",\"last\":true,\"lang\":\"es-ES\",\"interruptible\":false,\"preemptible\":true,\"more\":1}"))
                .isEqualTo(new RelayMessage.Text("", true, "es-ES", new RelayMessage.Cutting(RelayInput.NONE, true)));
        assertThat(RelayMessageReader.read("{\"type\":\"play\",\"source\":\"https://x/y.wav\",\"loop\":0}"))
                .isEqualTo(new RelayMessage.Play("https://x/y.wav", RelayMessageReader.ENDLESS, NEITHER));
        assertThat(RelayMessageReader.read("{\"type\":\"sendDigits\",\"digits\":\"12w#*\"}"))
                .isEqualTo(new RelayMessage.Digits("12w#*"));
        assertThat(RelayMessageReader.read("{\"type\":\"language\",\"ttsLanguage\":\"fr-FR\"}"))
                .isEqualTo(new RelayMessage.Language("fr-FR", ""));
        assertThat(RelayMessageReader.read("{\"type\":\"end\",\"handoffData\":\"{}\"}"))
                .isEqualTo(new RelayMessage.End("{}"));
        assertThat(RelayMessageReader.read("{\"type\":\"end\"}")).isEqualTo(new RelayMessage.End(null));
        assertThat(RelayMessageReader.read("{\"type\":\"hints\",\"hints\":\"a,b\"}"))
                .isInstanceOf(RelayMessage.Settings.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'text','token':null}                 | A text message has the token null.",
                "{'type':'text'}                              | A text message has no token.",
                "{'type':'text','token':7}                    | A text message has a token of type number.",
                "{'type':'text','token':'a','last':'true'}    | A text message has a last that is not true or false.",
                "{'type':'text','token':'a','interruptible':3}| A text message has an interruptible that is neither true nor false.",
                "{'type':'end','handoffData':{'a':1}}         | An end message has a handoffData of type object.",
                "{'type':'sendDigits','digits':'12x'}         | A sendDigits message has the digits \"12x\".",
                "{'type':'play','source':'a','loop':-1}       | A play message has a loop that is no whole number of 0 to 1000.",
                "{'type':'play'}                              | A play message has no source.",
                "{'type':'language'}                          | A language message has neither ttsLanguage nor transcriptionLanguage.",
                "{'type':'say','text':'Hi'}                   | A message has the unknown type \"say\".",
                "{'event':'media','media':{}}                 | A message has no type.",
                "{'type':'text','token':'a'                   | A message is not JSON: it ends in the middle.",
                "[]                                           | A message is not a JSON object.",
                "Hello                                        | A message is not JSON: it is plain text: \"Hello\".",
            })
    void whatTwilioAnswersWithAnErrorHasItsReason(String message, String what) {
        assertThatThrownBy(() -> RelayMessageReader.read(message.replace('\'', '"')))
                .isInstanceOfSatisfying(InvalidMessage.class, invalid -> assertThat(invalid.what())
                        .isEqualTo(what));
    }

    @Test
    void aMistakenProtocolIsNamedInTheCure() {
        assertThatThrownBy(() -> RelayMessageReader.read("{\"event\":\"media\",\"media\":{}}"))
                .isInstanceOfSatisfying(InvalidMessage.class, invalid -> assertThat(invalid.cure())
                        .contains("as in Media Streams"));
    }
}
