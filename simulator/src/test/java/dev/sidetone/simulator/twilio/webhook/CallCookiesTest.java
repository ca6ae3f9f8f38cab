package dev.sidetone.simulator.twilio.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which cookies of a server are sent back to it within a call, and how many. */
class CallCookiesTest {
    private static final URI VOICE = URI.create("https://host.example/calls/voice");
    private static final long S = 1_000_000_000;

    private final CallCookies cookies = new CallCookies();

    @Test
    void aCookieIsSentBackUntilAnotherOfItsNameComes() {
        set("visit=first; Path=/; HttpOnly; SameSite=Lax", "lang=\"en\"; path=/");
        assertThat(sent(VOICE)).isEqualTo("visit=first; lang=en");
        set("visit=second; Path=/");
        assertThat(sent(VOICE)).isEqualTo("lang=en; visit=second");
    }

    @ParameterizedTest
    @CsvSource({
        "a=b,                          https://host.example/calls/next,  true",
        "a=b,                          https://host.example/calls,       true",
        "a=b,                          https://host.example/callsign,    false",
        "a=b,                          https://host.example/,            false",
        "a=b; Path=/,                  http://HOST.example:8080/,        true",
        "a=b; Path=/,                  https://www.host.example/,        false",
        "a=b; Path=/; Secure,          http://host.example/,             false",
        "a=b; Path=/; Secure,          https://host.example/,            true",
        "a=b; Path=/; Domain=.example, https://host.example/,            true",
        "a=b; Path=/; Domain=.example, https://other.example/,           false",
        "a=b; Path=/; Domain=evil.com, https://host.example/,            false",
        "a=b; Path=/; Domain=evil.com, https://evil.com/,                false"
    })
    void aCookieGoesWhereItsServerMeansIt(String cookie, URI to, boolean goes) {
        set(cookie);
        assertThat(sent(to)).isEqualTo(goes ? "a=b" : "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=; Path=/; Max-Age=0",
                "a=x; Path=/; Max-Age=-1; Expires=Fri, 01 Jan 2999 00:00:00 GMT",
                "a=x; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
                "a=x; Path=/; expires=Thu, 01-Jan-1970 00:00:00 GMT"
            })
    void aCookieThatIsOverIsForgotten(String over) {
        set("a=b; Path=/");
        set(over);
        assertThat(sent(VOICE)).isEmpty();
    }

    @Test
    void aCookieIsForgottenWhenItsTimeIsUp() {
        set("a=b; Max-Age=5", "c=d; Max-Age=99999999999999; Expires=never");
        assertThat(cookies.of(VOICE, 4 * S)).isEqualTo("a=b; c=d");
        assertThat(cookies.of(VOICE, 6 * S)).isEqualTo("c=d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "=",
                "=b",
                "a",
                "a b=c",
                "\u001b]0;x\u0007",
                "a=\u001b[2J",
                "a=b\r\nX: y",
                "\u202ea=b",
                "a=\u00e9",
                "a(=b"
            })
    void whatIsNoCookieIsNotKept(String cookie) {
        set(cookie, cookie + "; Path=/", "c=d");
        assertThat(sent(VOICE)).isEqualTo("c=d");
    }

    @Test
    void fiftyCookiesAreKeptAndNoMore() {
        for (int document = 0; document < 100; document++) {
            String name = "of" + document + "n";
            set(IntStream.range(0, 3_300).mapToObj(i -> name + i + "=").toArray(String[]::new));
        }
        assertThat(sent(VOICE).split("; ", -1)).hasSize(50).startsWith("of0n0=").endsWith("of0n49=");
    }

    @Test
    void aCookieHasFourKibibytesAndAllThatAreSentHaveEight() {
        set("long=" + "x".repeat(4_092), "a=" + "x".repeat(4_000), "b=" + "x".repeat(4_000));
        set("c=" + "x".repeat(1_000), "d=e");
        assertThat(Arrays.stream(sent(VOICE).split("; ", -1)).map(pair -> pair.substring(0, 2)))
                .containsExactly("a=", "b=", "d=");
        assertThat(sent(VOICE)).hasSizeLessThanOrEqualTo(8_192);
    }

    private void set(String... headers) {
        cookies.take(VOICE, HttpHeaders.of(Map.of("Set-Cookie", List.of(headers)), (name, value) -> true), 0);
    }

    private String sent(URI url) {
        return cookies.of(url, 0);
    }
}
