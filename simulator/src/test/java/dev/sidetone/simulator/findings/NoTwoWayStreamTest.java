package dev.sidetone.simulator.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call of four seconds with a one-way stream in its second and third. */
class NoTwoWayStreamTest {
    private static final long MS = 1_000_000L;
    private static final float SILENCE = -90f;
    private static final String HEARD_THE_CALLER = "the server heard the caller and could not answer.";
    private static final String COULD_LISTEN = "the server could listen and not answer";

    private final CallTimeline timeline =
            new CallTimeline("test", Spool.NONE, new Checks(List.of(new NoTwoWayStream())));

    @Test
    void aServerThatHeardTheCallerIsSaidToHaveHeardIt() {
        CallResult.ReportedFinding found = only("inbound_track", 1_500, 500);
        assertThat(found.what()).contains(HEARD_THE_CALLER).doesNotContain("Nothing was heard");
        assertThat(found.severity().word()).isEqualTo("warning");
    }

    @Test
    void aServerForWhichTheCallerSaidNothingIsNot() {
        assertThat(only("inbound_track", -1, 500).what()).contains(COULD_LISTEN).doesNotContain("heard the caller");
    }

    @Test
    void norIsOneWhoseStreamIsOverWhenTheCallerSpeaks() {
        assertThat(only("both_tracks", 3_500, 500).what()).contains(COULD_LISTEN);
    }

    @Test
    void norIsOneThatListensToItsOwnTrackOnly() {
        assertThat(only("outbound_track", 1_500, 500).what()).contains(COULD_LISTEN);
    }

    @Test
    void aCallInWhichNothingWasHeardIsNoSuccess() {
        CallResult.ReportedFinding found = only("inbound_track", 1_500, -1);
        assertThat(found.severity().word()).isEqualTo("error");
        assertThat(found.what()).endsWith(HEARD_THE_CALLER + " Nothing was heard in the whole call.");
    }

    @Test
    void aOneWayStreamBesideAConversationIsAsItShouldBe() {
        timeline.add(new Fact.StreamDialled(500 * MS, "ws://localhost:3000/media"));
        assertThat(call("both_tracks", 1_500, -1).findings()).isEmpty();
    }

    private CallResult.ReportedFinding only(String track, long saidAtMs, long heardAtMs) {
        List<CallResult.ReportedFinding> all = call(track, saidAtMs, heardAtMs).findings();
        assertThat(all).extracting(CallResult.ReportedFinding::code).containsExactly("one-way-stream");
        return all.get(0);
    }

    /** The caller speaks, and something is heard, for 200 ms from these moments on; less than 0 for never. */
    private CallResult call(String track, long saidAtMs, long heardAtMs) {
        timeline.add(new Fact.CallPlaced(-1, "CA", "+1", "+2", "http://x", Instant.EPOCH, true));
        timeline.add(new Fact.CallAnswered(0));
        timeline.add(new Fact.OneWayStarted(1_000 * MS, "MZ", "", track));
        timeline.add(new Fact.OneWayEnded(3_000 * MS, "MZ", "stopped"));
        for (int tick = 1; tick < 200; tick++) {
            float said = level(tick * 20L, saidAtMs);
            float heard = level(tick * 20L, heardAtMs);
            timeline.add(new Fact.Tick(tick * 20L * MS, tick, 0, said, said, heard, heard, 0, 0));
        }
        timeline.add(new Fact.CallEnded(4_000 * MS, EndedBy.SERVER, "the TwiML ended"));
        return timeline.close(4_000 * MS);
    }

    private static float level(long atMs, long fromMs) {
        return fromMs >= 0 && atMs >= fromMs && atMs < fromMs + 200 ? -20f : SILENCE;
    }
}
