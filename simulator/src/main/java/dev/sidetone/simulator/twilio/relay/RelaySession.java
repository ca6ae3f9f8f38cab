package dev.sidetone.simulator.twilio.relay;

import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.LineCall;
import dev.sidetone.simulator.line.stream.InvalidMessage;
import dev.sidetone.simulator.line.stream.TextProtocol;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.RelayConditions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One session of Twilio's ConversationRelay: sends what the caller says as text, plays what the server answers. Owned by its call, on the
 * line thread.
 */
// Over 300 lines because one method per message of either side shares the session's state.
public final class RelaySession implements TextProtocol, RelayMessage.Handler {
    /** So many bad messages in a row end it. */
    static final int MOST_BAD = 10;
    /** A prompt is to be answered within this. */
    static final long ANSWER_NS = 10_000_000_000L;

    private static final String SPEAKERS = "speaker-events";
    private static final String CLOSING = "Closing websocket session";
    private static final int NORMAL = 1000;
    private static final int NO_CODE = 1005;
    private static final int BAD_DATA = 1007;
    private static final long WORTH_MS = 200;

    private final LineCall call;
    private final RelayNames names;
    private final RelaySettings settings;
    private final RelayConditions conditions;
    private final RelayVoice voice;
    private final long begunNs;
    private final RelayProblems problems;
    private final TokenSpacing spacing = new TokenSpacing();
    private @Nullable Line line;
    private @Nullable RelayPlayout playout;
    private @Nullable RelayEar ear;
    private Timers.@Nullable Timer answer;
    private @Nullable RelayEnding ending;
    private String promptLanguage;
    private String lastPartial = "";
    /** What the caller was saying when the session was given up. */
    private String unfinished = "";

    private boolean stopped;
    /** The arrival of the message that is being read. */
    private long arrivedNs;

    private int badInARow;

    public RelaySession(
            LineCall call, RelayNames names, RelaySettings settings, RelayConditions conditions, RelayVoice voice) {
        this.call = call;
        this.names = names;
        this.settings = settings;
        this.conditions = conditions;
        this.voice = voice;
        this.begunNs = call.scheduler().nowNs();
        this.problems = new RelayProblems(call::found);
        this.promptLanguage = settings.hearing().promptLanguage();
    }

    /** The fields of the action's request, if the session ended like {@code how}. */
    public Map<String, String> fields(RelayEnding how) {
        return how.fields(names.sessionId(), call.scheduler().nowNs() - begunNs);
    }

    /** How it ended; a failure if nothing else is known. */
    public RelayEnding ending() {
        RelayEnding known = ending;
        return known == null ? RelayEnding.failed("64105", "Websocket ended") : known;
    }

    @Override
    public List<String> opening() {
        return List.of(RelayWriter.setup(names, settings.parameters()));
    }

    /** A session has no message for its end; what the caller was saying goes out, where the server asked for it. */
    @Override
    public @Nullable String stop() {
        stopped = true;
        return settings.hearing().partialOnHangUp() && !call.isUp() && !unfinished.isEmpty()
                ? RelayWriter.prompt(unfinished, promptLanguage, false)
                : null;
    }

    @Override
    public String closeReason() {
        return CLOSING;
    }

    @Override
    public void started(Line opened) {
        line = opened;
        RelayPlayout made = new RelayPlayout(call, opened, voice, settings, conditions.voiceDelayMs(), new Heard());
        playout = made;
        Long timeoutMs = settings.hearing().timeoutMs();
        RelayEar listening = new RelayEar(
                call,
                timeoutMs == null ? conditions.endOfTurnMs() : timeoutMs,
                settings.hearing().backchannels(),
                conditions.words(),
                new Said());
        ear = listening;
        call.audio().tap(listening);
        made.greet();
    }

    @Override
    public void received(String text, long message, long atNs) {
        problems.message(message);
        arrivedNs = atNs;
        try {
            RelayMessage.Handler handler = this;
            RelayMessageReader.read(text).deliverTo(handler);
            badInARow = 0;
        } catch (InvalidMessage e) {
            problems.invalid(e);
            bad(text);
        }
    }

    @Override
    public void receivedBinary(long message) {
        problems.message(message);
        problems.once(RelayFindings.binary(message));
        bad("(binary)");
    }

    private void bad(String text) {
        send(RelayWriter.error(text));
        if (++badInARow == MOST_BAD) {
            problems.once(RelayFindings.tooManyInvalid(MOST_BAD, problems.message()));
            leave(RelayEnding.failed("64105", "Websocket ended"), BAD_DATA, "Too many consecutive malformed messages.");
        }
    }

    @Override
    public void receivedLate(String text) {
        if (ending != null && !ending.isFailure()) {
            problems.once(RelayFindings.afterEnd());
        }
    }

    @Override
    public void key(char key) {
        RelayPlayout heard = playout;
        if (heard == null) {
            return;
        }
        boolean cuts = heard.isSpeaking() && heard.interruptible().keys();
        boolean reported =
                !heard.isSpeaking() || cuts || settings.hearing().reported().keys();
        if (settings.hearing().keys() && reported) {
            send(RelayWriter.key(key));
        } else {
            problems.once(RelayFindings.key(key, settings.hearing().keys()));
        }
        if (cuts) {
            interrupt(heard);
            heard.quiet();
        }
    }

    @Override
    public void reached(String mark, long atNs) {
        if (playout != null) {
            playout.reached(mark, atNs);
        }
    }

    @Override
    public Finding judged(Finding finding) {
        Finding ours = RelayFindings.judged(finding, line != null);
        if (line == null && ending == null && ours.code().startsWith("641")) {
            ending = RelayEnding.failed(ours.code(), "Unable to connect to websocket url");
        }
        return ours;
    }

