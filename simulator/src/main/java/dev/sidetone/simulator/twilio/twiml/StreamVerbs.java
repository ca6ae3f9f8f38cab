package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.LineCall;
import dev.sidetone.simulator.line.stream.CallStreams;
import dev.sidetone.simulator.line.stream.StreamFindings;
import dev.sidetone.simulator.line.stream.StreamObserver;
import dev.sidetone.simulator.line.stream.StreamRequest;
import dev.sidetone.simulator.line.stream.Track;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.MessageRules;
import dev.sidetone.simulator.twilio.plan.Sids;
import dev.sidetone.simulator.twilio.plan.TwilioSignature;
import dev.sidetone.simulator.twilio.stream.MediaStreamProtocol;
import dev.sidetone.simulator.twilio.stream.OneWayStreamProtocol;
import dev.sidetone.simulator.twilio.stream.StreamNames;
import dev.sidetone.simulator.twilio.webhook.CallStatusCallbacks;
import java.net.URI;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Checks the streams of a call's documents, opens them and stops them. Owned by its call, on the line thread. */
final class StreamVerbs {
    /** So many tracks a call may have in one-way streams. */
    static final int MOST_TRACKS = 4;

    private final LineCall call;
    private final CallPlan plan;
    private final String callSid;
    private final Sids sids;
    private final Random random;
    private final CallStatusCallbacks callbacks;
    private boolean tried;

    /** @param random draws the streams' timestamps and idle noise */
    StreamVerbs(LineCall call, CallPlan plan, String callSid, Sids sids, Random random, CallStatusCallbacks callbacks) {
        this.call = call;
        this.plan = plan;
        this.callSid = callSid;
        this.sids = sids;
        this.random = random;
        this.callbacks = callbacks;
    }

    /** Returns whether a stream was asked for, of any kind. */
    boolean tried() {
        return tried;
    }

    /** Opens the bidirectional stream, whose end is reported to {@code over}; returns whether it could be dialled. */
    boolean connect(Verb.Stream stream, URI document, CallStreams.Over over) {
        tried = true;
        if (Track.of(stream.track()) != Track.INBOUND) {
            call.found(StreamFindings.track(stream.track()));
            return false;
        }
        StreamRequest request = request(stream, document, Track.INBOUND);
        if (request == null) {
            return false;
        }
        call.streams()
                .connect(
                        request,
                        new MediaStreamProtocol(names(stream, request), random, plan.rules() == MessageRules.LENIENT),
                        over);
        return true;
    }

    /** Opens a one-way stream; one that cannot be opened does not hold up the call. */
    void start(Verb.Stream stream, URI document) {
        tried = true;
        Track track = Track.of(stream.track());
        if (track == null) {
            call.found(TwimlFindings.track(stream.track()));
            return;
        }
        StreamRequest request = request(stream, document, track);
        if (request == null) {
            return;
        }
        if (!request.name().isEmpty() && call.streams().runs(request.name())) {
            call.found(TwimlFindings.takenName(request.name()));
        }
        if (call.streams().oneWayTracks() + track.singles().size() > MOST_TRACKS) {
            call.found(TwimlFindings.tooManyTracks(MOST_TRACKS));
        } else {
            call.streams().start(request, new OneWayStreamProtocol(names(stream, request), track, random));
        }
    }

    /** Stops a one-way stream. */
    void stop(String name) {
        if (call.streams().runs(name)) {
            call.streams().stop(name);
        } else {
            call.found(TwimlFindings.noSuchStream(name));
        }
    }

    private StreamNames names(Verb.Stream stream, StreamRequest request) {
        return new StreamNames(plan.accountSid(), callSid, request.streamSid(), stream.parameters());
    }

    private @Nullable StreamRequest request(Verb.Stream stream, URI document, Track track) {
        StreamUrl read = StreamUrl.read(document, stream.url());
        URI url = read.url();
        if (url == null) {
            Finding finding = read.finding();
            call.found(finding == null ? StreamFindings.malformedUrl(stream.url(), "unreadable") : finding);
            return null;
        }
        if (stream.url().indexOf('?') >= 0) {
            call.note("the query of the Stream's url was dropped, as Twilio does");
        }
        String callback = callback(stream.statusCallback(), document);
        String sid = sids.stream();
        StreamObserver status = callbacks.ofStream(sid, stream.name(), callback, stream.statusCallbackMethod());
        boolean strict = plan.rules() == MessageRules.STRICT;
        return new StreamRequest(
                url, TwilioSignature.streamHeaders(plan, url), sid, stream.name(), track, strict, status);
    }

    private String callback(@Nullable String text, URI document) {
        if (text == null) {
            return "";
        }
        URI url = DocumentUrl.resolve(document, text);
        if (url == null) {
            call.found(TwimlFindings.invalid(
                    "The statusCallback of <Stream>, \"" + text + "\", is no URL: nobody is notified.",
                    "Give an absolute http or https URL."));
        }
        return url == null ? "" : url.toString();
    }
}
