package dev.sidetone.simulator.line.webhook;

import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.line.loop.CallAgenda;
import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.Trouble;
import dev.sidetone.simulator.line.plan.CallPlan;
import dev.sidetone.simulator.line.plan.Sids;
import dev.sidetone.simulator.line.plan.TwilioSignature;
import dev.sidetone.simulator.line.twiml.Twiml;
import dev.sidetone.simulator.line.twiml.TwimlReader;
import dev.sidetone.simulator.timeline.Finding;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks a call's server for TwiML: one signed request at a time. Owned by its call, on the line thread. */
public final class Webhook {
    /** Twilio's limit for the whole of a request. */
    static final long ANSWER_NS = 15_000_000_000L;

    private final CallAgenda agenda;
    private final Network network;
    private final CallPlan plan;
    private final String callSid;
    private final Sids sids;
    private Network.@Nullable Link link;
    private Timers.@Nullable Timer limit;

    public Webhook(CallAgenda agenda, Network network, CallPlan plan, String callSid, Sids sids) {
        this.agenda = agenda;
        this.network = network;
        this.plan = plan;
        this.callSid = callSid;
        this.sids = sids;
    }

    /**
     * What came of a request: a document or a finding, one of the two.
     *
     * @param status the HTTP status, or 0 when there was no answer
     * @param timedOut whether there was none in time
     */
    public record Reply(
            long atNs, long tookNs, int status, @Nullable Twiml twiml, @Nullable Finding finding, boolean timedOut) {}

    /** Asks {@code url} by {@code method}, as Twilio does while the call has {@code callStatus}. */
    public void ask(URI url, String method, String callStatus, Consumer<Reply> then) {
        ask(url, method, callStatus, Map.of(), then);
    }

    /** The same with what a verb has to say, such as {@code Digits}. */
    public void ask(URI url, String method, String callStatus, Map<String, String> more, Consumer<Reply> then) {
        long askedNs = agenda.nowNs();
        limit = agenda.after(ANSWER_NS, () -> {
            cancel();
            then.accept(late(url, askedNs));
        });
        Map<String, String> fields = WebhookForm.fields(plan, callSid, callStatus);
        fields.putAll(more);
        boolean get = method.toUpperCase(Locale.ROOT).equals("GET");
        URI asked = get ? withQuery(url, WebhookForm.encode(fields)) : url;
        Map<String, String> headers = headers(asked, get ? Map.of() : fields);
        String body = get ? "" : WebhookForm.encode(fields);
        Consumer<HttpAnswer> answered =
                answer -> agenda.arrive(answer.atNs(), () -> answered(url, answer, askedNs, then));
        link = network.request(get ? "GET" : "POST", asked, headers, body, answered);
    }

    /** Forgets the request under way. */
    public void cancel() {
        if (limit != null) {
            limit.cancel();
            limit = null;
        }
        if (link != null) {
            link.cut();
            link = null;
        }
    }

    private Map<String, String> headers(URI url, Map<String, String> form) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "TwilioProxy/1.1");
        headers.put("Accept", "*/*");
        headers.put("X-Twilio-Signature", TwilioSignature.sign(plan.authToken(), TwilioSignature.signedUrl(url), form));
        headers.put("I-Twilio-Idempotency-Token", sids.request());
        if (!form.isEmpty()) {
            headers.put("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        }
        return headers;
    }

    private void answered(URI url, HttpAnswer answer, long askedNs, Consumer<Reply> then) {
        if (limit == null) {
            return;
        }
        cancel();
        then.accept(judged(url, answer, answer.atNs() - askedNs));
    }

    private static Reply judged(URI url, HttpAnswer answer, long tookNs) {
        if (answer instanceof HttpAnswer.Failed failed) {
            Finding finding = WebhookFindings.unreached(url, failed.trouble(), failed.why());
            return new Reply(failed.atNs(), tookNs, 0, null, finding, failed.trouble() == Trouble.TIMEOUT);
        }
        HttpAnswer.Answered answered = (HttpAnswer.Answered) answer;
        try {
            return new Reply(answered.atNs(), tookNs, answered.status(), TwimlReader.read(answered), null, false);
        } catch (TwimlReader.Refused e) {
            return new Reply(answered.atNs(), tookNs, answered.status(), null, e.finding(), false);
        }
    }

    private Reply late(URI url, long askedNs) {
        long nowNs = agenda.nowNs();
        Finding finding = WebhookFindings.unreached(url, Trouble.TIMEOUT, "");
        return new Reply(nowNs, nowNs - askedNs, 0, null, finding, true);
    }

    private static URI withQuery(URI url, String query) {
        String text = url.toString();
        int fragment = text.indexOf('#');
        String whole = fragment < 0 ? text : text.substring(0, fragment);
        return URI.create(whole + (url.getRawQuery() == null ? "?" : "&") + query);
    }
}
