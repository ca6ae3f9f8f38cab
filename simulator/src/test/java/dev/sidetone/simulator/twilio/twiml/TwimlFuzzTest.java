package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.fuzz.FuzzedReader;
import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.line.net.OriginMapping;
import dev.sidetone.simulator.line.net.Route;
import dev.sidetone.simulator.line.net.StreamOrigin;
import java.net.URI;
import java.util.Set;

/** Webhook answers as TwiML, their verbs, and the addresses of their streams. */
final class TwimlFuzzTest extends FuzzedReader {
    private static final URI VOICE = URI.create("http://localhost:8080/voice?a=b");
    private static final OriginMapping MAPPED =
            OriginMapping.to(VOICE, URI.create("https://voice.example.com"), StreamOrigin.AUTO);

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(TwimlReader.Refused.class);
    }

    @Override
    protected void read(byte[] input) throws TwimlReader.Refused {
        TwimlDocument document =
                TwimlReader.read(new HttpAnswer.Answered(0, VOICE, 200, "text/xml", text(input), false));
        for (Verb verb : new VerbReader(new TwimlWarnings(finding -> {})).read(document)) {
            if (verb instanceof Verb.Connect connect) {
                address(connect.stream().url());
            } else if (verb instanceof Verb.Start start) {
                address(start.stream().url());
            } else if (verb instanceof Verb.Redirect redirect) {
                String url = redirect.action().url();
                DocumentUrl.resolve(VOICE, url == null ? "" : url);
            }
        }
    }

    private static void address(String url) {
        URI dialled = StreamUrl.read(VOICE, url).url();
        if (dialled != null) {
            Route route = MAPPED.route(dialled);
            route.judged();
        }
    }
}
