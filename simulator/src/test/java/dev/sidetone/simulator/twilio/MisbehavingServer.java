package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.time.Timers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's server with one fault, in nobody's library: it greets, hears the caller by energy, answers half a second after the caller's
 * end, falls silent when spoken over, and but for its fault does everything as it should.
 */
final class MisbehavingServer implements RequestHandler, ConnectionListener {
    private static final long MS = 1_000_000;
    private static final int PIECE_MS = 200;
    private static final int VOICED_FRAMES = 4;
    private static final int QUIET_FRAMES = 25;

    private final ServerMistake fault;
    private final List<Timers.Timer> sending = new ArrayList<>();
    private final ManualLine line;
    private @Nullable Connection wire;
    private @Nullable EventLoop loop;
    private String sid = "";
    private long heardUntilNs = Long.MIN_VALUE;
    private int voiced;
    private int quiet;
    private boolean speaking;
    private int answers;

    MisbehavingServer(ServerMistake fault, ManualLine line) {
        this.fault = fault;
        this.line = line;
    }

    @Override
    public Response answer(Request request, EventLoop on) {
        return ServerPages.page(fault, request.path());
    }

    @Override
    public Upgrade upgrade(Request request, EventLoop on) {
        loop = on;
        return fault == ServerMistake.REFUSES_THE_UPGRADE ? new Upgrade.Refuse(403, "no") : new Upgrade.Accept(this);
    }

    @Override
    public void onOpened(Connection opened, long atNs) {
        wire = opened;
    }

    @Override
    public void onText(String text, long atNs) {
        if (text.contains("\"event\":\"start\"")) {
            sid = TestServer.sid(text);
            after(fault == ServerMistake.GREETS_LATE ? 1_500 : 100, this::greet);
        } else if (text.contains("\"event\":\"media\"")) {
            hear(Base64.getDecoder().decode(payload(text)), atNs);
        } else if (text.contains("\"event\":\"stop\"")) {
            stopSending();
        }
    }

    private static String payload(String media) {
        String name = "\"payload\":\"";
        int from = media.indexOf(name) + name.length();
        return media.substring(from, media.indexOf('"', from));
    }

    private void greet() {
        switch (fault) {
            case INVENTS_AN_EVENT -> say("{'event':'pause','streamSid':'" + sid + "'}");
            case SENDS_TEXT -> wire().send("hello");
            case NAMES_NO_MARK -> say("{'event':'mark','streamSid':'" + sid + "','mark':{}}");
            case SENDS_BINARY -> wire().send(new byte[160]);
            case CLOSES_BEFORE_A_WORD -> wire().close(1000, "");
            case CLOSES_BEFORE_A_WORD_AND_WITHOUT_A_CODE -> wire().close(1005, "");
            case CLOSES_BEFORE_A_WORD_WITH_AN_ERROR -> wire().close(1011, "");
            default -> {}
        }
        answer();
    }

    private void hear(byte[] mulaw, long atNs) {
        if (fault == ServerMistake.SENDS_THE_CALLER_BACK) {
            send(mulaw);
            return;
        }
        if (fault == ServerMistake.SENDS_THE_CALLER_BACK_LATER) {
            after(1_800, () -> send(mulaw));
            return;
        }
        boolean voice = SpeechEnergy.isAudible(LineFrame.of(mulaw).dbm0(0));
        voiced = voice ? voiced + 1 : 0;
        quiet = voice ? 0 : quiet + 1;
        if (!speaking && voiced == VOICED_FRAMES) {
            speaking = true;
            interrupted(atNs);
        } else if (speaking && quiet == QUIET_FRAMES) {
            speaking = false;
            after(fault == ServerMistake.ANSWERS_LATE ? 1_500 : 50, this::answer);
        }
    }

    private void interrupted(long atNs) {
        boolean talksOn = fault == ServerMistake.NEVER_CLEARS
                || fault == ServerMistake.PLAYS_MUSIC_ON_HOLD
                || heardUntilNs - atNs <= 0;
        if (talksOn) {
            return;
        }
        if (fault != ServerMistake.GOES_ON_AFTER_ITS_CLEAR) {
            stopSending();
        }
        heardUntilNs = atNs;
        say("{'event':'clear','streamSid':'" + sid + "'}");
    }

