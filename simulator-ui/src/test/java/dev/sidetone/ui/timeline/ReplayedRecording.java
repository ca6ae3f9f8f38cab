package dev.sidetone.ui.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replays a recording into a timeline, fact by fact and with its sound, up to a given time. */
final class ReplayedRecording {
    private static final int HEADER_BYTES = 44;

    private final CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);
    private final List<Fact> facts = new ArrayList<>();
    private final ShortBuffer stereo;
    private int next;
    private long firstTickNs = Long.MIN_VALUE;
    private long startNs;

    ReplayedRecording(Path folder) throws IOException {
        Recording.open(folder).forEachFact(facts::add);
        facts.sort(Comparator.comparingLong(Fact::atNs));
        byte[] wav = Files.readAllBytes(folder.resolve("call.wav"));
        stereo = ByteBuffer.wrap(wav, HEADER_BYTES, wav.length - HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
    }

    CallTimeline timeline() {
        return timeline;
    }

    boolean isOver() {
        return next == facts.size();
    }

    /** Tells what happened until {@code ms} after the call's start. */
    void tellUntil(double ms) {
        while (!isOver() && (startNs == 0 || facts.get(next).atNs() <= startNs + ms * 1e6)) {
            tell(facts.get(next++));
        }
        timeline.pump(startNs + Math.round(ms * 1e6) + CallTimeline.SORTED_MS * 1_000_000L);
    }

    private void tell(Fact fact) {
        if (fact instanceof Fact.StreamStarted started) {
            startNs = started.atNs();
        }
        if (fact instanceof Fact.Tick tick) {
            firstTickNs = firstTickNs == Long.MIN_VALUE ? tick.atNs() : firstTickNs;
            int frame = (int) Math.round((double) (tick.atNs() - firstTickNs) / LineFrame.NS);
            timeline.tick(tick, frame(frame, 0), frame(frame + 1, 1));
        } else {
            timeline.add(fact);
        }
    }

    private LineFrame frame(int index, int channel) {
        short[] samples = new short[LineFrame.BYTES];
        for (int i = 0; i < samples.length; i++) {
            int at = 2 * (index * LineFrame.BYTES + i) + channel;
            samples[i] = at < stereo.limit() ? stereo.get(at) : 0;
        }
        return LineFrame.ofPcm(samples);
    }
}
