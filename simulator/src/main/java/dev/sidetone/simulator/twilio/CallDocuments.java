package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.rest.TwimlSource;
import dev.sidetone.simulator.twilio.twiml.TwimlDocument;
import dev.sidetone.simulator.twilio.twiml.TwimlRun;
import dev.sidetone.simulator.twilio.webhook.VoiceWebhook;
import java.net.URI;
import java.util.Map;

/** What a call is told to do: asks the server for its documents, one at a time, and has them carried out. Owned by its call, on the line thread. */
final class CallDocuments {
    private final LineCall call;
    private final CallScheduler agenda;
    private final CallProgress progress;
    private final VoiceWebhook webhook;
    private final TwimlRun twiml;

    CallDocuments(LineCall call, CallScheduler agenda, CallProgress progress, VoiceWebhook webhook, CallStage stage) {
        this.call = call;
        this.agenda = agenda;
        this.progress = progress;
        this.webhook = webhook;
        this.twiml = new TwimlRun(stage);
    }

    /** Asks for the first one, while it rings. */
    void begin(CallPlan plan) {
        webhook.ask(plan.webhook(), plan.setup().method(), "ringing", this::answered);
    }

    /** Asks for the next one. */
    void fetch(URI url, String method, Map<String, String> fields) {
        webhook.ask(url, method, call.isUp() ? "in-progress" : "ringing", fields, this::carryOut);
    }

    /** Goes on with {@code what}; the caller is on the line from here on. */
    void follow(TwimlSource what) {
        call.comeUp();
        if (what instanceof TwimlSource.Fetched fetched) {
            webhook.ask(fetched.url(), fetched.method(), "in-progress", this::answered);
        } else if (what instanceof TwimlSource.Inline inline) {
            carryOut(InlineTwiml.read(inline, agenda.nowNs()));
        }
    }

    /** The caller pressed a key, and no stream is open to take it. */
    void key(char key) {
        twiml.key(key);
    }

    /** The stream that a document opened is over. */
    void streamDone(boolean fault, String why) {
        twiml.streamDone(fault, why);
    }

    /** Forgets what is asked and what is carried out. */
    void drop() {
        webhook.cancel();
        twiml.drop();
    }

    private void answered(VoiceWebhook.Reply reply) {
        progress.webhookAnswered(reply);
        carryOut(reply);
    }

    private void carryOut(VoiceWebhook.Reply reply) {
        Finding finding = reply.finding();
        TwimlDocument document = reply.twiml();
        if (document != null) {
            twiml.carryOut(document);
        } else if (finding != null) {
            progress.found(finding);
            twiml.apologise(reply.timedOut() ? EndedBy.TIMEOUT : EndedBy.FAULT, "the webhook failed");
        }
    }
}
