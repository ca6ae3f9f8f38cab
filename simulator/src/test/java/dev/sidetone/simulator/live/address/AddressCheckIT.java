package dev.sidetone.simulator.live.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.Bridge;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.loopback.HttpHead;
import dev.sidetone.simulator.line.net.ServerCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real bridge behind tunnels of every kind, over real sockets and TLS. */
class AddressCheckIT {
    private static final String TOKEN = "12345";
    private static final int MINUTE_MS = 60_000;
    /** A busy machine trips none of them. */
    private static final CheckTimeouts PATIENT =
            new CheckTimeouts(MINUTE_MS, MINUTE_MS, MINUTE_MS, MINUTE_MS, MINUTE_MS);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ServerCertificate CERTIFICATE = ServerCertificate.SIGNED_BY_ITSELF;

    private final List<String> watched = new CopyOnWriteArrayList<>();
    private final SocketRuntime web = SocketRuntime.start(NanoClock.system());
    private FakeTunnel tunnel;
    private Bridge bridge;

    @BeforeEach
    void start() throws Exception {
        tunnel = FakeTunnel.start(CERTIFICATE.shown());
        bridge = bridge(tunnel.origin());
    }

    @AfterEach
    void stop() throws IOException {
        tunnel.close();
        web.close();
    }

    @Test
    void aBridgeBehindATunnelIsReachedAndTheRoundTripIsTold() throws Exception {
        tunnel.by(head -> new FakeTunnel.Pass(bridge.port()));

        AddressCheck.Report report = check();

        assertThat(report.what())
                .startsWith(tunnel.origin() + " reaches this bridge: answered in ")
                .contains(" there and back in ");
        assertThat(report.good()).isTrue();
        assertThat(report.cure()).isEmpty();
        assertThat(report.healthMs()).isPositive();
        assertThat(report.upgradeMs()).isPositive();
        assertThat(report.roundTripMs()).isPositive();
    }

