package dev.sidetone.simulator.twilio.webhook;

import dev.sidetone.fuzz.FuzzedReader;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cookies that a server sets, one a line: what comes of them is a header that breaks no request. */
final class CallCookiesFuzzTest extends FuzzedReader {
    private static final URI SERVER = URI.create("https://shop.example.com/voice/menu");

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of();
    }

    @Override
    protected void read(byte[] input) {
        CallCookies cookies = new CallCookies();
        HttpHeaders headers =
                HttpHeaders.of(Map.of("Set-Cookie", List.of(text(input).split("\n", -1))), (name, value) -> true);
        cookies.take(SERVER, headers, 0);
        cookies.take(SERVER, headers, Long.MAX_VALUE);
        String header = cookies.of(SERVER, 0);
        if (header.length() > CallCookies.MOST_HEADER_CHARS || !header.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new AssertionError("a header of " + header.length() + " characters: " + header);
        }
        if (!cookies.of(URI.create("https://example.org/"), 0).isEmpty()) {
            throw new AssertionError("another host gets them too");
        }
    }
}
