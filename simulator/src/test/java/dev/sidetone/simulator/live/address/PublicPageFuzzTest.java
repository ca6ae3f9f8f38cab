package dev.sidetone.simulator.live.address;

import dev.sidetone.fuzz.FuzzedReader;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What answers at a public address in place of the bridge, and what a tunnel's program says of itself. */
final class PublicPageFuzzTest extends FuzzedReader {
    private static final PublicAddress ADDRESS =
            new PublicAddress("https://voice.example.com", PublicAddress.Source.GIVEN);

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of();
    }

    @Override
    protected void read(byte[] input) {
        String text = text(input);
        HttpHeaders headers = HttpHeaders.of(Map.of("server", List.of(text)), (name, value) -> true);
        for (int status : new int[] {200, 404, 502, 530}) {
            HealthProblems.problem(new HealthResponse(status, headers, text), ADDRESS, "instance");
            TunnelErrorPages.problem(status, headers, text);
        }
        Upstream.port(text);
        Upstream.isTls(text);
    }
}
