package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.TwilioSignature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Twilio says on the wire, against literal text. */
class StreamMessagesTest {
    private static final String HEX = "[0-9a-f]{32}";

    private final TestServer server = new TestServer();
    private final ManualLine line = new ManualLine().serving(server);

    @Test
    void theWebhookIsAskedWithEveryFieldOfAnInboundCall() {
        line.call(new TickingCaller(), Duration.ofMillis(1));

        RequestHandler.Request asked = server.requests.get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo("/voice");
        assertThat(asked.headers())
                .containsEntry("user-agent", "TwilioProxy/1.1")
                .containsEntry("accept", "*/*")
                .containsEntry("content-type", "application/x-www-form-urlencoded; charset=UTF-8");
        assertThat(asked.headers().get("x-twilio-signature")).hasSize(28);
        assertThat(asked.headers().get("i-twilio-idempotency-token")).matches("[0-9a-f-]{36}");
        assertThat(Arrays.asList(asked.body().split("&")))
                .contains(
                        "CallSid=" + line.placed().callSid(),
                        "AccountSid=" + CallPlan.TEST_ACCOUNT_SID,
                        "From=%2B15550100",
                        "To=%2B15550199",
                        "Caller=%2B15550100",
                        "Called=%2B15550199",
                        "CallStatus=ringing",
                        "Direction=inbound",
                        "ApiVersion=2010-04-01",
                        "StirVerstat=TN-Validation-Passed-A",
                        "FromCity=",
                        "ToState=",
                        "CallerZip=",
                        "CalledCountry=US")
                .hasSize(27);
    }

    @Test
    void theHandshakeIsSignedAndCarriesNoQuery() {
        server.twiml("/voice", "<Response><Connect><Stream url='ws://localhost:8080/a/b?c=d'/></Connect></Response>");

        line.call(new TickingCaller(), Duration.ofMillis(1));

        RequestHandler.Request upgrade = server.upgrades.get(0);
        assertThat(upgrade.path()).isEqualTo("/a/b");
        assertThat(upgrade.query()).isNull();
        assertThat(upgrade.headers())
                .containsEntry("user-agent", "Twilio.TmeWs/1.0")
                .containsEntry(
                        "x-twilio-signature",
                        TwilioSignature.sign(CallPlan.TEST_AUTH_TOKEN, "ws://localhost:8080/a/b", Map.of()));
    }

    @Test
    void connectedAndStartOpenTheStreamLetterByLetter() {
        server.twiml(
                "/voice",
                "<Response><Connect><Stream url='/media'><Parameter name='token' value='a &amp; &lt;b&gt;'/>"
                        + "<Parameter name='n' value='1'/></Stream></Connect></Response>");

        line.call(new TickingCaller(), Duration.ofMillis(1));

        String callSid = line.placed().callSid();
        String streamSid = line.facts.one(Fact.StreamStarted.class).streamSid();
        assertThat(callSid).matches("CA" + HEX);
        assertThat(streamSid).matches("MZ" + HEX);
        assertThat(server.texts)
                .startsWith(
                        "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}",
                        "{\"event\":\"start\",\"sequenceNumber\":\"1\",\"start\":{\"accountSid\":\""
                                + CallPlan.TEST_ACCOUNT_SID + "\",\"streamSid\":\"" + streamSid + "\",\"callSid\":\""
                                + callSid + "\",\"tracks\":[\"inbound\"],\"mediaFormat\":{\"encoding\":"
                                + "\"audio/x-mulaw\",\"sampleRate\":8000,\"channels\":1},\"customParameters\":"
                                + "{\"token\":\"a & <b>\",\"n\":\"1\"}},\"streamSid\":\"" + streamSid + "\"}");
    }

    @Test
    void mediaIsNumberedAndStampedAsTwilioDoes() {
        byte[] mulaw = new byte[160];
        Arrays.fill(mulaw, (byte) 0x7F);
        line.call(new TickingCaller().saying(LineFrame.of(mulaw)), Duration.ofSeconds(10));

        List<String> media = server.texts("\"media\":{");
        String streamSid = line.facts.one(Fact.StreamStarted.class).streamSid();
        String payload = Base64.getEncoder().encodeToString(mulaw);
        assertThat(payload).hasSize(216);
        int last = 0;
        List<Integer> steps = new ArrayList<>();
        for (int i = 0; i < media.size(); i++) {
            Matcher found = Pattern.compile("\"timestamp\":\"(\\d+)\"").matcher(media.get(i));
            assertThat(found.find()).isTrue();
            int timestamp = Integer.parseInt(found.group(1));
            assertThat(media.get(i))
                    .isEqualTo("{\"event\":\"media\",\"sequenceNumber\":\"" + (i + 2)
                            + "\",\"media\":{\"track\":\"inbound\",\"chunk\":\"" + (i + 1) + "\",\"timestamp\":\""
                            + timestamp + "\",\"payload\":\"" + payload + "\"},\"streamSid\":\"" + streamSid + "\"}");
            assertThat(timestamp).isBetween(100 + 20 * i - 2, 170 + 20 * i + 2);
            if (i > 0) {
                steps.add(timestamp - last);
            }
            last = timestamp;
        }
        assertThat(media).hasSizeBetween(498, 500);
        assertThat(steps)
                .allMatch(step -> step >= 19 && step <= 21)
                .contains(19)
                .contains(21);
    }