    private void answer() {
        answers++;
        if (fault == ServerMistake.SENDS_THE_CALLER_BACK || fault == ServerMistake.SENDS_THE_CALLER_BACK_LATER) {
            return;
        }
        if (fault == ServerMistake.GREETS_AND_ANSWERS_NOTHING && answers > 1) {
            return;
        }
        if (fault == ServerMistake.ONLY_LISTENS || (fault == ServerMistake.PLAYS_MUSIC_ON_HOLD && answers > 1)) {
            return;
        }
        if (answers == 2) {
            misbehaveInMidCall();
        }
        stopSending();
        byte[] sound = ServerSound.answer(fault);
        int pieceBytes = fault == ServerMistake.SENDS_AN_ANSWER_IN_ONE || fault == ServerMistake.SENDS_TWELVE_MINUTES
                ? Math.max(1, Math.min(sound.length, 480_000))
                : PIECE_MS * LineFrame.RATE_HZ / 1000;
        long everyMs = everyMs();
        int pieces = 0;
        for (int at = 0; at < sound.length; at += pieceBytes) {
            byte[] piece = Arrays.copyOfRange(sound, at, Math.min(sound.length, at + pieceBytes));
            sending.add(after(pieces++ * everyMs, () -> send(piece)));
        }
        sending.add(
                after(pieces * everyMs, () -> say("{'event':'mark','streamSid':'" + sid + "','mark':{'name':'m'}}")));
        heardUntilNs = loop().nowNs() + sound.length * LineFrame.SAMPLE_NS;
    }

    private long everyMs() {
        return switch (fault) {
            case SENDS_IN_HOLES -> PIECE_MS + 60;
            case GOES_ON_AFTER_ITS_CLEAR, PLAYS_MUSIC_ON_HOLD -> PIECE_MS - 20;
            default -> PIECE_MS / 5;
        };
    }

    private void misbehaveInMidCall() {
        switch (fault) {
            case STOPS_READING -> line.deaf = true;
            case CLOSES_AND_LEAVES_THE_CALLER -> wire().close(1000, "");
            case CLOSES_IN_MID_CALL -> wire().close(1000, "");
            case CLOSES_IN_MID_CALL_WITHOUT_A_CODE -> wire().close(1005, "");
            case CLOSES_WITH_ITS_OWN_CODE -> wire().close(4000, "");
            case GOES_AWAY -> wire().close(1001, "");
            case CLOSES_WITH_AN_ERROR -> wire().close(1011, "KeyError");
            case LOSES_THE_CONNECTION -> wire().close(1006, "");
            case BREAKS_THE_PROTOCOL -> {
                line.breaksFrames = true;
                wire().close(1002, "");
            }
            default -> {}
        }
    }

    private void send(byte[] piece) {
        String payload = ServerSound.payload(fault, piece);
        String named =
                switch (fault) {
                    case LEAVES_OUT_THE_SID -> "";
                    case SENDS_ANOTHER_SID -> "'streamSid':'MZ00000000000000000000000000000000',";
                    case WRITES_STREAM_SID -> "'stream_sid':'" + sid + "',";
                    case ADDS_A_FIELD -> "'streamSid':'" + sid + "','sequenceNumber':'7',";
                    default -> "'streamSid':'" + sid + "',";
                };
        say("{'event':'media'," + named + "'media':{'payload':'" + payload + "'}}");
    }

    private void say(String json) {
        wire().send(json.replace('\'', '"'));
    }

    private void stopSending() {
        sending.forEach(Timers.Timer::cancel);
        sending.clear();
    }

    private Timers.Timer after(long ms, Runnable action) {
        return loop().after(ms * MS, action);
    }

    private Connection wire() {
        Connection open = wire;
        if (open == null) {
            throw new AssertionError("no stream was opened");
        }
        return open;
    }

    private EventLoop loop() {
        EventLoop ours = loop;
        if (ours == null) {
            throw new AssertionError("no stream was dialled");
        }
        return ours;
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        throw new AssertionError("Twilio sends no binary messages");
    }

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        stopSending();
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        throw new AssertionError("a server dials nobody");
    }
}
