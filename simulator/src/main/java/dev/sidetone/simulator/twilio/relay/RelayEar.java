package dev.sidetone.simulator.twilio.relay;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.simulator.line.LineCall;
import dev.sidetone.simulator.line.sound.CallTap;
import dev.sidetone.simulator.line.sound.VoicedEdge;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's recogniser towards a ConversationRelay server: knows when the caller speaks, and its words from who wrote them. Owned by its session,
 * on the line thread.
 */
final class RelayEar implements CallTap {
    /** Speech is noticed after so long, as after some letters of a word. */
    static final long NOTICE_NS = 250_000_000L;
    /** Partial prompts come so often. */
    static final long PARTIAL_NS = 250_000_000L;

    private static final long WINDOW_NS = LineFrame.NS / 2;
    private static final int ONSET_WINDOWS = 6;
    private static final int PAUSE_WINDOWS = 30;

    private final LineCall call;
    private final Listener listener;
    private final long endOfTurnNs;
    private final boolean edgesKnown;
    private final boolean backchannels;
    private final Deque<String> prepared;

    private @Nullable HeardWords turn;
    private boolean speaking;
    private boolean noticed;
    private Timers.@Nullable Timer look;
    private Timers.@Nullable Timer ending;
    private int voiced;
    private int silent;

    /** Takes what is heard. */
    interface Listener {
        /** The caller speaks, as far as has been noticed by now: again and again while it does. */
        void hears(String wordsSoFar, boolean first);

        /** The caller has stopped, long enough for the turn to be over. */
        void heard(String words, boolean known);
    }

    /**
     * @param backchannels whether short acknowledgements count as speech
     * @param prepared the words of utterances whose words are not known otherwise, in order
     */
    RelayEar(LineCall call, long endOfTurnMs, boolean backchannels, List<String> prepared, Listener listener) {
        this.backchannels = backchannels;
        this.call = call;
        this.listener = listener;
        this.endOfTurnNs = endOfTurnMs * 1_000_000L;
        this.edgesKnown = call.audio().knowsEdges();
        this.prepared = new ArrayDeque<>(prepared);
    }

    /** What has been heard of a turn that is not over; empty where none is. */
    String unfinished() {
        return turn == null ? "" : turn.soFar(call.scheduler().nowNs());
    }

    void over() {
        call.audio().untap(this);
        cancel(look);
        cancel(ending);
        turn = null;
    }

    @Override
    public void edge(VoicedEdge edge) {
        if (edge.probe() == ProbeKind.BACKCHANNEL && !backchannels) {
            return;
        }
        if (edge.starts()) {
            starts(edge.words(), edge.atNs(), edge.lengthNs());
        } else {
            ends(edge.atNs());
        }
    }

    /** Finds the edges by energy where the caller does not report them. */
    @Override
    public void tick(LineFrame said, LineFrame heard, long deadlineNs) {
        if (edgesKnown) {
            return;
        }
        for (int window = 0; window < 2; window++) {
            long endNs = deadlineNs - (1 - window) * WINDOW_NS;
            if (SpeechEnergy.isAudible(said.dbm0(window))) {
                silent = 0;
                voiced++;
            } else {
                silent++;
                voiced = speaking ? voiced : 0;
            }
            if (!speaking && voiced >= ONSET_WINDOWS) {
                starts(null, endNs - voiced * WINDOW_NS, 0);
            } else if (speaking && silent == PAUSE_WINDOWS) {
                voiced = 0;
                ends(endNs - silent * WINDOW_NS);
            }
        }
    }

    private void starts(@Nullable String words, long atNs, long lengthNs) {
        cancel(ending);
        HeardWords current = turn;
        if (current == null) {
            current = new HeardWords();
            turn = current;
            noticed = false;
        }
        current.begin(words, atNs, lengthNs);
        current.fill(prepared::poll);
        speaking = true;
        cancel(look);
        look = call.scheduler().at(Math.max(call.scheduler().nowNs(), atNs + NOTICE_NS), this::notice);
    }

    private void notice() {
        HeardWords current = turn;
        if (current == null || !speaking) {
            return;
        }
        boolean first = !noticed;
        noticed = true;
        listener.hears(current.soFar(call.scheduler().nowNs()), first);
        look = call.scheduler().after(PARTIAL_NS, this::notice);
    }

    private void ends(long atNs) {
        HeardWords current = turn;
        if (current == null || !speaking) {
            return;
        }
        if (!noticed) {
            notice();
        }
        speaking = false;
        cancel(look);
        current.end(atNs);
        ending = call.scheduler().at(atNs + endOfTurnNs, this::turnOver);
    }

    private void turnOver() {
        HeardWords done = turn;
        turn = null;
        if (done != null) {
            listener.heard(done.all(), done.unknown() == 0);
        }
    }

    private static void cancel(Timers.@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }
}
