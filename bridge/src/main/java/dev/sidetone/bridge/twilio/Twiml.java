package dev.sidetone.bridge.twilio;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Connect;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Parameter;
import com.twilio.twiml.voice.Reject;
import com.twilio.twiml.voice.Say;
import com.twilio.twiml.voice.Stream;
import java.time.Duration;

/** The documents that the bridge answers webhooks with, built by Twilio's own builder. */
public final class Twiml {
    /** What TwiML is served as. */
    public static final String CONTENT_TYPE = "text/xml; charset=utf-8";

    private static final Duration TWILIOS_LONGEST = Duration.ofHours(4);

    private Twiml() {}

    /** Connects the call to a bidirectional stream; when that ends Twilio asks {@code action} what comes next. */
    public static String connect(String streamUrl, String token, String action) {
        Stream stream = new Stream.Builder()
                .url(streamUrl)
                .parameter(new Parameter.Builder().name("token").value(token).build())
                .build();
        Connect connect = new Connect.Builder().action(action).stream(stream).build();
        return new VoiceResponse.Builder().connect(connect).build().toXml();
    }

    /** Puts the caller through to a person's number; when that is over the call ends. */
    public static String dial(String number) {
        return new VoiceResponse.Builder()
                .dial(new Dial.Builder(number).build())
                .build()
                .toXml();
    }

    /** The same, for so long at the most: what Twilio would allow anyway is not said. */
    public static String dial(String number, Duration longest) {
        if (longest.compareTo(TWILIOS_LONGEST) >= 0) {
            return dial(number);
        }
        int seconds = (int) Math.max(1, longest.toSeconds());
        Dial dial = new Dial.Builder(number).timeLimit(seconds).build();
        return new VoiceResponse.Builder().dial(dial).build().toXml();
    }

    /** Answers like a telephone that is engaged; the call is never answered, and costs nothing. */
    public static String busy() {
        return new VoiceResponse.Builder()
                .reject(new Reject.Builder().reason(Reject.Reason.BUSY).build())
                .build()
                .toXml();
    }

    /** Ends the call. */
    public static String hangUp() {
        return new VoiceResponse.Builder()
                .hangup(new Hangup.Builder().build())
                .build()
                .toXml();
    }

    /** Says a sentence and ends the call. */
    public static String sayAndHangUp(String words) {
        return new VoiceResponse.Builder()
                .say(new Say.Builder(words).build())
                .hangup(new Hangup.Builder().build())
                .build()
                .toXml();
    }
}
