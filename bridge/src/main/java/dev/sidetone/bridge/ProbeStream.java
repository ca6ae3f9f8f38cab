package dev.sidetone.bridge;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.time.Timers;
import org.jspecify.annotations.Nullable;

/** A stream that is no call: sends the bridge's id and echoes a few short texts. Owned by the event loop of its socket. */
final class ProbeStream implements ConnectionListener {
    private static final long MOST_NS = 10_000_000_000L;
    private static final int MOST_TEXTS = 16;
    private static final int MOST_CHARS = 100;
    private static final int NORMAL = 1000;
    private static final int POLICY_VIOLATION = 1008;

    private final String instance;
    private final Timers loop;
    private @Nullable Connection connection;
    private Timers.@Nullable Timer end;
    private int texts;

    ProbeStream(String instance, Timers loop) {
        this.instance = instance;
        this.loop = loop;
    }

    @Override
    public void onOpened(Connection opened, long atNs) {
        connection = opened;
        end = loop.after(MOST_NS, () -> opened.close(NORMAL, "a probe ends after 10 s"));
        opened.send(BridgeProbe.greeting(instance));
    }

    @Override
    public void onText(String text, long atNs) {
        texts++;
        if (connection == null) {
            return;
        }
        if (texts > MOST_TEXTS || text.length() > MOST_CHARS) {
            connection.close(POLICY_VIOLATION, "a probe may send a few short texts only");
        } else {
            connection.send(text);
        }
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {}

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        if (end != null) {
            end.cancel();
        }
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {}
}
