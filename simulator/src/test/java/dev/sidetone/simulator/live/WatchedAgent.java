package dev.sidetone.simulator.live;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A fake agent of which one knows when a session with it has ended. */
final class WatchedAgent implements RequestHandler {
    private final FakeAgent agent = new FakeAgent(FakeOpenAi.REALTIME, AgentScript.practice(), Set.of());
    private final CompletableFuture<String> ended = new CompletableFuture<>();

    /** Once it has its voice. */
    void ready() {
        agent.ready().join();
    }

    /** Comes when a session's socket is closed. */
    CompletableFuture<String> ended() {
        return ended;
    }

    @Override
    public Response answer(Request request, EventLoop loop) {
        return agent.answer(request, loop);
    }

    @Override
    public Upgrade upgrade(Request request, EventLoop loop) {
        Upgrade answer = agent.upgrade(request, loop);
        return answer instanceof Upgrade.Accept accept ? new Upgrade.Accept(new Session(accept.listener())) : answer;
    }

    private final class Session implements ConnectionListener {
        private final ConnectionListener behind;

        Session(ConnectionListener behind) {
            this.behind = behind;
        }

        @Override
        public void onOpened(Connection wire, long atNs) {
            behind.onOpened(wire, atNs);
        }

        @Override
        public void onText(String text, long atNs) {
            behind.onText(text, atNs);
        }

        @Override
        public void onBinary(byte[] bytes, long atNs) {
            behind.onBinary(bytes, atNs);
        }

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            behind.onClosed(cause, atNs);
            ended.complete("closed with " + cause.code());
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {
            behind.onFailed(httpStatus, why, atNs);
            ended.complete(why);
        }
    }
}
