package dev.sidetone.simulator.rig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.time.ManualTimers;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Twilio's side of one call in manual time, written by hand from its documents: webhook, stream, playout, marks. */
final class HandTwilio implements ConnectionListener {
    static final String SID = "CA00000000000000000000000000000001";
    private static final String STREAM = "MZ00000000000000000000000000000001";
    private static final JsonMapper JSON = new JsonMapper();
    private static final long MS = 1_000_000;

    final List<String> ends = new ArrayList<>();
    int clears;
    long audibleTicks;
    private final ManualTimers time;
    private final MemoryNetwork net;
    /** Audio and marks, as they were queued. */
    private final ArrayDeque<Object> queue = new ArrayDeque<>();

    private byte[] mouth = new byte[0];
    private @Nullable Connection wire;
    private boolean audible;

    HandTwilio(ManualTimers time, MemoryNetwork net) {
        this.time = time;
        this.net = net;
    }

    /** Asks the webhook and connects the stream that it wants. */
    void call(String webhook) {
        String twiml = post(webhook);
        Matcher token = Pattern.compile("value=\"([0-9a-f]+)\"").matcher(twiml);
        if (!token.find()) {
            throw new AssertionError(twiml);
        }
        net.dial(URI.create("ws://bridge/media"), Map.of(), this);
        pass(10);
        send("{'event':'connected','protocol':'Call','version':'1.0.0'}");
        send("{'event':'start','sequenceNumber':'1','start':{'accountSid':'AC0','streamSid':'" + STREAM
                + "','callSid':'"
                + SID + "','tracks':['inbound'],'customParameters':{'token':'" + token.group(1) + "'}},'streamSid':'"
                + STREAM + "'}");
        pass(10);
    }

    /** The line carries sound from now on. */
    void lineOpens() {
        tick();
    }

    String post(String path) {
        List<RequestHandler.Response> answers = new ArrayList<>();
        String form = "CallStatus=in-progress&CallSid=" + SID;
        net.request("POST", URI.create("http://bridge" + path), Map.of(), form, answers::add);
        pass(10);
        return answers.get(0).body();
    }

    void pass(long ms) {
        time.advance(ms * MS);
    }

    void say(byte[] mulaw) {
        mouth = mulaw;
    }

    void press(char key) {
        send("{'event':'dtmf','streamSid':'" + STREAM
                + "','sequenceNumber':'5','dtmf':{'track':'inbound_track','digit':'" + key + "'}}");
    }

    /** Whether the caller hears the agent now. */
    boolean hears() {
        return audible;
    }

    private void tick() {
        if (!ends.isEmpty()) {
            return;
        }
        byte[] frame = LineFrame.SILENCE.mulaw();
        int length = Math.min(frame.length, mouth.length);
        System.arraycopy(mouth, 0, frame, 0, length);
        mouth = Arrays.copyOfRange(mouth, length, mouth.length);
        send("{'event':'media','sequenceNumber':'2','media':{'track':'inbound','chunk':'1','timestamp':'20','payload':'"
                + Base64.getEncoder().encodeToString(frame) + "'},'streamSid':'" + STREAM + "'}");
        hear(playOut());
        time.after(20 * MS, this::tick);
    }

    private void hear(byte[] heard) {
        audible = SpeechEnergy.isAudible(SpeechEnergy.dbm0(heard, 0, SpeechEnergy.WINDOW));
        audibleTicks += audible ? 1 : 0;
    }

    private byte[] playOut() {
        byte[] heard = LineFrame.SILENCE.mulaw();
        int filled = 0;
        while (!queue.isEmpty() && filled < heard.length) {
            Object first = queue.remove();
            if (first instanceof byte[] audio) {
                int length = Math.min(audio.length, heard.length - filled);
                System.arraycopy(audio, 0, heard, filled, length);
                filled += length;
                if (length < audio.length) {
                    queue.addFirst(Arrays.copyOfRange(audio, length, audio.length));
                }
            } else {
                markComesBack((String) first);
            }
        }
        return heard;
    }

    private void markComesBack(String name) {
        send("{'event':'mark','sequenceNumber':'9','streamSid':'" + STREAM + "','mark':{'name':'" + name + "'}}");
    }

    private void send(String singleQuoted) {
        if (wire != null) {
            wire.send(singleQuoted.replace('\'', '"'));
        }
    }

    @Override
    public void onOpened(Connection opened, long atNs) {
        wire = opened;
    }

    @Override
    public void onText(String text, long atNs) {
        JsonNode message = read(text);
        switch (message.path("event").asText()) {
            case "media" ->
                queue.add(
                        Base64.getDecoder().decode(message.at("/media/payload").asText()));
            case "mark" -> queue.add(message.at("/mark/name").asText());
            case "clear" -> {
                clears++;
                List<Object> thrownAway = List.copyOf(queue);
                queue.clear();
                thrownAway.stream().filter(String.class::isInstance).forEach(mark -> markComesBack((String) mark));
            }
            default -> throw new AssertionError("Twilio knows no " + text);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        throw new AssertionError("a binary message");
    }

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        ends.add(cause.code() + " " + cause.reason());
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        throw new AssertionError("refused with " + httpStatus);
    }
}
