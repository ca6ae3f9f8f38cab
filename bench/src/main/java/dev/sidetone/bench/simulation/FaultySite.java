package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.time.NanoClock;
import org.jspecify.annotations.Nullable;

/** A server that answers with an error for a while, when it is told to, and whose own loop can stand still. */
final class FaultySite implements RequestHandler {
    private static final int BROKEN = 500;

    private final RequestHandler site;
    private final NanoClock clock;
    private final @Nullable StandingLoop own;
    private int status = BROKEN;
    private long failsUntilNs = Long.MIN_VALUE;

    /** @param own the loop that the server runs on, or null for the network's */
    FaultySite(RequestHandler site, NanoClock clock, @Nullable StandingLoop own) {
        this.site = site;
        this.clock = clock;
        this.own = own;
    }

    /** Answers with {@code code} for {@code ns} from now on. */
    void fail(int code, long ns) {
        status = code;
        failsUntilNs = clock.nowNs() + ns;
    }

    private boolean fails() {
        return clock.nowNs() < failsUntilNs;
    }

    @Override
    public Response answer(Request request, EventLoop loop) {
        return fails() ? Response.text(status, "injected") : site.answer(request, own == null ? loop : own);
    }

    @Override
    public Upgrade upgrade(Request request, EventLoop loop) {
        if (fails()) {
            return new Upgrade.Refuse(status, "injected");
        }
        if (own == null) {
            return site.upgrade(request, loop);
        }
        Upgrade upgrade = site.upgrade(request, own);
        return upgrade instanceof Upgrade.Accept accepted
                ? new Upgrade.Accept(own.reading(accepted.listener()))
                : upgrade;
    }
}
