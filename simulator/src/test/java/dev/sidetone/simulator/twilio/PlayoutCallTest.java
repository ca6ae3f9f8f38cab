package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.line.stream.PlayoutQueue;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.MessageRules;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the caller hears of what the server sends, and what the line finds in it. */
class PlayoutCallTest {
    private static final String MARK = "{\"event\":\"mark\",\"streamSid\":\"SID\",\"mark\":{\"name\":\"NAME\"}}";
    private static final String CLEAR = "{\"event\":\"clear\",\"streamSid\":\"SID\"}";

    private final TestServer server = new TestServer();
    private final ManualLine line = new ManualLine().serving(server);
    private final TickingCaller caller = new TickingCaller();

    @Test
    void audioStartsAtTheTickAfterItsArrival() {
        server.onStart(media(240, 0x21));

        line.call(caller, Duration.ofMillis(100));

        assertThat(caller.heard.get(0).mulaw()).containsOnly(0x21);
        assertThat(caller.heard.get(1).code(79)).isEqualTo((byte) 0x21);
        assertThat(caller.heard.get(1).code(80)).isEqualTo((byte) 0xFF);
        assertThat(caller.heard.get(2)).isEqualTo(LineFrame.SILENCE);
        List<Fact.Tick> ticks = line.facts.of(Fact.Tick.class);
        assertThat(ticks).extracting(Fact.Tick::tick).startsWith(0L, 1L, 2L);
        assertThat(ticks).extracting(Fact.Tick::heardBytes).startsWith(160, 80, 0);
        assertThat(ticks).extracting(Fact.Tick::queuedBytes).startsWith(80, 0, 0);
        assertThat(ticks.get(0).heard0()).isEqualTo(caller.heard.get(0).dbm0(0));
        Fact.MediaArrived arrived = line.facts.one(Fact.MediaArrived.class);
        assertThat(arrived.message()).isEqualTo(1);
        assertThat(arrived.bytes()).isEqualTo(240);
        assertThat(arrived.atNs()).isLessThan(ticks.get(0).atNs());
    }

    @Test
    void aMarkComesBackWhenItsAudioHasBeenPlayed() {
        server.onStart(media(480, 0x21), MARK.replace("NAME", "said"));

        line.call(caller, Duration.ofMillis(100));

        Fact.MarkEchoed echoed = line.facts.one(Fact.MarkEchoed.class);
        assertThat(echoed.heard()).isTrue();
        assertThat(echoed.atNs())
                .isEqualTo(line.facts.of(Fact.Tick.class).get(3).atNs());
        assertThat(line.facts.one(Fact.MarkArrived.class).message()).isEqualTo(2);
        assertThat(server.texts("\"mark\"")).hasSize(1);
    }

    @Test
    void clearSilencesTheCallerAndReturnsTheMarksUnheard() {
        server.onStart(media(8000, 0x21), MARK.replace("NAME", "one"), media(160, 0x21), MARK.replace("NAME", "two"));
        line.call(caller, Duration.ofMillis(100));
        String sid = line.facts.one(Fact.StreamStarted.class).streamSid();
        int heardBefore = caller.heard.size();

        server.say(CLEAR.replace("SID", sid));
        line.pass(Duration.ofMillis(60));

        Fact.ClearArrived clear = line.facts.one(Fact.ClearArrived.class);
        assertThat(clear.discardedBytes()).isEqualTo(8160 - heardBefore * 160);
        assertThat(clear.marksReturned()).isEqualTo(2);
        assertThat(clear.message()).isEqualTo(5);
        assertThat(line.facts.of(Fact.MarkEchoed.class))
                .extracting(Fact.MarkEchoed::name, Fact.MarkEchoed::heard)
                .containsExactly(tuple("one", false), tuple("two", false));
        assertThat(line.facts.of(Fact.MarkEchoed.class)).allMatch(echoed -> echoed.atNs() == clear.atNs());
        assertThat(caller.heard.subList(heardBefore, caller.heard.size()))
                .isNotEmpty()
                .allMatch(LineFrame.SILENCE::equals);
    }

