package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.twilio.rest.TwimlSource;
import dev.sidetone.simulator.twilio.twiml.TwimlReader;
import dev.sidetone.simulator.twilio.webhook.VoiceWebhook;
import java.net.URI;

/** Reads TwiML that came with a REST request, as if a server had answered with it. Stateless. */
final class InlineTwiml {
    /** It has no address, so that relative URLs in it lead nowhere. */
    static final URI URL = URI.create("twiml:inline");

    private static final int OK = 200;

    private InlineTwiml() {}

    static VoiceWebhook.Reply read(TwimlSource.Inline inline, long nowNs) {
        HttpAnswer.Answered document =
                new HttpAnswer.Answered(nowNs, URL, OK, "application/xml", inline.twiml(), false);
        try {
            return new VoiceWebhook.Reply(nowNs, 0, OK, TwimlReader.read(document), null, false);
        } catch (TwimlReader.Refused e) {
            return new VoiceWebhook.Reply(nowNs, 0, OK, null, e.finding(), false);
        }
    }
}