    @Test
    void anIdleLineIsAMixtureOfBothZerosAndNotOneByteOverAndOver() {
        line.call(new TickingCaller(), Duration.ofSeconds(2));

        List<String> payloads = server.texts("\"media\":{").stream()
                .map(text -> text.replaceAll(".*\"payload\":\"([^\"]*)\".*", "$1"))
                .toList();
        int[] codes = new int[256];
        for (String payload : payloads) {
            byte[] frame = Base64.getDecoder().decode(payload);
            assertThat(frame).hasSize(160).contains(0x7F, 0xFF);
            for (byte code : frame) {
                codes[code & 0xFF]++;
            }
        }
        int all = payloads.size() * 160;
        assertThat(codes[0x7F]).isBetween(all * 40 / 100, all * 60 / 100);
        assertThat(codes[0xFF]).isBetween(all * 40 / 100, all * 60 / 100);
        assertThat(codes[0x7E] + codes[0xFE]).isBetween(1, all * 5 / 100);
        assertThat(codes[0x7E] + codes[0xFE] + codes[0x7F] + codes[0xFF]).isEqualTo(all);
        assertThat(payloads.subList(1, 8)).doesNotContain(payloads.get(0));
    }

    @Test
    void framesGoOutEveryTwentyMillisecondsFromJustAfterTheStart() {
        line.call(new TickingCaller(), Duration.ofSeconds(2));

        List<Fact.FrameWritten> written = line.facts.of(Fact.FrameWritten.class);
        long startNs = line.facts.one(Fact.StreamStarted.class).atNs();
        assertThat(written.get(0).atNs() - startNs).isBetween(1_000_000L, 5_000_000L);
        for (int i = 0; i < written.size(); i++) {
            assertThat(written.get(i).tick()).isEqualTo(i);
            assertThat(written.get(i).lateNs()).isZero();
            assertThat(written.get(i).atNs()).isEqualTo(written.get(0).atNs() + i * LineFrame.NS);
        }
        assertThat(written).hasSize(100);
    }

    @Test
    void aKeyIsADtmfMessageBetweenTheFrames() {
        line.call(
                new TickingCaller().at(1, phone -> {
                    phone.press('5');
                    phone.press('#');
                }),
                Duration.ofMillis(100));

        String streamSid = line.facts.one(Fact.StreamStarted.class).streamSid();
        assertThat(server.texts("dtmf"))
                .containsExactly(
                        "{\"event\":\"dtmf\",\"streamSid\":\"" + streamSid
                                + "\",\"sequenceNumber\":\"4\",\"dtmf\":{\"track\":\"inbound_track\",\"digit\":\"5\"}}",
                        "{\"event\":\"dtmf\",\"streamSid\":\"" + streamSid
                                + "\",\"sequenceNumber\":\"5\",\"dtmf\":{\"track\":\"inbound_track\",\"digit\":\"#\"}}");
        assertThat(server.texts.get(6)).contains("\"sequenceNumber\":\"6\"").contains("\"chunk\":\"3\"");
        assertThat(line.facts.of(Fact.KeyPressed.class))
                .extracting(Fact.KeyPressed::digit)
                .containsExactly('5', '#');
    }

    @Test
    void hangingUpSaysStopAndThenCloses() {
        TickingCaller caller = new TickingCaller().at(3, phone -> phone.hangUp());
        line.call(caller, Duration.ofSeconds(1));

        String streamSid = line.facts.one(Fact.StreamStarted.class).streamSid();
        assertThat(server.texts.get(server.texts.size() - 1))
                .isEqualTo("{\"event\":\"stop\",\"sequenceNumber\":\"6\",\"streamSid\":\"" + streamSid
                        + "\",\"stop\":{\"accountSid\":\"" + CallPlan.TEST_ACCOUNT_SID + "\",\"callSid\":\""
                        + line.placed().callSid() + "\"}}");
        assertThat(server.closes).containsExactly(1000);
    }

    @Test
    void marksComeBackLetterByLetter() {
        server.onStart("{\"event\":\"mark\",\"streamSid\":\"SID\",\"mark\":{\"name\":\"my \\\"label\\\"\"}}");
        line.call(new TickingCaller(), Duration.ofMillis(1));

        String streamSid = line.facts.one(Fact.StreamStarted.class).streamSid();
        assertThat(server.texts("mark"))
                .containsExactly("{\"event\":\"mark\",\"sequenceNumber\":\"2\",\"streamSid\":\"" + streamSid
                        + "\",\"mark\":{\"name\":\"my \\\"label\\\"\"}}");
    }

    @Test
    void oneSeedGivesOneCall() {
        line.call(new TickingCaller(), Duration.ofMillis(200));
        TestServer again = new TestServer();
        new ManualLine().serving(again).call(new TickingCaller(), Duration.ofMillis(200));

        assertThat(again.texts).isEqualTo(server.texts).hasSizeGreaterThan(10);
    }
}