    @Test
    void theFirstWrongMessageIsToldOnceAndTheStreamGoesOn() {
        server.onStart(
                media(160, 0x21),
                "{\"event\":\"clear\",\"streamSid\":\"SID\",\"why\":\"barge-in\"}",
                "nonsense",
                media(160, 0x22));

        line.call(caller, Duration.ofMillis(100));

        assertThat(line.facts.findings()).hasSize(1);
        assertThat(line.facts.findings().get(0).code()).isEqualTo("31951");
        assertThat(line.facts.findings().get(0).frame()).isEqualTo(2L);
        assertThat(line.facts.findings().get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(line.facts.findings().get(0).what()).contains("why");
        assertThat(line.facts.of(Fact.MediaArrived.class))
                .extracting(Fact.MediaArrived::message)
                .containsExactly(1L, 4L);
        assertThat(caller.heard.get(1).code(0)).isEqualTo((byte) 0x22);
    }

    @Test
    void howManyMoreWrongMessagesCameIsToldWhenTheStreamIsOver() {
        server.onStart("nonsense", "[]", CLEAR.replace("clear", "flush"));
        line.call(caller, Duration.ofMillis(100));
        assertThat(line.facts.findingCodes()).containsExactly("31951");

        server.wire().close(1000, "");
        line.pass(Duration.ofMillis(100));

        assertThat(line.facts.findingCodes()).containsExactly("31951", "31951");
        Fact.Found more = line.facts.findings().get(1);
        assertThat(more.severity()).isEqualTo(Severity.INFO);
        assertThat(more.what()).contains("2 more").contains("unknown event \"flush\"");
        assertThat(more.frame()).isEqualTo(3L);
    }

    @Test
    void oneWrongMessageIsNotToldAgain() {
        server.onStart("nonsense");
        line.call(caller, Duration.ofMillis(100));

        server.wire().close(1000, "");
        line.pass(Duration.ofMillis(100));

        assertThat(line.facts.findingCodes()).containsExactly("31951");
    }

    @Test
    void theFindingAboutAWrongMessageNamesBothOfTwiliosCodes() {
        server.onStart("nonsense");

        line.call(caller, Duration.ofMillis(100));

        assertThat(line.facts.findings().get(0).cure()).contains("31951", "31924", "--strict-protocol");
    }

    @Test
    void aStrictLineEndsTheStreamForAWrongMessageAndTheTwimlGoesOn() {
        server.onStart("{\"event\":\"foo\"}", media(160, 0x21));

        line.call(CallPlan.to(ManualLine.VOICE).judging(MessageRules.STRICT), caller, Duration.ofMillis(100));

        assertThat(line.facts.findingCodes()).containsExactly("31924");
        assertThat(line.facts.findings().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(line.facts.findings().get(0).frame()).isEqualTo(1);
        assertThat(line.facts.of(Fact.MediaArrived.class)).isEmpty();
        assertThat(line.facts.one(Fact.StreamEnded.class).why()).contains("broke the protocol");
        assertThat(line.outcome().by()).isEqualTo(EndedBy.FAULT);
    }

    @Test
    void aLenientLineTakesWhatTwilioWouldNot() {
        server.onStart(media(160, 0x21).replace("{\"payload\"", "{\"track\":\"outbound\",\"payload\""));

        line.call(CallPlan.to(ManualLine.VOICE).judging(MessageRules.LENIENT), caller, Duration.ofMillis(100));

        assertThat(line.facts.findings()).isEmpty();
        assertThat(caller.heard.get(0).mulaw()).containsOnly(0x21);
    }

    @Test
    void base64OfBase64IsHeardAsTheNoiseThatItIs() {
        byte[] mulaw = new byte[120];
        Arrays.fill(mulaw, 30, 90, (byte) 0xE3);
        byte[] once = Base64.getEncoder().encode(mulaw);
        String twice = Base64.getEncoder().encodeToString(once);
        server.onStart("{\"event\":\"media\",\"streamSid\":\"SID\",\"media\":{\"payload\":\"" + twice + "\"}}");

        line.call(caller, Duration.ofMillis(100));

        assertThat(line.facts.findingCodes()).containsExactly("31951");
        assertThat(caller.heard.get(0).mulaw()).isEqualTo(once);
    }

    @Test
    void aServerThatBreaksTheProtocolEndsItsStream() {
        line.call(caller, Duration.ofMillis(100));

        line.breaksFrames = true;
        server.wire().close(1002, "a control frame in pieces");
        line.pass(Duration.ofMillis(100));

        assertThat(line.facts.findingCodes()).containsExactly("31924");
        assertThat(line.outcome().by()).isEqualTo(EndedBy.FAULT);
    }

    @Test
    void binaryMessagesAreToldOnce() {
        server.onText((its, text) -> {
            if (text.contains("\"start\"")) {
                its.wire().send(new byte[160]);
                its.wire().send(new byte[160]);
            }
        });

        line.call(caller, Duration.ofMillis(100));

        assertThat(line.facts.findingCodes()).containsExactly("31950");
        assertThat(line.facts.findings().get(0).frame()).isEqualTo(1L);
        assertThat(caller.heard).allMatch(LineFrame.SILENCE::equals);
    }

    @Test
    void elevenMinutesOfAudioOverflowOnce() {
        String[] minutes = new String[11];
        Arrays.fill(minutes, media(60 * 8000, 0x21));
        server.onStart(minutes);

        line.call(caller, Duration.ofMillis(30));

        assertThat(line.facts.findingCodes()).containsExactly("31931");
        assertThat(line.facts.findings().get(0).frame()).isEqualTo(11L);
        assertThat(line.facts.of(Fact.Tick.class).get(0).queuedBytes()).isEqualTo(PlayoutQueue.MOST_BYTES - 160);
        assertThat(line.facts.of(Fact.MediaArrived.class).stream()
                        .mapToLong(Fact.MediaArrived::bytes)
                        .sum())
                .isEqualTo(PlayoutQueue.MOST_BYTES);
    }

    @Test
    void marksBeyondTheLimitAreNotReturnedAndFoundOnce() {
        String[] messages = new String[PlayoutQueue.MOST_MARKS + 3];
        Arrays.fill(messages, MARK);
        messages[0] = media(1_600, 0x21);
        server.onStart(messages);
        line.call(caller, Duration.ofMillis(100));

        assertThat(line.facts.findingCodes()).containsExactly("31931");
        assertThat(line.facts.findings().get(0).what()).contains("marks");
    }

    @Test
    void aServerThatReadsNoMoreLosesFramesAndIsTold() {
        line.call(caller, Duration.ofMillis(50));
        line.deaf = true;

        line.pass(Duration.ofSeconds(8));

        assertThat(line.facts.findingCodes()).containsExactly("31930");
        assertThat(line.facts.of(Fact.Tick.class)).hasSizeGreaterThan(300);
    }

    @Test
    void theEdgesOfSpeechAreInstantsInsideTheFrameThatGoesOut() {
        caller.at(2, phone -> phone.speechStarts(80)).at(5, phone -> phone.speechEnds(160));

        line.call(caller, Duration.ofMillis(200));

        List<Fact.Tick> ticks = line.facts.of(Fact.Tick.class);
        assertThat(line.facts.one(Fact.CallerStarted.class).startNs())
                .isEqualTo(ticks.get(2).atNs() - 10_000_000);
        assertThat(line.facts.one(Fact.CallerEnded.class).endNs())
                .isEqualTo(ticks.get(5).atNs());
    }

    @Test
    void aCallerThatBreaksEndsItsCallOnly() {
        caller.at(1, phone -> phone.press('A'));

        line.call(caller, Duration.ofSeconds(1));

        assertThat(line.facts.findingCodes()).containsExactly("simulator-fault");
        assertThat(line.outcome().by()).isEqualTo(EndedBy.FAULT);
        assertThat(line.facts.last()).isInstanceOf(Fact.CallEnded.class);
        assertThat(caller.hungUp).isEqualTo(1);
    }

    @Test
    void anErrorInOneCallLeavesTheLineToTheOthers() {
        caller.at(1, phone -> {
            throw new StackOverflowError();
        });

        line.call(caller, Duration.ofSeconds(1));

        assertThat(line.facts.findingCodes()).containsExactly("simulator-fault");
        assertThat(line.outcome().by()).isEqualTo(EndedBy.FAULT);
    }

    private static String media(int bytes, int value) {
        byte[] mulaw = new byte[bytes];
        Arrays.fill(mulaw, (byte) value);
        String payload = Base64.getEncoder().encodeToString(mulaw);
        return "{\"event\":\"media\",\"streamSid\":\"SID\",\"media\":{\"payload\":\"" + payload + "\"}}";
    }
}
