package dev.sidetone.simulator.score;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.sound.TwoChannels;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Spool;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Judges a call by a recording of its two voices, with the meters and checks of a call on the line: times count from the file's first sample, and
 * what a recording does not show is null. Stateless, for any thread.
 */
public final class RecordingScore {
    private RecordingScore() {}

    /**
     * Judges one recording.
     *
     * @param file its name in the result
     */
    public static CallResult of(String file, TwoChannels sound, CallerChannel caller) {
        return of(file, sound, caller, fact -> {});
    }

    /** The same for somebody who wants to hear of every fact, in order. */
    public static CallResult of(String file, TwoChannels sound, CallerChannel caller, Consumer<Fact> listener) {
        ChannelRoles roles = ChannelRoles.of(sound, caller);
        CallTimeline timeline = new CallTimeline(SidetoneVersion.TEXT, Spool.NONE, Checks.forARecording());
        timeline.listen(listener);
        timeline.add(new Fact.CallPlaced(0, "", "", "", "", Instant.EPOCH, false, MeasuredAt.RECORDING));
        timeline.add(new Fact.CallAnswered(0));
        for (Finding finding : roles.findings()) {
            timeline.add(finding.at(0));
        }
        int frames = roles.frames();
        for (int tick = 0; tick <= frames; tick++) {
            tick(timeline, tick, roles, tick < frames);
        }
        long endNs = frames * LineFrame.NS;
        timeline.add(new Fact.CallEnded(endNs, null, "the recording ends here"));
        return timeline.close(endNs)
                .withSource(new CallResult.Source(file, roles.callerChannel().word(), roles.isOneVoice()));
    }

    /** A tick says what was spoken up to it, and hears what follows: as if every frame of the agent had come just in time. */
    private static void tick(CallTimeline timeline, int tick, ChannelRoles roles, boolean goesOn) {
        long atNs = tick * LineFrame.NS;
        LineFrame said = tick == 0 ? LineFrame.SILENCE : roles.caller(tick - 1);
        LineFrame heard = goesOn ? roles.agent(tick) : LineFrame.SILENCE;
        if (goesOn) {
            timeline.media(new Fact.MediaArrived(atNs, tick + 1, LineFrame.BYTES), heard.mulaw());
        }
        Fact.Tick seen = new Fact.Tick(
                atNs,
                tick,
                0,
                said.dbm0(0),
                said.dbm0(1),
                heard.dbm0(0),
                heard.dbm0(1),
                goesOn ? LineFrame.BYTES : 0,
                0);
        timeline.tick(seen, said, heard);
        timeline.pump(atNs);
    }
}
