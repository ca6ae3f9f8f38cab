package dev.sidetone.simulator.twilio.webhook;

import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.line.fault.InjectedFault;
import dev.sidetone.simulator.line.fault.LineFault;
import dev.sidetone.simulator.line.fault.LineFaults;
import dev.sidetone.simulator.line.fault.WebhookLost;
import dev.sidetone.simulator.line.fault.WebhookSlow;
import dev.sidetone.simulator.line.fault.WebhookTwice;
import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.line.net.Download;
import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.Route;
import dev.sidetone.simulator.line.net.StreamSocketListener;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Injects faults into one call's webhook requests, which are sent twice, late or never: each fault meets the first request from its
 * time on. Does not own the network. Owned by its call, on the line thread.
 */
public final class WebhookFaults implements Network {
    private final Network network;
    private final Timers timers;
    private final FactSink facts;
    private final List<InjectedFault> pending = new ArrayList<>();
    private final long madeNs;

    private WebhookFaults(Network network, LineFaults faults, Timers timers, FactSink facts) {
        this.network = network;
        this.timers = timers;
        this.facts = facts;
        this.madeNs = timers.nowNs();
        faults.all().stream()
                .filter(dialled -> dialled.fault() instanceof WebhookTwice
                        || dialled.fault() instanceof WebhookSlow
                        || dialled.fault() instanceof WebhookLost)
                .forEach(pending::add);
    }

    /** The network with the faults injected: {@code network} itself where none is set. */
    public static Network over(Network network, LineFaults faults, Timers timers, FactSink facts) {
        WebhookFaults faulty = new WebhookFaults(network, faults, timers, facts);
        return faulty.pending.isEmpty() ? network : faulty;
    }

    @Override
    public Link request(String method, URI url, Map<String, String> headers, String body, Consumer<HttpAnswer> answer) {
        Asked asked = new Asked(() -> network.request(method, url, headers, body, answer));
        LineFault fault = next();
        if (fault instanceof WebhookLost) {
            String why = "it was lost on the way, as dialled: " + fault.text();
            asked.later(
                    0, () -> answer.accept(new HttpAnswer.Failed(timers.nowNs(), ConnectionFailure.UNREACHABLE, why)));
        } else if (fault instanceof WebhookSlow slow) {
            asked.later(slow.length().toNanos(), () -> {
                facts.add(new Fact.FaultEnded(timers.nowNs(), slow.text()));
                asked.ask();
            });
        } else {
            asked.ask();
            if (fault instanceof WebhookTwice) {
                asked.alsoCut(network.request(method, url, headers, body, second -> {}));
            }
        }
        return asked;
    }

    /** Files are no webhooks. */
    @Override
    public Link download(URI url, Map<String, String> headers, Consumer<Download> done) {
        return network.download(url, headers, done);
    }

    private @Nullable LineFault next() {
        for (InjectedFault dialled : pending) {
            if (dialled.at() == null || timers.nowNs() - madeNs >= dialled.at().toNanos()) {
                pending.remove(dialled);
                facts.add(new Fact.FaultBegan(timers.nowNs(), dialled.fault().text()));
                return dialled.fault();
            }
        }
        return null;
    }

    @Override
    public Link dial(URI url, Map<String, String> headers, StreamSocketListener listener) {
        return network.dial(url, headers, listener);
    }

    @Override
    public Route route(URI url) {
        return network.route(url);
    }

    /** The network is not its own to close. */
    @Override
    public void close() {}

    @FunctionalInterface
    private interface Asking {
        Link ask();
    }

    /** A request that may yet have to be made. */
    private final class Asked implements Link {
        private final Asking asking;
        private final List<Link> links = new ArrayList<>();
        private Timers.@Nullable Timer wait;

        Asked(Asking asking) {
            this.asking = asking;
        }

        void later(long delayNs, Runnable doing) {
            wait = timers.after(delayNs, doing);
        }

        void ask() {
            links.add(asking.ask());
        }

        void alsoCut(Link link) {
            links.add(link);
        }

        @Override
        public void cut() {
            if (wait != null) {
                wait.cancel();
            }
            links.forEach(Link::cut);
        }
    }
}