    @Test
    void lookingIsNoCall() throws Exception {
        tunnel.by(head -> new FakeTunnel.Pass(bridge.port()));
        String before = metrics();

        assertThat(check().good()).isTrue();

        assertThat(bridge.activeCalls()).isZero();
        assertThat(watched).isEmpty();
        assertThat(metrics()).isEqualTo(before).contains("calls");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 426, 502})
    void aProxyThatDropsUpgradesIsTold(int status) throws Exception {
        tunnel.by(head ->
                HttpHead.isUpgrade(head) ? FakeTunnel.Answer.of(status, "", "no") : new FakeTunnel.Pass(bridge.port()));

        AddressCheck.Report report = check();

        assertThat(report.what())
                .isEqualTo(
                        "a proxy at localhost drops WebSocket upgrades: /health is fine, the upgrade is answered with "
                                + status);
        assertThat(report.cure()).contains("Upgrade and Connection");
        assertThat(report.good()).isFalse();
        assertThat(report.healthMs()).isPositive();
        assertThat(report.upgradeMs()).isNull();
    }

    @Test
    void aProxyThatTakesTheUpgradesHeadersAwayIsTold() throws Exception {
        tunnel.by(head -> new FakeTunnel.Pass(
                bridge.port(), each -> each.replaceAll("(?i)(upgrade|connection): [^\r]*\r\n", "")));

        assertThat(check().what()).endsWith("/health is fine, the upgrade is answered with 426");
    }

    @Test
    void aProxyThatHangsOnUpgradesIsTold() throws Exception {
        tunnel.by(head -> HttpHead.isUpgrade(head) ? new FakeTunnel.Hang() : new FakeTunnel.Pass(bridge.port()));

        AddressCheck.Report report = check(new CheckTimeouts(MINUTE_MS, MINUTE_MS, 400, MINUTE_MS, MINUTE_MS));

        assertThat(report.what())
                .isEqualTo("a proxy at localhost drops WebSocket upgrades: /health is fine, the upgrade hangs");
        assertThat(report.healthMs()).isPositive();
    }

    @Test
    void aFirewallThatRefusesUpgradesIsTold() throws Exception {
        tunnel.by(head ->
                HttpHead.isUpgrade(head) ? FakeTunnel.Answer.of(403, "", "no") : new FakeTunnel.Pass(bridge.port()));

        assertThat(check().what()).startsWith("the stream's upgrade is refused (403), though /health");
    }

    @Test
    void aStreamThatIsLedElsewhereIsTold() throws Exception {
        Bridge other = bridge(tunnel.origin());
        tunnel.by(head -> new FakeTunnel.Pass(HttpHead.isUpgrade(head) ? other.port() : bridge.port()));

        AddressCheck.Report report = check();

        assertThat(report.what())
                .isEqualTo("/health is this bridge's at localhost, but its stream is another server's");
        assertThat(report.upgradeMs()).isPositive();
        assertThat(report.roundTripMs()).isNull();
    }

    @Test
    void aProxyThatOpensTheStreamButHoldsItsMessagesIsTold() throws Exception {
        tunnel.by(head -> HttpHead.isUpgrade(head)
                ? new FakeTunnel.Linger(HttpHead.accepting(head))
                : new FakeTunnel.Pass(bridge.port()));

        assertThat(check(new CheckTimeouts(MINUTE_MS, MINUTE_MS, MINUTE_MS, 200, MINUTE_MS))
                        .what())
                .isEqualTo("a WebSocket opens at localhost, but nothing comes through it from the bridge");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | ngrok-error-code: ERR_NGROK_3200 | the ngrok tunnel at this address is not running",
                "502 | ngrok-error-code: ERR_NGROK_8012 | ngrok runs but does not reach the bridge: it leads to another port",
                "200 | X: y                             | ngrok shows its warning for browsers in place of the bridge",
                "402 | ngrok-error-code: ERR_NGROK_725  | ngrok answers in place of the bridge: ERR_NGROK_725",
                "530 | cf-ray: 8                        | the Cloudflare tunnel at this address is not connected (530, 1033)",
                "502 | server: cloudflare               | cloudflared runs but does not reach the bridge",
                "502 | X: y                             | a proxy at localhost does not reach the bridge (502)",
                "301 | Location: https://www.example    | localhost redirects to https://www.example (301)",
                "401 | X: y                             | a login or firewall before the bridge refuses requests (401)",
                "404 | X: y                             | another server than this bridge answers at https://localhost",
                "201 | X: y                             | another server than this bridge answers at https://localhost"
            })
    void whoeverAnswersInPlaceOfTheBridgeIsTold(int status, String header, String told) throws Exception {
        String body = status == 530 ? "error code: 1033" : status == 200 ? "<p>ERR_NGROK_6024</p>" : "<h1>Hello</h1>";
        tunnel.by(head -> FakeTunnel.Answer.of(status, header + "\r\n", body));

        AddressCheck.Report report = check();

        assertThat(report.what()).startsWith(told);
        assertThat(report.cure()).isNotEmpty();
        assertThat(report.good()).isFalse();
        assertThat(report.healthMs()).isPositive();
    }

    @Test
    void anotherSidetoneIsNotTakenForThisOne() throws Exception {
        Bridge other = bridge(tunnel.origin());
        tunnel.by(head -> new FakeTunnel.Pass(other.port()));

        assertThat(check().what()).isEqualTo("another Sidetone answers at " + tunnel.origin());
    }

    @Test
    void aProxyThatTakesTheSignatureAwayIsTold() throws Exception {
        tunnel.by(head -> new FakeTunnel.Pass(
                bridge.port(), each -> each.replaceFirst("(?i)x-twilio-signature: [^\r]*\r\n", "")));

        assertThat(check().what()).isEqualTo("a proxy at localhost removes the X-Twilio-Signature header");
    }

    @Test
    void aBridgeThatBelievesInAnotherAddressIsTold() throws Exception {
        bridge = bridge("https://voice.example.com");
        tunnel.by(head -> new FakeTunnel.Pass(bridge.port()));

        assertThat(check().what()).isEqualTo("the bridge rejects signatures for " + tunnel.origin());
    }

    @Test
    void aTunnelThatIsGoneIsTold() throws Exception {
        tunnel.unplug();

        AddressCheck.Report report = check();

        assertThat(report.what()).isEqualTo("nobody listens at " + tunnel.origin() + ": the connection is refused");
        assertThat(report.healthMs()).isNull();
    }

    @Test
    void aTunnelThatNeverAnswersIsToldInTime() throws Exception {
        tunnel.by(head -> new FakeTunnel.Hang());

        assertThat(check(new CheckTimeouts(MINUTE_MS, 400, MINUTE_MS, MINUTE_MS, MINUTE_MS))
                        .what())
                .isEqualTo("localhost does not answer in time");
    }

    @Test
    void aTunnelThatHangsUpIsTold() throws Exception {
        tunnel.by(head -> new FakeTunnel.Answer(""));

        assertThat(check().what()).isEqualTo("localhost ends the connection without an answer");
    }

    @Test
    void aPortWithoutTlsIsTold() throws Exception {
        AddressCheck.Report report = AddressCheck.check(
                given("https://localhost:" + bridge.port()), bridge.instance(), CERTIFICATE.believed(), TOKEN);

        assertThat(report.what()).isEqualTo("localhost speaks no TLS on that port");
    }

    @ParameterizedTest
    @CsvSource({
        "http://voice.example.com, 'http://voice.example.com is not https, and Twilio opens streams by wss only'",
        "https://my_voice.example, 'https://my_voice.example is no address'"
    })
    void whatCannotBeAnAddressIsNotAsked(String origin, String told) throws Exception {
        assertThat(AddressCheck.check(given(origin), bridge.instance(), CERTIFICATE.believed(), TOKEN)
                        .what())
                .isEqualTo(told);
    }

    private AddressCheck.Report check() throws Exception {
        return check(PATIENT);
    }

    private AddressCheck.Report check(CheckTimeouts limits) throws Exception {
        return AddressCheck.check(given(tunnel.origin()), bridge.instance(), CERTIFICATE.believed(), TOKEN, limits);
    }

    private static PublicAddress given(String origin) {
        return new PublicAddress(origin, PublicAddress.Source.GIVEN);
    }

    private Bridge bridge(String publicUrl) throws IOException {
        BridgeConfig.Agent nobody =
                new BridgeConfig.Agent("nobody", URI.create("ws://127.0.0.1:9/"), "", OpenAi.REALTIME.defaults());
        BridgeConfig config = new BridgeConfig("127.0.0.1", 0, 1, publicUrl, TOKEN, nobody);
        return Bridge.start(config, web, callSid -> {
            watched.add(callSid);
            return event -> {};
        });
    }

    private String metrics() throws Exception {
        URI url = URI.create("http://127.0.0.1:" + bridge.port() + "/metrics");
        return HTTP.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
