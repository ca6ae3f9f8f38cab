package dev.sidetone.bench.peer;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.time.Metronome;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.TwilioJson;
import dev.sidetone.simulator.caller.Callers;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call as Twilio makes it, written by hand: its webhook, its stream, a frame every 20 ms once it {@link #talks}, and what came back once it
 * {@link #listens}. It is does not judge, and need not read.
 */
public final class HandStream implements AutoCloseable {
    private static final NanoClock CLOCK = NanoClock.system();
    private static final Pattern STREAM = Pattern.compile("<Stream url=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final String callSid;
    private final String streamSid;
    private final WebSocketByHand socket;
    private final Queue<LineFrame> toSay = new ConcurrentLinkedQueue<>();
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicLong sequence = new AtomicLong(1);
    private long chunk;
    private volatile boolean over;
    private volatile boolean leaving;

    private HandStream(String callSid, WebSocketByHand socket) {
        this.callSid = callSid;
        this.streamSid = "MZ" + callSid.substring(2);
        this.socket = socket;
    }

    /** Requests {@code webhook} and opens the stream that it answers with; says and hears nothing yet. */
    public static HandStream open(URI webhook) throws IOException {
        String callSid = "CA" + UUID.randomUUID().toString().replace("-", "");
        String document = post(webhook, "CallSid=" + callSid + "&From=%2B15550100&To=%2B15550199");
        Matcher stream = STREAM.matcher(document);
        Matcher token = TOKEN.matcher(document);
        if (!stream.find() || !token.find()) {
            throw new IOException("the webhook answered without a stream: " + document.strip());
        }
        HandStream call = new HandStream(
                callSid, WebSocketByHand.connect(URI.create(stream.group(1).replace("&amp;", "&")), Map.of()));
        call.send(new FromTwilio.Connected("Call", "1.0.0"));
        call.send(new FromTwilio.Start(1, "AC0", call.streamSid, callSid, Map.of("token", token.group(1))));
        return call;
    }

    /** Posts a form to {@code webhook} and returns the whole answer. */
    public static String post(URI webhook, String form) throws IOException {
        try (RawConnection asking = new RawConnection(webhook.getPort())) {
            return asking.ask("POST " + webhook.getRawPath() + " HTTP/1.1\r\nHost: " + webhook.getAuthority()
                    + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + form.length() + "\r\n\r\n" + form);
        }
    }

    public String callSid() {
        return callSid;
    }

    /** Sends a frame every 20 ms from now on, silence where there is nothing to say. */
    public HandStream talks() {
        Thread talking = new Thread(this::talk, "talks by hand");
        talking.setDaemon(true);
        talking.start();
        return this;
    }

    /** Reads what comes from now on, and returns marks at once. */
    public HandStream listens() {
        Thread listening = new Thread(this::listen, "listens by hand");
        listening.setDaemon(true);
        listening.start();
        return this;
    }

    private void talk() {
        Metronome grid = new Metronome(CLOCK.nowNs(), LineFrame.NS, 0);
        try {
            while (!over) {
                Park.forNs(grid.nextNs() - CLOCK.nowNs());
                if (CLOCK.nowNs() >= grid.nextNs()) {
                    grid.advance(CLOCK.nowNs());
                    @Nullable LineFrame next = toSay.poll();
                    say((next == null ? LineFrame.SILENCE : next).mulaw());
                }
            }
        } catch (IOException closed) {
            over = true;
        }
    }

    /** Sends one message of sound, of any length. */
    public void say(byte[] mulaw) throws IOException {
        chunk++;
        send(new FromTwilio.Media(next(), chunk, chunk * LineFrame.MS, MulawChunk.of(mulaw), streamSid));
    }

    private void listen() {
        try {
            for (@Nullable String text = socket.next(); text != null; text = socket.next()) {
                if (text.contains("\"event\":\"media\"")) {
                    heard.incrementAndGet();
                } else if (text.contains("\"event\":\"mark\"")) {
                    String name = text.replaceAll("(?s).*\"name\":\"([^\"]*)\".*", "$1");
                    send(new FromTwilio.Mark(next(), name, streamSid));
                }
            }
        } catch (IOException closed) {
            // The end, as below.
        }
        over = true;
    }

    private long next() {
        return sequence.incrementAndGet();
    }

    private void send(FromTwilio message) throws IOException {
        socket.send(TwilioJson.write(message));
    }

    /** How many messages with sound have come. */
    public int heard() {
        return heard.get();
    }

    /** Speaks a sentence. */
    public void asks() {
        toSay.addAll(Callers.voice("ask-opening-hours").frames());
    }

    /** Whether the other side has closed the stream, as far as it was read. */
    public boolean isOver() {
        return over && !leaving;
    }

    /** The code with which the other side closed it; 0 when it has not, or without one. */
    public int closeCode() {
        return socket.closeCode();
    }

    /** Hangs up, as Twilio does it. */
    @Override
    public void close() throws IOException {
        leaving = true;
        try (socket) {
            if (!over) {
                send(new FromTwilio.Stop(next(), "AC0", callSid, streamSid));
            }
        } catch (IOException closed) {
            // It is over all the same.
        }
    }
}
