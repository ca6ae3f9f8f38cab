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

/** Builds the TwiML documents of the bridge with Twilio's own builder. Stateless. */
public final class Twiml {
    /** The content type of TwiML. */
    public static final String CONTENT_TYPE = "text/xml; charset=utf-8";

    private static final Duration TWILIO_MAXIMUM = Duration.ofHours(4);

    private Twiml() {}

    /** Connects the call to a bidirectional stream; when that ends, Twilio requests {@code action}. */
    public static String connect(String streamUrl, String token, String action) {
        Stream stream = new Stream.Builder()
                .url(streamUrl)
                .parameter(new Parameter.Builder().name("token").value(token).build())
                .build();
        Connect connect = new Connect.Builder().action(action).stream(stream).build();
        return new VoiceResponse.Builder().connect(connect).build().toXml();
    }

    /** Dials a number for the caller; when that conversation is over, the call ends. */
    public static String dial(String number) {
        return new VoiceResponse.Builder()
                .dial(new Dial.Builder(number).build())
                .build()
                .toXml();
    }

    /** The same with a time limit, which is left out where Twilio's own is shorter. */
    public static String dial(String number, Duration longest) {
        if (longest.compareTo(TWILIO_MAXIMUM) >= 0) {
            return dial(number);
        }
        int seconds = (int) Math.max(1, longest.toSeconds());
        Dial dial = new Dial.Builder(number).timeLimit(seconds).build();
        return new VoiceResponse.Builder().dial(dial).build().toXml();
    }

    /** Rejects the call as busy; it is never answered, and costs nothing. */
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
