package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.stream.StreamFindings;
import dev.sidetone.simulator.line.stream.StreamNoun;
import dev.sidetone.simulator.line.stream.Track;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Judges the streams of a call's documents and has them opened and stopped. Owned by its call, on the line thread. */
final class StreamVerbs {
    /** So many tracks a call may have in one-way streams. */
    static final int MOST_TRACKS = 4;

    private final Stage stage;
    private boolean tried;

    StreamVerbs(Stage stage) {
        this.stage = stage;
    }

    /** Whether a stream was asked for, of any kind. */
    boolean tried() {
        return tried;
    }

    /** Opens the bidirectional stream; says whether it could be dialled. */
    boolean connect(Verb.Stream stream, URI document) {
        tried = true;
        if (Track.of(stream.track()) != Track.INBOUND) {
            stage.found(StreamFindings.track(stream.track()));
            return false;
        }
        StreamNoun noun = noun(stream, document, Track.INBOUND);
        if (noun == null) {
            return false;
        }
        stage.openStream(noun);
        return true;
    }

    /** Opens a one-way stream; one that cannot be does not hold up the call. */
    void start(Verb.Stream stream, URI document) {
        tried = true;
        Track track = Track.of(stream.track());
        if (track == null) {
            stage.found(TwimlFindings.track(stream.track()));
            return;
        }
        StreamNoun noun = noun(stream, document, track);
        if (noun == null) {
            return;
        }
        if (!noun.name().isEmpty() && stage.runsStream(noun.name())) {
            stage.found(TwimlFindings.takenName(noun.name()));
        }
        if (!stage.startStream(noun)) {
            stage.found(TwimlFindings.tooManyTracks(MOST_TRACKS));
        }
    }

    /** Stops a one-way stream. */
    void stop(String name) {
        if (stage.runsStream(name)) {
            stage.stopStream(name);
        } else {
            stage.found(TwimlFindings.noSuchStream(name));
        }
    }

    private @Nullable StreamNoun noun(Verb.Stream stream, URI document, Track track) {
        StreamUrl read = StreamUrl.read(document, stream.url());
        URI url = read.url();
        if (url == null) {
            Finding finding = read.finding();
            stage.found(finding == null ? StreamFindings.malformedUrl(stream.url(), "unreadable") : finding);
            return null;
        }
        if (stream.url().indexOf('?') >= 0) {
            stage.note("the query of the Stream's url was dropped, as Twilio does");
        }
        String callback = callback(stream.statusCallback(), document);
        return new StreamNoun(url, stream.parameters(), stream.name(), callback, stream.statusCallbackMethod(), track);
    }

    private String callback(@Nullable String text, URI document) {
        if (text == null) {
            return "";
        }
        URI url = DocumentUrl.resolve(document, text);
        if (url == null) {
            stage.found(TwimlFindings.invalid(
                    "The statusCallback of <Stream>, \"" + text + "\", is no URL: nobody is told.",
                    "Give an absolute http or https URL."));
        }
        return url == null ? "" : url.toString();
    }
}
