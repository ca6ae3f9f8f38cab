package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.sound.Sound;
import dev.sidetone.simulator.line.stream.StreamNoun;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

/** What verbs need of their call. Owned by the call; everything happens on the line thread, and later than it was asked for. */
public interface Stage {
    /** The call's time: a timer of a call that is over never fires. */
    Timers timers();

    /** Whether the caller is on the line. */
    boolean isUp();

    /** Picks the call up, unless it is. */
    void answer();

    /** Plays {@code sound} in place of what is played and tells when it is over. */
    void play(Sound sound, Runnable over);

    /** Stops what is played; its end is not told. */
    void quiet();

    /** Has {@code text} spoken; {@code then} gets mu-law, of no length when it could not be spoken. */
    void speak(String text, Consumer<byte[]> then);

    /** Fetches the file of a {@code <Play>}. */
    Network.Link download(URI url, Consumer<SoundFile> then);

    /** Asks the server for the next document, with {@code fields} besides the usual ones; carries it out or ends the call. */
    void fetch(URI url, String method, Map<String, String> fields);

    /** Opens the bidirectional stream; its end is told to {@link TwimlRun#streamDone}. */
    void openStream(StreamNoun noun);

    /** Opens a one-way stream beside what follows; says whether there is room for its tracks. */
    boolean startStream(StreamNoun noun);

    /** Whether a one-way stream of that name runs. */
    boolean runsStream(String name);

    /** Ends the one-way stream of that name. */
    void stopStream(String name);

    /** Names the child call of a {@code <Dial>}. */
    String childCallSid();

    /** The call is not to be picked up: it ends as busy, or as not answered. */
    void turnAway(boolean busy);

    /** Ends the call. */
    void hangUp(EndedBy by, String why);

    void tell(Fact fact);

    void found(Finding finding);

    void note(String text);
}
