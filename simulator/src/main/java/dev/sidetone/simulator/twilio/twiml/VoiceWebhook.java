package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.Sids;
import dev.sidetone.simulator.twilio.webhook.CallCookies;
import dev.sidetone.simulator.twilio.webhook.WebhookFindings;
import dev.sidetone.simulator.twilio.webhook.WebhookForm;
import dev.sidetone.simulator.twilio.webhook.WebhookRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks a call's server for TwiML: one signed request at a time, and the fallback URL where that fails. Owned by its call, on the line
 * thread.
 */
public final class VoiceWebhook {
    private final CallScheduler scheduler;
    private final Network network;
    private final CallPlan plan;
    private final String callSid;
    private final Sids sids;
    private final Consumer<Finding> found;
    private final CallCookies cookies = new CallCookies();
    private @Nullable WebhookRequest fetch;

    /** @param found takes what was wrong with a request whose fallback is asked in its place */
    public VoiceWebhook(
            CallScheduler scheduler,
            Network network,
            CallPlan plan,
            String callSid,
            Sids sids,
            Consumer<Finding> found) {
        this.scheduler = scheduler;
        this.network = network;
        this.plan = plan;
        this.callSid = callSid;
        this.sids = sids;
        this.found = found;
    }

    /**
     * The result of a request: a document or a finding, one of the two.
     *
     * @param status the HTTP status, or 0 when there was no answer
     * @param timedOut whether there was none in time
     */
    public record Reply(
            long atNs,
            long tookNs,
            int status,
            @Nullable TwimlDocument twiml,
            @Nullable Finding finding,
            boolean timedOut) {}

    /** Asks {@code url} as Twilio does while the call has {@code callStatus}, with the {@code further} fields that a verb brings. */
    public void ask(URI url, String method, String callStatus, Map<String, String> further, Consumer<Reply> then) {
        Map<String, String> fields = new LinkedHashMap<>(WebhookForm.fields(plan, callSid, callStatus));
        fields.putAll(further);
        fetch(url, method, fields, reply -> answered(url, fields, reply, then));
    }

    /** Forgets the request under way. */
    public void cancel() {
        if (fetch != null) {
            fetch.cancel();
            fetch = null;
        }
    }

    private void fetch(URI url, String method, Map<String, String> fields, Consumer<Reply> then) {
        WebhookRequest asked = new WebhookRequest(
                scheduler,
                network,
                plan,
                cookies,
                sids.request(),
                false,
                method,
                url,
                fetched -> then.accept(judged(fetched)));
        fetch = asked;
        asked.begin(fields);
    }

    private void answered(URI url, Map<String, String> fields, Reply reply, Consumer<Reply> then) {
        URI fallback = plan.setup().fallback();
        Finding finding = reply.finding();
        if (fallback == null || finding == null) {
            then.accept(reply);
            return;
        }
        found.accept(finding);
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put("ErrorCode", finding.code());
        more.put("ErrorUrl", url.toString());
        fetch(fallback, plan.setup().method(), more, then);
    }

    private Reply judged(WebhookRequest.Fetched fetched) {
        Finding wrong = fetched.finding();
        if (fetched.answer() instanceof HttpAnswer.Failed failed) {
            boolean timedOut = failed.trouble() == ConnectionFailure.TIMEOUT;
            return new Reply(failed.atNs(), fetched.tookNs(), 0, null, wrong, timedOut);
        }
        HttpAnswer.Answered answered = (HttpAnswer.Answered) fetched.answer();
        String coding = answered.headers().firstValue("Content-Encoding").orElse("identity");
        if (wrong == null && !coding.equalsIgnoreCase("identity")) {
            wrong = WebhookFindings.compressed(answered.url(), coding);
        }
        if (wrong != null) {
            return new Reply(answered.atNs(), fetched.tookNs(), answered.status(), null, wrong, false);
        }
        return read(answered, fetched.tookNs());
    }

    private Reply read(HttpAnswer.Answered answered, long tookNs) {
        try {
            TwimlDocument twiml = TwimlReader.read(answered, network.route(answered.url()));
            return new Reply(answered.atNs(), tookNs, answered.status(), twiml, null, false);
        } catch (TwimlReader.Refused e) {
            return new Reply(answered.atNs(), tookNs, answered.status(), null, e.finding(), false);
        }
    }
}
