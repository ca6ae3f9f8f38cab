package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A caller who is no person speaks when somebody can answer: a two-way stream is open. */
class AwaitedStreamTest {
    /** The shape of Twilio's samples. */
    private static final String SAMPLE =
            "<Response><Say>Please wait while we connect your call to the A. I. voice assistant.</Say><Pause length='1'/>"
                    + "<Say>O.K. you can start talking!</Say><Connect><Stream url='/media'/></Connect></Response>";

    private final CheckedLine checked = new CheckedLine();
    private final List<Fact> facts = new ArrayList<>();
    private final TestServer ears = new TestServer();

    AwaitedStreamTest() {
        byte[] words = new byte[12_000];
        Arrays.fill(words, (byte) 0x21);
        checked.line.words = text -> CompletableFuture.completedFuture(words);
        checked.line.net.serve("localhost:9090", ears);
        checked.timeline.listen(facts::add);
    }

    @Test
    void nothingIsSaidBeforeItAndEveryTurnIsAnswered() {
        checked.line.serving(answering(SAMPLE));

        CallResult call = checked.call(Callers.awaitingStream(Callers.demo()));

        assertThat(CheckedLine.codes(call)).isEmpty();
        assertThat(call.turns()).hasSize(4).allSatisfy(turn -> assertThat(turn.callerStartAtMs())
                .isPositive());
        assertThat(call.turns()).filteredOn(turn -> turn.ttfaMs() != null).hasSizeGreaterThanOrEqualTo(3);
        assertThat(loudTicksBeforeTheStream()).isZero();
        assertThat(notes())
                .filteredOn(note -> note.contains("waits for a two-way stream"))
                .hasSize(1);
        assertThat(call.call().answeredAtMs()).isCloseTo(-4_000, within(60.0));
    }

    @Test
    void oneWhoDoesNotWaitLosesTheFirstQuestionWhichIsNoTurn() {
        checked.line.serving(answering(SAMPLE));

        CallResult call = checked.call(Callers.demo());

        assertThat(loudTicksBeforeTheStream()).isPositive();
        assertThat(call.turns()).hasSize(3).allSatisfy(turn -> assertThat(turn.callerStartAtMs())
                .isPositive());
        assertThat(notes()).noneMatch(note -> note.contains("waits for"));
    }

    @Test
    void aStreamThatOpensAtOnceIsNotWorthAWord() {
        checked.line.serving(new MisbehavingServer(ServerMistake.NONE, checked.line));

        CallResult call = checked.call(Callers.awaitingStream(Callers.demo()));

        assertThat(call.turns()).hasSize(4);
        assertThat(notes()).noneMatch(note -> note.contains("waits for"));
    }

    @Test
    void aCallerForWhomNoneComesHangsUpAfterHalfAMinuteOfSilence() {
        checked.line.serving(answering("<Response><Start><Stream url='ws://localhost:9090/ears'/></Start>"
                + "<Pause length='10'/><Say>Wait</Say><Pause length='120'/></Response>"));

        CallResult call = checked.call(Callers.awaitingStream(Callers.demo()));

        assertThat(call.call().endedBy()).isEqualTo("caller");
        assertThat(call.call().durationMs()).isCloseTo(10_000 + 1_500 + 30_000, within(60.0));
        assertThat(notes()).anyMatch(note -> note.contains("no two-way stream came"));
    }

    private long loudTicksBeforeTheStream() {
        long startNs = facts.stream()
                .filter(Fact.StreamStarted.class::isInstance)
                .findFirst()
                .orElseThrow()
                .atNs();
        return facts.stream()
                .filter(fact -> fact instanceof Fact.Tick tick && SpeechEnergy.isAudible(tick.said0()))
                .filter(fact -> fact.atNs() < startNs)
                .count();
    }

    private List<String> notes() {
        return facts.stream()
                .filter(Fact.Noted.class::isInstance)
                .map(fact -> ((Fact.Noted) fact).text())
                .toList();
    }

    private RequestHandler answering(String twiml) {
        MisbehavingServer good = new MisbehavingServer(ServerMistake.NONE, checked.line);
        return new RequestHandler() {
            @Override
            public Response answer(Request request, EventLoop loop) {
                return new Response(200, "text/xml", twiml);
            }

            @Override
            public Upgrade upgrade(Request request, EventLoop loop) {
                return good.upgrade(request, loop);
            }
        };
    }
}
