package dev.sidetone.bridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextTest {
    @Test
    void ordinaryTextOfAnyLanguagePassesUnchanged() {
        String text = "Grüß Gott, 你好, مرحبا, می‌خواهم 👩‍🚀 — “50 %” C:\\new\\table {\"a\":[1]}";
        assertThat(ForeignText.line(text)).isEqualTo(text);
        assertThat(ForeignText.json(text)).isEqualTo(text);
    }

    @Test
    void whatATerminalObeysIsVisible() {
        assertThat(ForeignText.line("a\u001b[31mb\u009bc\rd\ne\tf\u0000"))
                .isEqualTo("a\\u001B[31mb\\u009Bc\\rd\\ne\\tf\\u0000");
        assertThat(ForeignText.line("\u202egnp.exe\u2028\ufeff\ud800x\udb40\udc41"))
                .isEqualTo("\\u202Egnp.exe\\u2028\\uFEFF\\uD800x\\uDB40\\uDC41");
    }

    @Test
    void aLongLineIsCutWithANote() {
        assertThat(ForeignText.line("x".repeat(5_000))).isEqualTo("x".repeat(2_000) + "… (5000 characters)");
        assertThat(ForeignText.line("ab👩" + "x".repeat(50), 3)).isEqualTo("ab… (54 characters)");
    }

    @Test
    void whatPassedOncePassesAgainUnchanged() {
        for (String text : List.of(
                "x".repeat(5_000),
                "\n".repeat(1_990),
                "\u001b".repeat(2_010),
                "Authorization: zBearer abcdefgh12345678",
                "authorization: Bearer abcdefgh12345678, Authorization: Digest abcdefgh12345678")) {
            String once = ForeignText.line(text);
            assertThat(ForeignText.line(once)).isEqualTo(once);
        }
    }

    @Test
    void noPartOfASecretIsLeftWhereALineIsCut() {
        ForeignText.hide("cut-secret-0123456789");
        assertThat(ForeignText.line("xxxxx cut-secret-0123456789", 12)).doesNotContain("cut-se");
        assertThat(ForeignText.redacted("xxxxx cut-secret-0123456789", 12)).doesNotContain("cut-se");
    }

    @Test
    void noPartOfASecretIsLeftAtEitherEndOfAnExcerpt() {
        ForeignText.hide("cut secret 0123456789");
        String text = "before cut secret 0123456789, sk-proj-ABCDEFGHIJKLMNOPQRSTUV behind";
        assertThat(ForeignText.excerpt(text, 0, text.length())).isEqualTo("before [redacted], [redacted] behind");
        assertThat(ForeignText.excerpt(text, 3, 12)).isEqualTo("ore [redacted]");
        assertThat(ForeignText.excerpt(text, 12, text.indexOf("GHI"))).isEqualTo("[redacted], [redacted]");
        assertThat(ForeignText.excerpt(text, 12, 14)).isEqualTo("[redacted]");
        assertThat(ForeignText.excerpt(text, text.indexOf("behind"), text.length()))
                .isEqualTo("behind");
        assertThat(ForeignText.excerpt(text, 1, 4)).isEqualTo("efo");
        assertThat(ForeignText.excerpt("aaaa", 1, 3)).isEqualTo("aa");
        assertThat(ForeignText.excerpt("", 0, 0)).isEmpty();
    }

    @Test
    void aKnownSecretIsRedactedInEverySpelling() {
        ForeignText.hide("s&cr\"t\\value 1");
        for (String spelling :
                List.of("s&cr\"t\\value 1", "s&cr\\\"t\\\\value 1", "s%26cr%22t%5Cvalue+1", "cyZjciJ0XHZhbHVlIDE=")) {
            assertThat(ForeignText.redacted("say " + spelling + "!")).isEqualTo("say [redacted]!");
        }
    }

    @Test
    void shortValuesAreWordsTooAndStay() {
        ForeignText.hide("12345");
        assertThat(ForeignText.redacted("room 12345")).isEqualTo("room 12345");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Authorization: Bearer abcdefgh1 | Authorization: Bearer [redacted]",
                "`{\"authorization\":\"Token abcd1234\"}` | `{\"authorization\":\"Token [redacted]\"}`",
                "X-Twilio-Signature: abcd1234= | X-Twilio-Signature: [redacted]",
                "https://user:pa@ss@host/x | https://host/x",
                "wss://h/x?token=abc&a=1 | wss://h/x?token=[redacted]&a=1",
                "https://h/x?a=1&X-Amz-Signature=abc | https://h/x?a=1&X-Amz-Signature=[redacted]",
                "https://h/go?to=https%3A%2F%2Fb%2Fa.wav%3Fx%3D1%26X-Amz-Signature%3Dabc | https://h/go?to=https%3A%2F%2Fb%2Fa.wav%3Fx%3D1%26X-Amz-Signature%3D[redacted]",
                "https://h/go?to=https%3a%2f%2fb%2fa%3ftoken%3dabc | https://h/go?to=https%3a%2f%2fb%2fa%3ftoken%3d[redacted]",
                "header=Authorization%3A+Bearer+abcdefgh12 | header=Authorization%3A+Bearer+[redacted]",
                "`{\"access_token\":\"abcd1234\",\"a\":1}` | `{\"access_token\":\"[redacted]\",\"a\":1}`",
                "`{\\\"client_secret\\\":\\\"abcd1234\\\"}` | `{\\\"client_secret\\\":\\\"[redacted]\\\"}`",
                "use sk-proj-abcdefghijklmnop now | use [redacted] now",
            })
    void whatLooksLikeASecretIsRedactedAndTheRestStays(String text, String shown) {
        assertThat(ForeignText.redacted(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN: Twilio does not know them as a pair.",
                "echo 'OPENAI_API_KEY=sk-…' >> .env",
                "the token was wrong: use the one of the start message",
                "CA00000000000000000000000000000001 //comment, mail me@example.com",
                "basic authentication is needed"
            })
    void sentencesAboutSecretsStayAsTheyAre(String text) {
        assertThat(ForeignText.redacted(text)).isEqualTo(text);
    }

    @Test
    void jsonStaysJsonWithEverythingInIt() {
        assertThat(ForeignText.json("{\"a\":\"\u202e\u009b\",\n \"b\":\"\\u001b\"}"))
                .isEqualTo("{\"a\":\"\\u202E\\u009B\",\n \"b\":\"\\u001b\"}");
    }

    @Test
    void noTextCostsMoreThanItsLength() {
        for (String piece : List.of(
                "//",
                "\"token\":\"",
                "Bearer ",
                "?key=",
                "eyJ-",
                "-----BEGIN ",
                "sk-",
                "Cookie: ",
                "a@",
                "authorization:\\\\\\\\")) {
            assertThat(ForeignText.line(piece.repeat(40_000)).length()).isLessThan(2_100);
        }
    }

    @Test
    void aCallThatIsWarnedOfTooOftenIsSilent() {
        List<String> log = new ArrayList<>();
        CallWarnings warnings = new CallWarnings("CA1", log::add);
        for (int i = 0; i < 1_000; i++) {
            warnings.accept("it said \n" + i);
        }
        assertThat(log).hasSize(CallWarnings.MOST);
        assertThat(log.get(0)).isEqualTo("CA1: it said \\n0");
        assertThat(log.get(CallWarnings.MOST - 1)).endsWith("(no further warnings about this call)");
    }
}
