package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.text.ForeignText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

// Over 300 lines because all that a result holds is described in one place, key by key.
/**
 * A call in numbers: the shape of {@code --json} and {@code result.json}, whose keys are these components' names. {@code AtMs} counts
 * from the moment {@code start} went out, or from the answer in a call without a two-way stream; what was before is negative, and what was
 * not observed is null, never 0.
 */
public record CallResult(
        String sidetone,
        Call call,
        Setup setup,
        Greeting greeting,
        List<Turn> turns,
        List<BargeIn> bargeIns,
        List<Key> dtmf,
        @Nullable Marks marks,
        @Nullable Integer clears,
        @Nullable Playout playout,
        @Nullable Line line,
        @Nullable Transfer transfer,
        @Nullable Kept recording,
        List<ReportedFinding> findings,
        List<Played> played,
        @Nullable Source source,
        List<Probe> probes) {
    /** An older version's result has no marks and no probes. */
    @SuppressWarnings("NullAway")
    public CallResult {
        played = played == null ? List.of() : List.copyOf(played);
        probes = probes == null ? List.of() : List.copyOf(probes);
    }

    /** Whether enough of the turns could be judged for the line to count as reliable. */
    public static boolean enoughJudged(List<Turn> turns) {
        long judged = turns.stream().filter(Turn::judged).count();
        return 100 * judged >= (long) Thresholds.RELIABLE_PERCENT * turns.size();
    }

    /** The same with other findings: some come to light when the call is long over. */
    public CallResult withFindings(List<ReportedFinding> all) {
        return with(recording, all);
    }

    /** The same with what became of its recording, or null where none is kept. */
    public CallResult withRecording(@Nullable Kept kept) {
        return with(kept, findings);
    }

    /** The same, of the recording {@code read}; no turn of one whose channels carry one voice is judged. */
    public CallResult withSource(Source read) {
        List<Turn> times = read.oneVoice() ? turns.stream().map(Turn::unjudged).toList() : turns;
        return with(recording, findings, times, read);
    }

    private CallResult with(@Nullable Kept kept, List<ReportedFinding> all) {
        return with(kept, all, turns, source);
    }

    private CallResult with(@Nullable Kept kept, List<ReportedFinding> all, List<Turn> times, @Nullable Source read) {
        return new CallResult(
                sidetone,
                call,
                setup,
                greeting,
                times,
                bargeIns,
                dtmf,
                marks,
                clears,
                playout,
                line,
                transfer,
                kept,
                List.copyOf(all),
                played,
                read,
                probes);
    }

    /**
     * Which call.
     *
     * @param durationMs from the answer to the end
     * @param callSid null of a recording, which does not name it, as {@code startedAt}
     * @param measured where its times were taken: {@code ear}, {@code bridge} or {@code recording}; an older version's result leaves it out, and
     *     is of the ear
     * @param clock the moment from which {@code AtMs} counts: {@code stream}, or {@code answer} without a two-way stream, or the beginning of the
     *     {@code recording}; null if nobody answered
     * @param answeredAtMs the moment of the answer, negative where a stream started later; null at the bridge, which does not see it
     */
    public record Call(
            @Nullable String callSid,
            @Nullable String streamSid,
            @Nullable Instant startedAt,
            @Nullable Double durationMs,
            @Nullable String endedBy,
            @Nullable String measured,
            @Nullable String clock,
            @Nullable Double answeredAtMs) {
        public Call {
            callSid = shown(callSid);
            streamSid = shown(streamSid);
            endedBy = shown(endedBy);
        }

        /** Whether the times are the bridge's and not the ear's. */
        public boolean atBridge() {
            return MeasuredAt.BRIDGE.word().equals(measured);
        }

        /** Whether the times are of a recording. */
        public boolean inRecording() {
            return MeasuredAt.RECORDING.word().equals(measured);
        }
    }

    /**
     * The two-channel recording that a result is of.
     *
     * @param file its name, as it was given
     * @param caller the caller's channel, {@code left} or {@code right}
     * @param oneVoice whether both channels carry the same, so that nobody can tell who speaks
     */
    public record Source(String file, String caller, boolean oneVoice) {
        public Source {
            file = ForeignText.line(file);
            caller = ForeignText.line(caller);
        }
    }

    public record Setup(@Nullable Double webhookMs, @Nullable Double upgradeMs) {}

    public record Greeting(@Nullable Double firstMediaAtMs, @Nullable Double firstAudibleAtMs) {}

    /**
     * One stretch of the caller speaking and what answered it.
     *
     * @param ttfaMs time to first audio at the ear: last voiced sample of the caller to first audible sample of the answer
     * @param answerMs the same to the answer after the last tool result, where there was a tool call
     * @param judged whether no frame or tick on the way was more than {@value Thresholds#LATE_AT_EAR_MS} ms late: a turn that is not judged counts nowhere
     * @param early the agent began before the caller had ended
     * @param overlapped the old answer ran on past the caller's end
     * @param interrupted the caller spoke over the answer to it
     */
    public record Turn(
            int turn,
            double callerStartAtMs,
            double callerEndAtMs,
            @Nullable Double firstMediaAtMs,
            @Nullable Double firstAudibleAtMs,
            @Nullable Double ttfaMs,
            @Nullable Double answerMs,
            boolean judged,
            boolean early,
            boolean overlapped,
            Parts parts,
            boolean interrupted) {
        /** Whether what was heard first only filled the time until a tool's result: {@code ttfaMs} is its time, {@code answerMs} the answer's. */
        public boolean beginsWithFiller() {
            return ttfaMs != null && answerMs != null && answerMs > ttfaMs;
        }

        private Turn unjudged() {
            return with(false, interrupted);
        }

        Turn interruptedByCaller() {
            return with(judged, true);
        }

        private Turn with(boolean fair, boolean spokenOver) {
            return new Turn(
                    turn,
                    callerStartAtMs,
                    callerEndAtMs,
                    firstMediaAtMs,
                    firstAudibleAtMs,
                    ttfaMs,
                    answerMs,
                    fair,
                    early,
                    overlapped,
                    parts,
                    spokenOver);
        }
    }

    /**
     * Where a turn's TTFA went; the parts that are known to the embedded bridge add up to it.
     *
     * @param endpointingMs caller's end to the agent's own end of speech, at the bridge
     * @param agentMs from there to the first audio of the answer at the bridge
     * @param bridgeMs from there to the relay's write to Twilio
     * @param lineMs from there to the arrival at Twilio
     * @param playoutMs from there to the tick at which it began to be heard
     * @param leadingSilenceMs from there to the first audible sample
     * @param promptMs with ConversationRelay: caller's end to the final prompt
     * @param firstTokenMs from there to the first token of the answer, which is the server's own time
     * @param voiceMs from there to the sound that Twilio's voice makes of it
     */
    public record Parts(
            @Nullable Double endpointingMs,
            @Nullable Double agentMs,
            @Nullable Double bridgeMs,
            @Nullable Double lineMs,
            @Nullable Double playoutMs,
            @Nullable Double leadingSilenceMs,
            @Nullable Double promptMs,
            @Nullable Double firstTokenMs,
            @Nullable Double voiceMs) {
        /** Those of a call whose server hears and speaks itself. */
        public Parts(
                @Nullable Double endpointingMs,
                @Nullable Double agentMs,
                @Nullable Double bridgeMs,
                @Nullable Double lineMs,
                @Nullable Double playoutMs,
                @Nullable Double leadingSilenceMs) {
            this(endpointingMs, agentMs, bridgeMs, lineMs, playoutMs, leadingSilenceMs, null, null, null);
        }
    }

    /**
     * The caller spoke while the agent was heard.
     *
     * @param clearMs onset to the clear's arrival
     * @param silenceMs onset to silence at the ear, if it lasted 300 ms
     * @param discardedMs audio thrown away by the clear
     * @param yielded whether silence came within {@value Thresholds#YIELD_MS} ms; null if nothing shows that more was to come: no clear that
     *     threw audio away, less than 1000 ms in the queue, and no word of the agent that it was cut
     */
    public record BargeIn(
            double onsetAtMs,
            @Nullable Double clearMs,
            @Nullable Double silenceMs,
            @Nullable Double discardedMs,
            @Nullable Boolean yielded) {}

    public record Key(String digit, double atMs) {
        public Key {
            digit = ForeignText.line(digit);
        }
    }

    public record Marks(int received, int echoedPlayed, int echoedCleared) {}

    /**
     * The playout queue over the whole call.
     *
     * @param underruns times the queue ran empty for 20 ms or more and audio went on within 300 ms
     * @param burstFactor audio received over wall time, first to last chunk, of the fastest answer
     * @param jitterMs the interarrival jitter of RFC 3550, section 6.4.1, of the server's audio where it was highest; null where no answer was paced
     * @param depth the depth over time; null before a stream, and in an older version's result
     */
    public record Playout(
            double maxDepthMs,
            int underruns,
            @Nullable Double burstFactor,
            @Nullable Double jitterMs,
            @Nullable Depth depth) {}

    /**
     * The playout queue's depth over time.
     *
     * @param fromAtMs where the first step begins
     * @param everyMs how long a step lasts: a tenth of a second, or twice that as often as it takes for 240 steps to hold the call
     * @param maxMs the deepest in each step; those after the last have nothing in them
     */
    public record Depth(double fromAtMs, double everyMs, List<Integer> maxMs) {
        public Depth {
            maxMs = List.copyOf(maxMs);
        }
    }

    /**
     * Sound of the caller's side that is no turn, and what the agent did at it.
     *
     * @param kind {@code backchannel}, {@code vocal-tic}, {@code side-talk}, {@code noise} or {@code music}
     * @param atMs when it began
     * @param whileAgentSpoke whether the agent was heard
     * @param yielded whether the agent stopped within {@value Thresholds#PROBE_YIELD_MS} ms; null while it was silent, or if it may just have ended
     * @param answered whether the agent began to speak up to {@value Thresholds#PROBE_ANSWER_MS} ms after the end; null while it spoke, or if it was to
     *     speak anyway
     * @param right whether the agent did neither; null where that is not known, and of a backchannel in silence, which may be an answer
     */
    public record Probe(
            String kind,
            double atMs,
            boolean whileAgentSpoke,
            @Nullable Boolean yielded,
            @Nullable Boolean answered,
            @Nullable Boolean right) {
        public Probe {
            kind = ForeignText.line(kind);
        }
    }

    /**
     * The instrument's own honesty.
     *
     * @param latenessP50Ms how late frames were written to the socket, median
     * @param latenessMaxMs how late the latest one was; an older version's result leaves it out
     * @param lateness how late each was, for percentiles of several calls; null of a call that goes on, and of a result that was read, for it
     *     is not in the JSON
     * @param clockCorrections ticks given up after a stall, plus sound card corrections
     * @param reliable whether at least {@value Thresholds#RELIABLE_PERCENT} % of the turns could be judged, and at most
     *     {@value Thresholds#UNRELIABLE_FRAMES_PERCENT} % of the frames were not sent or more than {@value Thresholds#LATE_FRAME_MS} ms late
     */
    public record Line(
            long framesSent,
            long framesHeard,
            @Nullable Double latenessP50Ms,
            @Nullable Double latenessP99Ms,
            @Nullable Double latenessMaxMs,
            long clockCorrections,
            boolean reliable,
            @Nullable LatencyDigest lateness) {}

    /**
     * Whom the call was put through to, last.
     *
     * @param atMs when it began to ring; null when nobody had answered the call before
     * @param answered whether somebody picked up; null where only Twilio knows
     */
    public record Transfer(String to, @Nullable Double atMs, @Nullable Boolean answered) {
        public Transfer {
            to = ForeignText.line(to);
        }
    }

    /**
     * What became of the recording.
     *
     * @param kept whether all of the call is in it
     * @param folder where it is, or null if it never began
     * @param why why not, or null where it is kept
     */
    public record Kept(boolean kept, @Nullable String folder, @Nullable String why) {
        public Kept {
            folder = shown(folder);
            why = shown(why);
        }
    }

    /**
     * An answer's playout as the marks behind its pieces show it; of the embedded bridge only.
     *
     * @param sentAtMs when its first audio was sent
     * @param firstAtMs when the mark behind its first piece came back; null if a clear returned it, or it never did
     * @param lastAtMs when the last mark came back that was reached
     * @param playoutMs from sent to the first mark's return, less the first piece's own length: the wait at Twilio and a mark's way back;
     *     null unless it began in silence, since a piece behind others waits for them
     * @param cut whether a clear returned any of its marks
     */
    public record Played(
            double sentAtMs,
            @Nullable Double firstAtMs,
            @Nullable Double lastAtMs,
            @Nullable Double playoutMs,
            boolean cut) {}

    public record ReportedFinding(
            String code, Severity severity, String what, @Nullable Long frame, @Nullable Double atMs, String cure) {
        public ReportedFinding {
            code = ForeignText.line(code);
            what = ForeignText.line(what);
            cure = ForeignText.line(cure);
        }
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null ? null : ForeignText.line(text);
    }
}
