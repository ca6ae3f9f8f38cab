package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;

/** Records in a session's log when the other side was last heard, and when it left. On the session's loop. */
record LoggedSession(ConnectionListener session, AgentLog log) implements ConnectionListener {
    @Override
    public void onOpened(Connection wire, long atNs) {
        log.heardFrom(atNs);
        session.onOpened(wire, atNs);
    }

    @Override
    public void onText(String text, long atNs) {
        log.heardFrom(atNs);
        session.onText(text, atNs);
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
