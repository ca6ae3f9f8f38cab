package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.socket.AdmissionBudget;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;

/** Records whether an HTTP request has come to a server. On any event loop; {@link #came} for any thread. */
final class ObservedRequests {
    private volatile boolean came;

    /** Passes every request on to {@code site} and notes it. */
    RequestHandler before(RequestHandler site) {
        return new RequestHandler() {
            @Override
            public Response answer(Request request, EventLoop loop) {
                came = true;
                return site.answer(request, loop);
            }

            @Override
            public Upgrade upgrade(Request request, EventLoop loop) {
                return site.upgrade(request, loop);
            }

            @Override
            public AdmissionBudget.Limit messageLimit() {
                return site.messageLimit();
            }
        };
    }

    boolean came() {
        return came;
    }
}
