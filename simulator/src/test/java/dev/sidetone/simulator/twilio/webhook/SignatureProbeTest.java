package dev.sidetone.simulator.twilio.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.line.net.Download;
import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.StreamSocketListener;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.TwilioSignature;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SignatureProbeTest {
    private static final CallPlan PLAN =
            CallPlan.to(URI.create("http://localhost:8080/voice")).seeded(7);
    private static final String TWIML = "<Response><Connect><Stream url='/media'/></Connect></Response>";

    @Test
    void aServerThatLetsAnybodyInIsToldSoTwice() {
        SignatureProbe probe = probe((signature, form) -> true, TWIML);
        assertThat(probe.unsigned().join()).get().satisfies(SignatureProbeTest::isAnError);
        assertThat(probe.wronglySigned().join()).get().satisfies(SignatureProbeTest::isAnError);
    }

    @Test
    void aServerThatLooksOnlyWhetherThereIsASignatureIsToldOnce() {
        SignatureProbe probe = probe((signature, form) -> !signature.isEmpty(), TWIML);
        assertThat(probe.unsigned().join()).isEmpty();
        assertThat(probe.wronglySigned().join())
                .get()
                .extracting(Finding::what)
                .asString()
                .contains("wrong signature");
    }

    @Test
    void aServerThatChecksIsAsItShouldBe() {
        SignatureProbe probe = probe(
                (signature, form) -> signature.equals(
                        TwilioSignature.sign(PLAN.authToken(), PLAN.webhook().toString(), form)),
                TWIML);
        assertThat(probe.unsigned().join()).isEmpty();
        assertThat(probe.wronglySigned().join()).isEmpty();
    }

    @Test
    void aServerThatTurnsTheCallerAwayRefusesToo() {
        SignatureProbe probe = probe((signature, form) -> true, "<Response><Reject/></Response>");
        assertThat(probe.unsigned().join()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsTheCallsAffair() {
        SignatureProbe probe = new SignatureProbe(
                new Asked(headers -> new HttpAnswer.Failed(0, ConnectionFailure.REFUSED, "connection refused")), PLAN);
        assertThat(probe.unsigned().join()).isEmpty();
    }

    private static void isAnError(Finding finding) {
        assertThat(finding.code()).isEqualTo("unsigned-accepted");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    }

    private static SignatureProbe probe(BiPredicate<String, Map<String, String>> letsIn, String twiml) {
        return new SignatureProbe(
                new Asked(request -> {
                    boolean in = letsIn.test(request.signature(), request.form());
                    return new HttpAnswer.Answered(0, PLAN.webhook(), in ? 200 : 403, "text/xml", twiml, false);
                }),
                PLAN);
    }

    private record Request(String signature, Map<String, String> form) {}

    private interface Server {
        HttpAnswer answer(Request request);
    }

    /** A network with one server, which answers at once. */
    private record Asked(Server server) implements Network {
        @Override
        public Link request(
                String method, URI url, Map<String, String> headers, String body, Consumer<HttpAnswer> answer) {
            Map<String, String> form = new LinkedHashMap<>();
            for (String field : body.split("&", -1)) {
                String[] parts = field.split("=", 2);
                form.put(decoded(parts[0]), decoded(parts[1]));
            }
            answer.accept(server.answer(new Request(headers.getOrDefault("X-Twilio-Signature", ""), form)));
            return () -> {};
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        @Override
        public Link download(URI url, Map<String, String> headers, Consumer<Download> done) {
            throw new AssertionError("nothing is played");
        }

        @Override
        public Link dial(URI url, Map<String, String> headers, StreamSocketListener listener) {
            throw new AssertionError("no stream is opened");
        }

        @Override
        public void close() {}
    }
}
