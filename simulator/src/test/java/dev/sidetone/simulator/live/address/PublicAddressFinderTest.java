package dev.sidetone.simulator.live.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sidetone.loopback.ReservedPort;
import dev.sidetone.simulator.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for a public address, with the local interfaces of tunnels played on loopback. */
class PublicAddressFinderTest {
    private static final int PORT = 8080;
    private static final int MINUTE_MS = 60_000;
    private static final String TO_US = "{'name':'a','public_url':'https://ours.ngrok.app','proto':'https',"
            + "'config':{'addr':'http://localhost:8080','inspect':true}}";
    private static final String TO_ANOTHER = "{'name':'b','public_url':'https://other.ngrok.app','proto':'https',"
            + "'config':{'addr':'http://localhost:3000','inspect':true}}";

    private final List<LocalInterface> open = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final ReservedPort nobody;
    private List<Integer> ngrok = List.of();
    private List<Integer> cloudflared = List.of();
    /** A busy machine trips none of its timeouts. */
    private LocalJsonClient client = new LocalJsonClient(MINUTE_MS, MINUTE_MS, MINUTE_MS);

    PublicAddressFinderTest() throws IOException {
        nobody = new ReservedPort();
    }

    @AfterEach
    void close() throws IOException {
        nobody.close();
        open.forEach(LocalInterface::close);
    }

    @Test
    void whatIsGivenIsTakenBeforeAllThatIsFound() throws Exception {
        ngrok = List.of(ngrokWith(TO_US));

        Tunnel tunnel = find("https://voice.example.com", Map.of());

        assertThat(tunnel.address())
                .isEqualTo(new PublicAddress("https://voice.example.com", PublicAddress.Source.GIVEN));
        assertThat(told).containsExactly("public address: https://voice.example.com (as given)");
    }

    @Test
    void aTunnelOfARunningNgrokAgentIsFoundByThePortItLeadsTo() throws Exception {
        ngrok = List.of(ngrokWith(TO_ANOTHER + "," + TO_US));
        cloudflared = List.of(cloudflaredWith("quick.trycloudflare.com", rule("", "http://localhost:8080")));

        assertThat(find(null, Map.of()).address())
                .isEqualTo(new PublicAddress("https://ours.ngrok.app", PublicAddress.Source.NGROK_AGENT));
    }

    @Test
    void theSecondNgrokAgentIsAskedToo() throws Exception {
        ngrok = List.of(nobody.number(), ngrokWith(TO_ANOTHER), ngrokWith(TO_US));

        assertThat(find(null, Map.of()).address().origin()).isEqualTo("https://ours.ngrok.app");
    }

