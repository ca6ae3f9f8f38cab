package dev.sidetone.simulator.twilio.webhook;

import dev.sidetone.bridge.time.Watchdog;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.line.loop.LineLoop;
import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.Sids;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one call's status callbacks beside the call, one after the other, and outlives it for as long as they take. Owned by its call,
 * on the line thread.
 */
final class CallbackQueue {
    /** The callbacks of a call that is over have so long; then the process may want to end. */
    static final long AFTERWARDS_NS = 5_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(CallbackQueue.class);

    private final CallScheduler agenda;
    private final Network network;
    private final CallPlan plan;
    private final Sids sids;
    private final Consumer<Finding> found;
    private final CallCookies cookies = new CallCookies();
    private final Queue<Letter> waiting = new ArrayDeque<>();
    private @Nullable WebhookRequest underWay;
    private @Nullable Runnable whenSettled;
    private boolean closed;

    private record Letter(String method, URI url, Map<String, String> fields) {}

    CallbackQueue(LineLoop line, Network network, CallPlan plan, Sids sids, Consumer<Finding> found) {
        this.agenda = new CallScheduler(line, this::broke);
        this.network = network;
        this.plan = plan;
        this.sids = sids;
        this.found = found;
    }

    long nowNs() {
        return agenda.nowNs();
    }

    /** Sends when what was sent before is answered. */
    void send(String method, URI url, Map<String, String> fields) {
        if (!closed) {
            waiting.add(new Letter(method, url, fields));
            next();
        }
    }

    /** Runs {@code then} when everything is answered, or when it has taken too long. Nothing is sent after it. */
    void settle(Runnable then) {
        whenSettled = then;
        if (closed || isIdle()) {
            cut();
        } else {
            var unused = new Watchdog(agenda, AFTERWARDS_NS, this::cut);
        }
    }

    /** Gives up what is not answered yet; any thread. */
    void abandon() {
        agenda.arrive(agenda.nowNs(), this::cut);
    }

    private void cut() {
        closed = true;
        waiting.clear();
        if (underWay != null) {
            underWay.cancel();
            underWay = null;
        }
        Runnable then = whenSettled;
        if (then != null) {
            whenSettled = null;
            agenda.close();
            then.run();
        }
    }

    private boolean isIdle() {
        return underWay == null && waiting.isEmpty();
    }

    private void next() {
        Letter letter = underWay == null ? waiting.poll() : null;
        if (letter == null) {
            return;
        }
        WebhookRequest fetch = new WebhookRequest(
                agenda,
                network,
                plan,
                cookies,
                sids.request(),
                true,
                letter.method(),
                letter.url(),
                fetched -> answered(letter.url(), fetched));
        underWay = fetch;
        fetch.begin(letter.fields());
    }

    private void answered(URI url, WebhookRequest.Fetched fetched) {
        underWay = null;
        Finding wrong = fetched.finding();
        if (wrong != null) {
            found.accept(WebhookFindings.callbackFailed(network.route(url), wrong.what()));
        } else if (fetched.answer() instanceof HttpAnswer.Answered answered && answered.status() / 100 != 2) {
            found.accept(WebhookFindings.callbackFailed(network.route(url), "HTTP status " + answered.status() + "."));
        }
        next();
        if (isIdle() && whenSettled != null) {
            cut();
        }
    }

    private void broke(Throwable failure) {
        LOG.warn("a status callback broke inside the simulator: {}", failure.toString());
        cut();
    }
}
