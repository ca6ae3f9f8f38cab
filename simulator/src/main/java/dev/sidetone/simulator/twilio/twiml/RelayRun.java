package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.LineCall;
import dev.sidetone.simulator.line.net.FileDownload;
import dev.sidetone.simulator.line.net.Loopback;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.UrlProblem;
import dev.sidetone.simulator.line.stream.StreamObserver;
import dev.sidetone.simulator.line.stream.StreamRequest;
import dev.sidetone.simulator.line.stream.Track;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.TwilioSignature;
import dev.sidetone.simulator.twilio.relay.RelayEnding;
import dev.sidetone.simulator.twilio.relay.RelayFindings;
import dev.sidetone.simulator.twilio.relay.RelayNames;
import dev.sidetone.simulator.twilio.relay.RelaySession;
import dev.sidetone.simulator.twilio.relay.RelayVoice;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One {@code <ConversationRelay>} under way, from the dial to its end. Owned by its call, on the line thread. */
final class RelayRun implements RunningVerb, RelayVoice {
    private static final Map<String, String> FILE_HEADERS =
            Map.of("User-Agent", "TwilioProxy/1.1", "Accept", "audio/*, */*");

    private final LineCall call;
    private final CallPlan plan;
    private final Network network;
    private final SayVoice voice;
    private final Verb.Relay verb;
    private final RelayNames names;
    private final RelaySession session;
    private final Over over;

    /** Takes the end of a session, unless the call was pulled off it or ended. */
    @FunctionalInterface
    interface Over {
        /**
         * Takes the end.
         *
         * @param fields what the action is sent
         */
        void over(boolean fault, String why, Map<String, String> fields);
    }

    RelayRun(
            LineCall call,
            CallPlan plan,
            RelayNames names,
            Network network,
            SayVoice voice,
            Verb.Relay verb,
            Over over) {
        this.call = call;
        this.plan = plan;
        this.names = names;
        this.network = network;
        this.voice = voice;
        this.verb = verb;
        this.over = over;
        this.session = new RelaySession(call, names, verb.settings(), plan.relay(), this);
    }

    @Override
    public void begin() {
        call.answer();
        Finding refusal = verb.refusal();
        if (refusal != null) {
            call.found(refusal);
            refused("64101", refusal.what());
            return;
        }
        String text = verb.settings().url();
        URI url = url(text);
        if (url == null) {
            refused("64102", "Unable to connect to websocket url");
            return;
        }
        StreamRequest request = new StreamRequest(
                url,
                TwilioSignature.relayHeaders(plan, text),
                names.sessionId(),
                "",
                Track.BOTH,
                false,
                new Unobserved());
        call.streams().converse(request, session, (fault, why) -> ended(why));
    }

    /** Streams take keys themselves: one that comes here came before the socket was open. */
    @Override
    public void key(char key) {}

    @Override
    public void drop() {
        session.drop();
    }

    /** What the action is sent when the call is over. */
    Map<String, String> completedFields() {
        return session.fields(RelayEnding.completed());
    }

    @Override
    public CompletionStage<byte[]> speak(String text) {
        return voice.speak(text);
    }

    @Override
    public Network.@Nullable Link fetch(String source, Consumer<byte[]> done) {
        URI url = DocumentUrl.resolve(URI.create(""), source);
        if (url == null || url.getHost() == null) {
            call.found(TwimlFindings.malformedPlay(source));
            return null;
        }
        call.note("Twilio plays " + url);
        return FileDownload.begin(network, url, FILE_HEADERS, download -> {
            SoundFile file = SoundFile.read(network.route(url), download);
            call.scheduler().arrive(call.scheduler().nowNs(), () -> {
                if (file.finding() != null) {
                    call.found(file.finding());
                }
                done.accept(file.mulaw());
            });
        });
    }

    private void ended(String why) {
        RelayEnding ending = session.ending();
        over.over(ending.isFailure(), why, session.fields(ending));
    }

    private void refused(String code, String message) {
        over.over(true, "the session could not begin", session.fields(RelayEnding.failed(code, message)));
    }

    /** The url as it is dialled, with its query; null if it is none, which is found. */
    private @Nullable URI url(String text) {
        URI url;
        try {
            url = new URI(text.strip());
        } catch (URISyntaxException e) {
            call.found(RelayFindings.url(text, UrlProblem.words(text)));
            return null;
        }
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String why = null;
        if (text.isBlank()) {
            why = "it is empty";
        } else if (url.getScheme() == null) {
            why = "it is not absolute";
        } else if (!scheme.equals("wss") && !scheme.equals("ws")) {
            why = "it begins with " + scheme + "://, which is not a WebSocket's";
        } else if (url.getHost() == null) {
            why = "it has no host";
        } else if (scheme.equals("ws") && !Loopback.is(url)) {
            why = "it is not wss and its host is not this machine";
        }
        if (why != null) {
            call.found(RelayFindings.url(text, why));
            return null;
        }
        return url;
    }

    /** Nobody asks for the status of such a session. */
    private static final class Unobserved implements StreamObserver {
        @Override
        public void started() {}

        @Override
        public void stopped() {}

        @Override
        public void failed(String code) {}
    }
}
