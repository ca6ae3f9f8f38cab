package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.line.fault.InjectedFault;
import dev.sidetone.simulator.line.fault.LineFaults;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a server sees of a bad line, and that the timeline tells it. */
class LineFaultCallTest {
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    private final TestServer server = new TestServer();
    private final ManualLine line = new ManualLine().serving(server);
    private final TickingCaller caller = new TickingCaller();

    @Test
    void whatWasDialledIsNotedWithTheSeedThatRepeatsIt() throws InjectedFault.Unreadable {
        call(FIVE_SECONDS, "jitter=30ms", "gap=1s@2s");

        assertThat(line.facts.of(Fact.Noted.class))
                .extracting(Fact.Noted::text)
                .containsExactly("line faults: jitter=30ms gap=1s@2s; --seed 7 repeats them");
    }

    @Test
    void jitteredFramesComeInOrderAndAreNotTheInstrumentsLateness() throws InjectedFault.Unreadable {
        call(FIVE_SECONDS, "jitter=60ms");

        List<Long> lateMs = new ArrayList<>();
        List<Fact.FrameWritten> written = line.facts.of(Fact.FrameWritten.class);
        List<Fact.Tick> ticks = line.facts.of(Fact.Tick.class);
        for (int i = 0; i < written.size(); i++) {
            assertThat(written.get(i).tick()).isEqualTo(i);
            assertThat(written.get(i).lateNs()).isZero();
            lateMs.add((written.get(i).atNs() - ticks.get(i).atNs()) / 1_000_000);
        }
        assertThat(lateMs)
                .allMatch(ms -> ms >= 0 && ms <= 60)
                .anyMatch(ms -> ms > 50)
                .anyMatch(ms -> ms < 30);
        assertThat(numbers("chunk")).isEqualTo(upTo(written.size()));
        assertThat(faults()).containsExactly("jitter=60ms begins");
    }

    @Test
    void aBurstBringsFramesTogether() throws InjectedFault.Unreadable {
        call(FIVE_SECONDS, "burst=200ms");

        long distinct = line.facts.of(Fact.FrameWritten.class).stream()
                .mapToLong(Fact.FrameWritten::atNs)
                .distinct()
                .count();
        assertThat(line.facts.of(Fact.FrameWritten.class)).hasSizeBetween(230, 250);
        assertThat(distinct).isBetween(23L, 25L);
    }

    @Test
    void aStallIsSilenceAndThenAllOfIt() throws InjectedFault.Unreadable {
        call(FIVE_SECONDS, "stall=2s@1s");

        long startNs = line.facts.one(Fact.StreamStarted.class).atNs();
        List<Fact.FrameWritten> written = line.facts.of(Fact.FrameWritten.class);
        assertThat(written).hasSizeBetween(249, 251).allMatch(frame -> frame.lateNs() == 0);
        assertThat(written).noneMatch(frame -> isWithin(frame.atNs() - startNs, 1_000, 3_000));
        assertThat(written.stream().filter(frame -> frame.atNs() - startNs == 3_000_000_000L))
                .hasSizeBetween(99, 101);
        assertThat(faults()).containsExactly("stall=2s begins", "stall=2s ends");
        assertThat(line.facts.one(Fact.FaultBegan.class).atNs() - startNs).isEqualTo(1_000_000_000L);
        assertThat(line.facts.one(Fact.FaultEnded.class).atNs() - startNs).isEqualTo(3_000_000_000L);
    }

    @Test
    void aLongStallLosesNothingAndFindsNoFaultWithTheServer() throws InjectedFault.Unreadable {
        call(Duration.ofSeconds(30), "stall=20s@1s");

        assertThat(numbers("chunk"))
                .hasSizeBetween(1_499, 1_500)
                .isEqualTo(upTo(numbers("chunk").size()));
        assertThat(line.facts.findings()).isEmpty();
    }

    @Test
    void keysAndMarksWaitInTheSameQueueAsTheFrames() throws InjectedFault.Unreadable {
        caller.at(60, phone -> phone.press('5'));
        call(FIVE_SECONDS, "stall=2s@1s");

        assertThat(numbers("sequenceNumber"))
                .isEqualTo(upTo(numbers("sequenceNumber").size()));
        assertThat(server.texts("dtmf")).hasSize(1);
    }

    @Test
    void hangingUpDuringAStallLetsEverythingThrough() throws InjectedFault.Unreadable {
        caller.at(100, phone -> phone.hangUp());
        call(FIVE_SECONDS, "stall=20s@1s");

        assertThat(server.texts.get(server.texts.size() - 1)).contains("\"event\":\"stop\"");
        assertThat(numbers("chunk")).hasSize(101);
        assertThat(server.closes).containsExactly(1000);
        assertThat(line.facts.findings()).isEmpty();
        assertThat(line.facts.of(Fact.FrameWritten.class)).allMatch(frame -> frame.lateNs() == 0);
    }

    @Test
    void aGapIsMissingMediaAHoleInTheTimestampsAndNoneInTheNumbers() throws InjectedFault.Unreadable {
        call(FIVE_SECONDS, "gap=1s@2s");

        List<Long> chunks = numbers("chunk");
        List<Long> timestamps = numbers("timestamp");
        assertThat(chunks).hasSizeBetween(199, 201).isEqualTo(upTo(chunks.size()));
        assertThat(numbers("sequenceNumber"))
                .isEqualTo(upTo(numbers("sequenceNumber").size()));
        List<Long> steps = new ArrayList<>();
        for (int i = 1; i < timestamps.size(); i++) {
            steps.add(timestamps.get(i) - timestamps.get(i - 1));
        }
        assertThat(steps).filteredOn(step -> step > 25).hasSize(1).allMatch(step -> step >= 1_015 && step <= 1_025);
        assertThat(line.facts.of(Fact.Tick.class)).hasSizeBetween(249, 251);
    }

