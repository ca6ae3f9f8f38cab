package dev.sidetone.ui.app;

import dev.sidetone.simulator.report.CallTranscript;
import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.simulator.report.WatchedCall;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.WordLog;
import dev.sidetone.simulator.timeline.WordLog.Words;
import dev.sidetone.ui.details.DetailsModel;
import dev.sidetone.ui.events.EventsModel;
import dev.sidetone.ui.findings.FindingsModel;
import dev.sidetone.ui.latency.LatencyModel;
import dev.sidetone.ui.selection.SelectionModel;
import dev.sidetone.ui.transcript.TranscriptModel;
import dev.sidetone.ui.wire.WireModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models of the lists below the timeline, of the call in view. On the FX thread; {@link #pull} runs at every pulse. */
final class CallLists {
    private final LatencyModel latency;
    private final EventsModel events;
    private final FindingsModel findings;
    private final WireModel wire = new WireModel();
    private final TranscriptModel transcript = new TranscriptModel();
    private final DetailsModel details;
    private List<Words> written = List.of();
    private List<Turn> turns = List.of();
    private CallTranscript words = CallTranscript.NONE;

    CallLists(LatencyModel latency, EventsModel events, SelectionModel selection) {
        this.latency = latency;
        this.events = events;
        findings = new FindingsModel(selection);
        details = new DetailsModel(selection, wire::row, this::event);
    }

    /** Shows {@code call}, as far as it has come; null shows none. */
    void pull(@Nullable WatchedCall call) {
        CallResult result = call == null ? null : call.result();
        say(call == null ? null : call.words(), result);
        findings.show(result);
        wire.show(call == null ? null : call.wire(), result == null ? List.of() : result.findings());
        transcript.show(words, call != null);
        latency.say(words.callers());
        details.show(result, words);
    }

    private void say(@Nullable WordLog log, @Nullable CallResult result) {
        List<Words> now = log == null ? List.of() : log.words();
        List<Turn> spoken = result == null ? List.of() : result.turns();
        if (!now.equals(written) || !spoken.equals(turns)) {
            written = now;
            turns = spoken;
            words = now.isEmpty() ? CallTranscript.NONE : CallTranscript.of(now, spoken);
        }
    }

    private @Nullable EventLine event(long index) {
        return index >= 0 && index < events.shown().size() ? events.shown().get((int) index) : null;
    }

    LatencyModel latency() {
        return latency;
    }

    EventsModel events() {
        return events;
    }

    FindingsModel findings() {
        return findings;
    }

    WireModel wire() {
        return wire;
    }

    TranscriptModel transcript() {
        return transcript;
    }

    DetailsModel details() {
        return details;
    }
}
