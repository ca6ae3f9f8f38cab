package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.agent.AgentTap;
import dev.sidetone.bridge.agent.TappedWire;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import java.util.ArrayList;
import java.util.List;

/** A fake agent whose text messages are written down, both ways. */
final class RecordedAgent implements RequestHandler, AgentTap {
    final List<String> said = new ArrayList<>();
    final List<String> heard = new ArrayList<>();
    private final FakeAgent agent;

    RecordedAgent(FakeAgent agent) {
        this.agent = agent;
    }

    @Override
    public Response answer(Request request, EventLoop loop) {
        return agent.answer(request, loop);
    }

    @Override
    public Upgrade upgrade(Request request, EventLoop loop) {
        return agent.upgrade(request, loop) instanceof Upgrade.Accept accepted
                ? new Upgrade.Accept(TappedWire.on(accepted.listener(), this, loop))
                : agent.upgrade(request, loop);
    }

    @Override
    public void sent(String text, long atNs) {
        said.add(text);
    }

    @Override
    public void heard(String text, long atNs) {
        heard.add(text);
    }
}