    @Test
    void aDropEndsTheStreamWithoutStopAndIsNotTheServersFault() throws InjectedFault.Unreadable {
        call(FIVE_SECONDS, "drop@2s");

        assertThat(server.texts("stop")).isEmpty();
        assertThat(line.facts.findings()).isEmpty();
        assertThat(line.facts.one(Fact.StreamEnded.class).code()).isEqualTo(1006);
        assertThat(line.outcome().by()).isEqualTo(EndedBy.FAULT);
        assertThat(line.facts.last()).isInstanceOf(Fact.CallEnded.class);
        assertThat(faults()).containsExactly("drop begins");
        assertThat(numbers("chunk")).hasSize(100);
    }

    @Test
    void aMutedCallerStillSpeaksAsFarAsTheMeasuringGoes() throws InjectedFault.Unreadable {
        byte[] loud = new byte[LineFrame.BYTES];
        Arrays.fill(loud, (byte) 0x21);
        caller.saying(LineFrame.of(loud));
        call(FIVE_SECONDS, "mute=1s@1s");

        List<String> media = server.texts("\"media\":{");
        String spoken = media.get(0).replaceAll(".*\"payload\":\"([^\"]*)\".*", "$1");
        assertThat(media.stream().filter(text -> !text.contains(spoken))).hasSize(50);
        assertThat(line.facts.of(Fact.Tick.class)).allMatch(tick -> tick.said0() > -10);
    }

    @Test
    void twoCallsWithOneSeedAreTheSameByteForByteAndTickForTick() throws InjectedFault.Unreadable {
        String[] dialled = {"jitter=80ms", "gap=300ms", "stall=500ms", "noise=15dB", "drop"};
        call(Duration.ofSeconds(30), dialled);
        TestServer again = new TestServer();
        ManualLine other = new ManualLine().serving(again);
        other.call(plan(dialled), new TickingCaller(), Duration.ofSeconds(30));

        assertThat(again.texts).isEqualTo(server.texts).hasSizeGreaterThan(200);
        assertThat(again.textTimesNs).isEqualTo(server.textTimesNs);
        assertThat(other.facts.all()).isEqualTo(line.facts.all());
    }

    @Test
    void faultsLeaveTheNamesAndTheFirstTimestampOfACallAlone() throws InjectedFault.Unreadable {
        call(FIVE_SECONDS, "jitter=20ms");
        TestServer good = new TestServer();
        new ManualLine().serving(good).call(plan(), new TickingCaller(), FIVE_SECONDS);

        assertThat(server.texts.subList(0, 100)).isEqualTo(good.texts.subList(0, 100));
    }

    @Test
    void aWebhookMayComeTwiceAndTheFirstAnswerCounts() throws InjectedFault.Unreadable {
        call(Duration.ofMillis(500), "webhook-twice");

        assertThat(server.requests).hasSize(2);
        assertThat(server.requests.get(0).headers().get("i-twilio-idempotency-token"))
                .isEqualTo(server.requests.get(1).headers().get("i-twilio-idempotency-token"));
        assertThat(server.upgrades).hasSize(1);
        assertThat(faults()).containsExactly("webhook-twice begins");
    }

    @Test
    void aSlowWebhookComesThatMuchLater() throws InjectedFault.Unreadable {
        call(FIVE_SECONDS, "webhook-slow=3s");

        assertThat(line.facts.one(Fact.WebhookAnswered.class).tookNs()).isBetween(3_000_000_000L, 3_010_000_000L);
        assertThat(faults()).containsExactly("webhook-slow=3s begins", "webhook-slow=3s ends");
    }

    @Test
    void aLostWebhookNeverReachesTheServerAndIsAskedAgain() throws InjectedFault.Unreadable {
        call(Duration.ofMillis(1), "webhook-lost");

        assertThat(server.requests).hasSize(1);
        assertThat(faults()).containsExactly("webhook-lost begins");
    }

    private void call(Duration time, String... faults) throws InjectedFault.Unreadable {
        line.call(plan(faults), caller, time);
    }

    private static CallPlan plan(String... faults) throws InjectedFault.Unreadable {
        return CallPlan.to(ManualLine.VOICE).seeded(7).withFaults(LineFaults.parse(faults));
    }

    /** The numbers under {@code field} in what the server got, in order. */
    private List<Long> numbers(String field) {
        Pattern shape = Pattern.compile("\"" + field + "\":\"(\\d+)\"");
        return server.texts.stream()
                .map(shape::matcher)
                .filter(Matcher::find)
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Fact fact : line.facts.all()) {
            if (fact instanceof Fact.FaultBegan began) {
                faults.add(began.fault() + " begins");
            } else if (fact instanceof Fact.FaultEnded ended) {
                faults.add(ended.fault() + " ends");
            }
        }
        return faults;
    }

    private static boolean isWithin(long ns, long fromMs, long toMs) {
        return ns >= fromMs * 1_000_000 && ns < toMs * 1_000_000;
    }

    private static List<Long> upTo(int count) {
        List<Long> numbers = new ArrayList<>();
        for (long i = 1; i <= count; i++) {
            numbers.add(i);
        }
        return numbers;
    }
}