    @Override
    public void over(@Nullable Integer code) {
        boolean closed = code != null && (code == NORMAL || code == NO_CODE);
        if (ending == null && !stopped && closed) {
            call.found(RelayFindings.closed());
        }
        problems.streamOver();
        drop();
    }

    /** Nothing of it goes on; harmless when nothing does. */
    public void drop() {
        if (answer != null) {
            answer.cancel();
        }
        if (ear != null) {
            unfinished = unfinished.isEmpty() ? ear.unfinished() : unfinished;
            ear.over();
        }
        if (playout != null) {
            playout.over();
        }
    }

    @Override
    public void text(RelayMessage.Text text) {
        int joined = spacing.add(text.token(), text.last());
        if (joined > 0) {
            problems.once(RelayFindings.runTogether(joined, problems.message()));
        }
        if (playout != null) {
            playout.text(text, problems.message());
        }
    }

    @Override
    public void play(RelayMessage.Play play) {
        answered();
        if (playout != null) {
            playout.play(play, problems.message());
        }
    }

    @Override
    public void digits(RelayMessage.Digits digits) {
        if (playout != null) {
            playout.digits(digits.digits(), problems.message());
        }
    }

    @Override
    public void language(RelayMessage.Language language) {
        call.note("the server changes the language"
                + (language.tts().isEmpty() ? "" : ", of the voice to " + language.tts())
                + (language.transcription().isEmpty() ? "" : ", of the recogniser to " + language.transcription()));
        if (!language.transcription().isEmpty()) {
            promptLanguage = language.transcription();
        }
    }

    @Override
    public void end(RelayMessage.End end) {
        long unheardMs = playout == null ? 0 : playout.unheardMs();
        if (unheardMs > WORTH_MS) {
            problems.once(RelayFindings.endCuts(unheardMs));
        }
        leave(RelayEnding.ended(end.handoffData()), NORMAL, CLOSING);
    }

    @Override
    public void settings(RelayMessage.Settings changed) {
        problems.once(RelayFindings.settings(changed.type(), changed.keys()));
        if (settings.wants("config-updated")) {
            send(RelayWriter.info("configUpdated", String.join(",", changed.keys())));
        }
    }

    private void leave(RelayEnding how, int code, String reason) {
        if (ending == null) {
            ending = how;
        }
        if (line != null) {
            line.leave(code, reason);
        }
    }

    private void answered() {
        if (answer != null) {
            answer.cancel();
            answer = null;
        }
    }

    private void interrupt(RelayPlayout heard) {
        RelayPlayout.Cut cut = heard.cut();
        answered();
        send(RelayWriter.interrupt(cut.heard(), cut.heardMs()));
    }

    private void send(String message) {
        if (line != null) {
            line.send(message);
        }
    }

    private void info(String event, String name, String value) {
        if (settings.wants(event)) {
            send(RelayWriter.info(name, value));
        }
    }

    private void prompt(String words, boolean last) {
        send(RelayWriter.prompt(words, promptLanguage, last));
        call.add(new Fact.PromptSent(call.scheduler().nowNs(), words, last));
    }

    /** What the recogniser reports. */
    private final class Said implements RelayEar.Listener {
        @Override
        public void hears(String wordsSoFar, boolean first) {
            RelayPlayout heard = playout;
            if (heard == null) {
                return;
            }
            if (first) {
                info(SPEAKERS, "clientSpeaking", "on");
                lastPartial = "";
            }
            boolean speaking = heard.isSpeaking();
            boolean cuts = speaking && heard.interruptible().speech();
            if (cuts) {
                interrupt(heard);
            }
            boolean reported =
                    !speaking || cuts || settings.hearing().reported().speech();
            if (reported && settings.hearing().partials() && !wordsSoFar.isEmpty() && !wordsSoFar.equals(lastPartial)) {
                lastPartial = wordsSoFar;
                prompt(wordsSoFar, false);
            }
            if (cuts) {
                heard.quiet();
            }
        }

        @Override
        public void heard(String words, boolean known) {
            RelayPlayout heard = playout;
            info(SPEAKERS, "clientSpeaking", "off");
            boolean lost = heard != null
                    && heard.isSpeaking()
                    && !heard.interruptible().speech()
                    && !settings.hearing().reported().speech();
            if (lost) {
                problems.once(RelayFindings.notReported(words));
                return;
            }
            if (!known) {
                problems.once(RelayFindings.unknownWords(words));
            }
            prompt(words, true);
            call.add(new Fact.Transcribed(call.scheduler().nowNs(), "caller", words));
            answered();
            answer = call.scheduler()
                    .after(ANSWER_NS, () -> problems.once(RelayFindings.noAnswer(words, ANSWER_NS / 1_000_000_000L)));
        }
    }

    /** What the voice reports. */
    private final class Heard implements RelayPlayout.Listener {
        @Override
        public void speaking(boolean on) {
            info(SPEAKERS, "agentSpeaking", on ? "on" : "off");
        }

        @Override
        public void played(String text, boolean spoken) {
            info("tokens-played", "tokensPlayed", text);
            if (spoken) {
                call.add(new Fact.Transcribed(call.scheduler().nowNs(), "agent", text.strip()));
            }
        }

        @Override
        public void answerBegins(long message) {
            answered();
            call.add(new Fact.TokenArrived(arrivedNs, message));
        }

        @Override
        public void overflow() {
            problems.once(RelayFindings.overflow(problems.message()));
        }

        @Override
        public void unspeakable(String text) {
            problems.once(RelayFindings.unspeakable(text));
        }
    }
}
