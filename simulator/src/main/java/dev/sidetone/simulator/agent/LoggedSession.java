package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records in a session's log when the other side was last heard, and when it left; lets a {@link CarelessWire} write where that was
 * injected. On the session's loop.
 */
final class LoggedSession implements ConnectionListener {
    private final ConnectionListener session;
    private final AgentLog log;
    private final Set<AgentFault> faults;
    private @Nullable CarelessWire careless;

    LoggedSession(ConnectionListener session, AgentLog log, Set<AgentFault> faults) {
        this.session = session;
        this.log = log;
        this.faults = faults;
    }

    @Override
    public void onOpened(Connection wire, long atNs) {
        log.heardFrom(atNs);
        careless = CarelessWire.has(faults) ? CarelessWire.on(wire, faults) : null;
        session.onOpened(careless == null ? wire : careless, atNs);
    }

    @Override
    public void onText(String text, long atNs) {
        log.heardFrom(atNs);
        session.onText(careless == null ? text : careless.heard(text), atNs);
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        log.heardFrom(atNs);
        session.onBinary(bytes, atNs);
    }

    @Override
    public void onPong(long atNs) {
        session.onPong(atNs);
    }

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        log.closed();
        if (cause.isOwnLimit()) {
            log.note(cause.words("the agent", "its client"), atNs);
        }
        session.onClosed(cause, atNs);
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        session.onFailed(httpStatus, why, atNs);
    }
}
