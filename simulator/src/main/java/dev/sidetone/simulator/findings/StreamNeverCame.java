package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds a stream that was never opened because the TwiML names another host than the webhook's. The host in the server's settings is then not
 * the one that it runs under. It waits ten seconds, or until the end of the call. Where the hosts are the same, the finding about the failed
 * dial is enough. Reported once a call.
 */
final class StreamNeverCame implements Check {
    private static final long PATIENCE_NS = 10_000_000_000L;

    /** Failures that only a server that was reached can cause: the host is not at fault. */
    private static final Set<String> REACHED = Set.of("31903", "31920", "31924");

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private @Nullable String webhookHost;
    private @Nullable String streamHost;
    private long dialledNs;

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        if (fact instanceof Fact.CallPlaced placed) {
            webhookHost = host(placed.server());
        } else if (fact instanceof Fact.StreamDialled dialled) {
            streamHost = host(dialled.url());
            dialledNs = dialled.atNs();
        } else if (fact instanceof Fact.StreamOpened) {
            streamHost = null;
        }
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard, Consumer<Finding> found) {
        if (streamHost != null && tick.atNs() - dialledNs >= PATIENCE_NS) {
            report("connected within 10 s", found);
        }
    }

    @Override
    public void judge(CallResult call, @Nullable Double endedAtMs, Consumer<Finding> found) {
        boolean reached = call.findings().stream().anyMatch(finding -> REACHED.contains(finding.code()));
        if (!reached) {
            report("connected", found);
        }
    }

    private void report(String connected, Consumer<Finding> found) {
        String named = streamHost;
        streamHost = null;
        if (named != null && webhookHost != null && !isSame(named, webhookHost)) {
            found.accept(
                    WebhookCode.STREAM_NEVER_CAME.found(
                            "The TwiML names the host " + named + ", the webhook was reached as " + webhookHost
                                    + ", and no stream " + connected + ".",
                            "Set the server's public host to the one that its webhook is reached as, or take it from the request's Host."));
        }
    }

    private static boolean isSame(String one, String other) {
        return one.equalsIgnoreCase(other) || (THIS_MACHINE.contains(one) && THIS_MACHINE.contains(other));
    }

    private static @Nullable String host(String url) {
        try {
            return URI.create(url).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