    @Test
    void ofSeveralTunnelsTheOneWithTheNamedDomainIsTaken() throws Exception {
        ngrok = List.of(ngrokWith(TO_US + "," + TO_US.replace("ours", "named")));

        assertThat(find(null, Map.of("NGROK_DOMAIN", "named.ngrok.app"))
                        .address()
                        .origin())
                .isEqualTo("https://named.ngrok.app");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "8080", "http://127.0.0.1:8080", "http://host.docker.internal:8080/"})
    void anAddressIsReadHoweverNgrokWritesIt(String address) throws Exception {
        ngrok = List.of(ngrokWith(TO_US.replace("http://localhost:8080", address)));

        assertThat(find(null, Map.of()).address().origin()).isEqualTo("https://ours.ngrok.app");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://localhost:8080  | https://localhost:8080  | an ngrok tunnel speaks https to port 8080",
                "https://ours.ngrok.app | http://ours.ngrok.app   | an ngrok tunnel to port 8080 is http only",
                "http://localhost:8080  | http://localhost:3000   | an ngrok tunnel leads to http://localhost:3000, not to port 8080",
                "http://localhost:8080  | file:///srv/www         | an ngrok tunnel leads to file:///srv/www"
            })
    void aTunnelThatDoesNotLeadHereIsNamedInTheRefusal(String part, String becomes, String named) throws Exception {
        ngrok = List.of(ngrokWith(TO_US.replace(part, becomes)));

        assertThatThrownBy(() -> find(null, Map.of())).hasMessageContaining(named);
    }

    @Test
    void whatIsNotPublicIsPassedOver() throws Exception {
        ngrok = List.of(ngrokWith(TO_US.replace("ours.ngrok.app", "ours.internal") + ","
                + TO_US.replace("https://ours.ngrok.app", "tcp://0.tcp.ngrok.io:12345")));

        assertThatThrownBy(() -> find(null, Map.of())).isInstanceOf(NoPublicAddress.class);
    }

    @Test
    void aQuickTunnelOfCloudflaredIsFound() throws Exception {
        cloudflared =
                List.of(nobody.number(), cloudflaredWith("quick.trycloudflare.com", rule("", "http://localhost:8080")));

        assertThat(find(null, Map.of()).address())
                .isEqualTo(new PublicAddress("https://quick.trycloudflare.com", PublicAddress.Source.CLOUDFLARED));
    }

    @Test
    void anOldCloudflaredWithoutItsConfigurationIsBelieved() throws Exception {
        cloudflared = List.of(served(Map.of("/quicktunnel", "{'hostname':'quick.trycloudflare.com'}")));

        assertThat(find(null, Map.of()).address().origin()).isEqualTo("https://quick.trycloudflare.com");
    }

    @Test
    void aQuickTunnelToAnotherPortIsNamedInTheRefusal() throws Exception {
        cloudflared = List.of(cloudflaredWith("quick.trycloudflare.com", rule("", "http://localhost:3000")));

        assertThatThrownBy(() -> find(null, Map.of()))
                .hasMessageContaining("cloudflared leads quick.trycloudflare.com to http://localhost:3000");
    }

    @Test
    void aNamedTunnelIsFoundWhereItsConfigurationNamesTheHost() throws Exception {
        String others = rule("www.example.com", "http://localhost:3000") + ",";
        String last = ",{'hostname':'','path':null,'service':'http_status:404'}";
        cloudflared = List.of(cloudflaredWith("", others + rule("voice.example.com", "http://localhost:8080") + last));

        assertThat(find(null, Map.of()).address().origin()).isEqualTo("https://voice.example.com");
    }

    @Test
    void aNamedTunnelThatDoesNotTellItsHostHasToBeGiven() throws Exception {
        cloudflared = List.of(cloudflaredWith("", rule("", "http://localhost:8080")));

        assertThatThrownBy(() -> find(null, Map.of())).hasMessageContaining("give it with --public-url");
    }

    @Test
    void garbageIsPassedOver() throws Exception {
        ngrok = List.of(
                served(Map.of("/api/tunnels", "<html>hello</html>")),
                served(Map.of("/api/tunnels", "[1,2]")),
                served(Map.of("/api/tunnels", "{'tunnels':[7,{'public_url':null},{'config':'x'}]}")),
                served(Map.of()),
                ngrokWith(TO_US));

        assertThat(find(null, Map.of()).address().origin()).isEqualTo("https://ours.ngrok.app");
    }

    @Test
    void whoeverListensWithoutAnsweringIsNotWaitedFor() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            ngrok = List.of(mute.getLocalPort(), ngrokWith(TO_US));
            client = new LocalJsonClient(MINUTE_MS, 5_000, MINUTE_MS);

            assertThat(find(null, Map.of()).address().origin()).isEqualTo("https://ours.ngrok.app");
        }
    }

    @Test
    void withoutAnythingTheThreeWaysAreNamedInTwoLines() {
        NoPublicAddress none = catchThrowableOfType(NoPublicAddress.class, () -> find(null, Map.of()));

        assertThat(none.what()).isEqualTo("Twilio cannot reach port 8080 of this machine");
        assertThat(none.cure().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("ngrok http 8080", "cloudflared tunnel --url"))
                .anySatisfy(line -> assertThat(line).contains("--public-url", "NGROK_AUTHTOKEN"));
    }

    @Test
    void aTunnelIsOpenedOnlyWhenNoneIsThere() throws Exception {
        FakeNgrokCloud cloud = new FakeNgrokCloud();
        Map<String, String> token = Map.of("NGROK_AUTHTOKEN", "secret", "NGROK_DOMAIN", "mine.ngrok.app");
        ngrok = List.of(ngrokWith(TO_US));
        assertThat(find(null, token, cloud).address().source()).isEqualTo(PublicAddress.Source.NGROK_AGENT);
        assertThat(cloud.asked).isEmpty();

        ngrok = List.of(ngrokWith(TO_ANOTHER));
        Tunnel opened = find(null, token, cloud);

        assertThat(opened.address())
                .isEqualTo(new PublicAddress("https://mine.ngrok.app", PublicAddress.Source.OPENED));
        assertThat(cloud.asked).containsExactly("connect", "mine.ngrok.app to http://127.0.0.1:8080");
        assertThat(told)
                .contains("an ngrok tunnel leads to http://localhost:3000, not to port 8080")
                .noneMatch(line -> line.contains("secret"));
    }

    @Test
    void whatALookFindsIsSaidInOneLine() throws Exception {
        assertThat(outlook(Map.of(), false))
                .isEqualTo("none: for a real number run ngrok http 8080, or set PUBLIC_HOST");
        assertThat(outlook(Map.of("NGROK_AUTHTOKEN", "secret"), true))
                .isEqualTo("none yet: an ngrok tunnel is opened when it is needed");
        assertThat(outlook(Map.of("NGROK_AUTHTOKEN", "secret"), false))
                .startsWith("none: NGROK_AUTHTOKEN is set, but ngrok's library for this machine is not there; ");
        ngrok = List.of(ngrokWith(TO_US));
        assertThat(outlook(Map.of(), false)).isEqualTo("https://ours.ngrok.app (from the ngrok agent that runs here)");
    }

    private Tunnel find(@Nullable String given, Map<String, String> environment) throws Exception {
        return find(given, environment, new FakeNgrokCloud());
    }

    private Tunnel find(@Nullable String given, Map<String, String> environment, FakeNgrokCloud cloud)
            throws Exception {
        return addresses(cloud).tunnel(given, PORT, settings(environment), told::add);
    }

    private String outlook(Map<String, String> environment, boolean library) throws Exception {
        return addresses(new FakeNgrokCloud()).describe(null, PORT, settings(environment), library);
    }

    private PublicAddressFinder addresses(FakeNgrokCloud cloud) {
        return new PublicAddressFinder(ngrok, cloudflared, client, new NgrokSdk(cloud::connect, MINUTE_MS));
    }

    private static Settings settings(Map<String, String> environment) throws Exception {
        return Settings.read(Path.of("no-such-file.env"), environment);
    }

    private int ngrokWith(String tunnels) throws IOException {
        return served(Map.of("/api/tunnels", "{'tunnels':[" + tunnels + "],'uri':'/api/tunnels'}"));
    }

    private int cloudflaredWith(String quick, String rules) throws IOException {
        return served(Map.of(
                "/quicktunnel",
                "{'hostname':'" + quick + "'}",
                "/config",
                "{'version':0,'config':{'ingress':[" + rules + "],'warp-routing':{}}}"));
    }

    private static String rule(String host, String service) {
        return "{'hostname':'" + host + "','path':null,'service':'" + service + "','Handlers':null}";
    }

    private int served(Map<String, String> pages) throws IOException {
        LocalInterface served = new LocalInterface(pages);
        open.add(served);
        return served.port();
    }
}
