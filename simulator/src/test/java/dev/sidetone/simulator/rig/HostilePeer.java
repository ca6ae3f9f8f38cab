package dev.sidetone.simulator.rig;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A peer of the bridge that listens to nothing: an agent and a Twilio that send what is planted. */
class HostilePeer implements ConnectionListener {
    private static final long MS = 1_000_000;

    private @Nullable Connection wire;

    @Override
    public void onOpened(Connection connection, long atNs) {
        wire = connection;
    }

    @Override
    public void onText(String text, long atNs) {}

    @Override
    public void onBinary(byte[] bytes, long atNs) {}

    @Override
    public void onClosed(CloseCause cause, long atNs) {}

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {}

    void send(String text) {
        Objects.requireNonNull(wire, "connected first").send(text);
    }

    /** Sends its messages 20 ms apart as soon as it is connected to, then closes with a planted reason. */
    static final class Agent implements RequestHandler {
        private final List<Object> messages;

        Agent(List<Object> messages) {
            this.messages = messages;
        }

        @Override
        public Response answer(Request request, EventLoop loop) {
            return Response.text(404, Planted.all("not here"));
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return new Upgrade.Accept(new HostilePeer() {
                @Override
                public void onOpened(Connection connection, long atNs) {
                    for (int i = 0; i < messages.size(); i++) {
                        Object message = messages.get(i);
                        loop.after((i + 1L) * 10 * MS, () -> {
                            if (message instanceof String text) {
                                connection.send(text);
                            } else {
                                connection.send((byte[]) message);
                            }
                        });
                    }
                    loop.after((messages.size() + 2L) * 10 * MS, () -> connection.close(4999, Planted.all("closed")));
                }
            });
        }
    }

    static final class Twilio extends HostilePeer {
        void send(String event, ObjectNode message) {
            send(message.put("event", event).toString());
        }
    }
}
