package dev.sidetone.simulator.twilio.webhook;

import dev.sidetone.bridge.time.Watchdog;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request of Twilio's to a server with its attempts and redirects, until there is an answer, a failure or no more time. Each hop is signed for
 * its own URL. Used once; owned by its call, on the line thread.
 */
public final class WebhookRequest {
    /** More hops than this go round in a circle. */
    static final int MOST_REDIRECTS = 10;

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307);
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final long NS_PER_MS = 1_000_000;

    private final CallScheduler scheduler;
    private final Network network;
    private final CallPlan plan;
    private final CallCookies cookies;
    private final String token;
    private final boolean callback;
    private final Consumer<Fetched> then;
    private final long askedNs;
    private Network.@Nullable Link link;
    private @Nullable Watchdog total;
    private @Nullable Watchdog attempt;
    private Map<String, String> form = Map.of();
    private final ConnectionOverrides overrides;
    private String method;
    private URI url;
    private long retries;
    private int redirects;
    private boolean over;

    /**
     * The result of a request.
     *
     * @param finding what is wrong where there is no answer that can be judged
     */
    public record Fetched(HttpAnswer answer, long tookNs, @Nullable Finding finding) {}

    public WebhookRequest(
            CallScheduler scheduler,
            Network network,
            CallPlan plan,
            CallCookies cookies,
            String token,
            boolean callback,
            String method,
            URI url,
            Consumer<Fetched> then) {
        this.scheduler = scheduler;
        this.network = network;
        this.plan = plan;
        this.cookies = cookies;
        this.token = token;
        this.callback = callback;
        this.then = then;
        this.method = method;
        this.url = url;
        this.overrides = ConnectionOverrides.of(url);
        this.askedNs = scheduler.nowNs();
    }

    /** Sends the request with these fields. */
    public void begin(Map<String, String> fields) {
        form = fields;
        retries = overrides.retries();
        total = new Watchdog(scheduler, overrides.totalMs() * NS_PER_MS, this::outOfTime);
        ask();
    }

    /** Gives the request up: its result is not reported. */
    public void cancel() {
        over = true;
        if (total != null) {
            total.stop();
        }
        if (attempt != null) {
            attempt.stop();
        }
        if (link != null) {
            link.cut();
        }
    }

    private void ask() {
        SignedRequest asking = SignedRequest.of(plan, method, url, form, token, callback);
        Map<String, String> headers = new LinkedHashMap<>(asking.headers());
        String kept = cookies.of(asking.url(), scheduler.nowNs());
        if (!kept.isEmpty()) {
            headers.put("Cookie", kept);
        }
        boolean[] heard = new boolean[1];
        attempt = new Watchdog(scheduler, overrides.attemptMs() * NS_PER_MS, () -> {
            if (!heard[0]) {
                heard[0] = true;
                attemptTimedOut();
            }
        });
        link = network.request(
                asking.method(),
                asking.url(),
                headers,
                asking.body(),
                answer -> scheduler.arrive(answer.atNs(), () -> {
                    if (!heard[0]) {
                        heard[0] = true;
                        answered(answer);
                    }
                }));
    }

    private void attemptTimedOut() {
        if (over) {
            return;
        }
        if (link != null) {
            link.cut();
        }
        if (retries > 0 && overrides.retriesOn("rt")) {
            again();
        } else {
            outOfTime();
        }
    }

    private void outOfTime() {
        if (!over) {
            long waitedMs = (scheduler.nowNs() - askedNs) / NS_PER_MS;
            HttpAnswer late = new HttpAnswer.Failed(scheduler.nowNs(), ConnectionFailure.TIMEOUT, "");
            done(late, WebhookFindings.late(network.route(url), waitedMs));
        }
    }

    private void answered(HttpAnswer answer) {
        if (over) {
            return;
        }
        if (attempt != null) {
            attempt.stop();
        }
        if (retries > 0 && overrides.retriesOn(kind(answer))) {
            again();
        } else if (answer instanceof HttpAnswer.Failed failed) {
            done(failed, WebhookFindings.unreached(network.route(url), failed.trouble(), failed.why()));
        } else {
            answered((HttpAnswer.Answered) answer);
        }
    }

    private void answered(HttpAnswer.Answered answer) {
        cookies.take(url, answer.headers(), answer.atNs());
        if (answer.status() / 100 == 3) {
            redirected(answer);
        } else {
            done(answer.from(url), null);
        }
    }

    private void again() {
        retries--;
        ask();
    }

    private static String kind(HttpAnswer answer) {
        if (answer instanceof HttpAnswer.Failed failed) {
            return failed.trouble().isBeforeTheRequest() ? "ct" : "rt";
        }
        return ((HttpAnswer.Answered) answer).status() / 100 + "xx";
    }

    private void redirected(HttpAnswer.Answered answer) {
        URI next = target(answer);
        if (next == null || !REDIRECTS.contains(answer.status())) {
            String location = answer.headers().firstValue("Location").orElse("");
            done(answer, WebhookFindings.invalidRedirect(url, answer.status(), location));
        } else if (++redirects > MOST_REDIRECTS) {
            done(answer, WebhookFindings.redirectLoop(network.route(url), MOST_REDIRECTS));
        } else {
            follow(answer.status(), next);
        }
    }

    /** As every client does: but for 307 the next hop is a GET without the form. */
    private void follow(int status, URI next) {
        if (status != 307 && !method.equalsIgnoreCase("GET")) {
            method = "GET";
            form = Map.of();
        }
        url = next;
        ask();
    }

    private @Nullable URI target(HttpAnswer.Answered answer) {
        String location = answer.headers().firstValue("Location").orElse("").strip();
        try {
            URI next = url.resolve(new URI(location));
            String scheme = String.valueOf(next.getScheme()).toLowerCase(Locale.ROOT);
            return location.isEmpty() || !SCHEMES.contains(scheme) || next.getHost() == null ? null : next;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    private void done(HttpAnswer answer, @Nullable Finding finding) {
        cancel();
        then.accept(new Fetched(answer, answer.atNs() - askedNs, finding));
    }
}
