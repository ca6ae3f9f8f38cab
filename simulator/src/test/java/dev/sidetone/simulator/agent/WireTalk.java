package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.agent.AgentAudio;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentLeg;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.RemoteAgentLeg;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.time.ManualTimers;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A conversation between one of the bridge's dialects and a fake agent, in manual time, with a line of 20 ms frames behind it. */
final class WireTalk implements AgentEvent.Handler {
    static final long MS = 1_000_000;
    private static final AgentVoice VOICE = new AgentVoice();
    private static final AgentTool BOOK =
            new AgentTool("book_table", "Books a table.", "{\"type\":\"object\",\"properties\":{}}", null, 5_000);

    final ManualTimers timers = new ManualTimers(9_000_000_000L);
    final MemoryNetwork net = new MemoryNetwork(timers, 2 * MS);
    final FakeAgent agent;
    /** What passes between the two. */
    final RecordedAgent recorded;

    final List<AgentEvent> seen = new ArrayList<>();
    private final AgentLeg leg;
    private byte[] mouth = new byte[0];
    private boolean lineRuns = true;

    WireTalk(FakeService wire, AgentScript script, Set<AgentFault> faults, String key, @Nullable AudioFormat audio) {
        agent = new FakeAgent(wire, script, faults, VOICE, PhoneClient.CALENDAR);
        agent.ready().join();
        recorded = new RecordedAgent(agent);
        net.serve("agent:80", recorded);
        AgentSettings settings = wire.original().defaults().withTools(List.of(BOOK));
        BridgeConfig.Agent target = new BridgeConfig.Agent(
                "fake-" + wire.name(),
                wire.original(),
                URI.create("ws://agent:80" + agent.path()),
                key,
                audio == null ? settings : settings.withAudio(AgentAudio.both(audio)));
        leg = RemoteAgentLeg.connect(target::dialect, net, this, warning -> {});
        tick();
    }

    static WireTalk with(FakeService wire, AgentScript script, AgentFault... faults) {
        return new WireTalk(wire, script, Set.of(faults), "practice", null);
    }

    private void tick() {
        if (!lineRuns) {
            return;
        }
        byte[] frame = LineFrame.SILENCE.mulaw();
        int length = Math.min(frame.length, mouth.length);
        System.arraycopy(mouth, 0, frame, 0, length);
        mouth = Arrays.copyOfRange(mouth, length, mouth.length);
        leg.hear(MulawChunk.of(frame));
        timers.after(20 * MS, this::tick);
    }

    void say(byte[] mulaw) {
        mouth = mulaw;
    }

    void press(char key) {
        leg.press(key);
    }

    void interrupt(String answerId, long heardMs) {
        leg.interrupt(answerId, heardMs);
    }

    void giveResult(String callId, String json, boolean failed) {
        leg.giveResult(new dev.sidetone.bridge.agent.ToolResult(callId, json, failed));
    }

    void hangUp() {
        lineRuns = false;
        leg.hangUp();
    }

    void pass(long ms) {
        timers.advance(ms * MS);
    }

    <T extends AgentEvent> List<T> all(Class<T> kind) {
        return seen.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends AgentEvent> T only(Class<T> kind) {
        List<T> all = all(kind);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " of " + kind.getSimpleName() + " in " + seen);
        }
        return all.get(0);
    }

    List<String> answers() {
        return all(AgentEvent.Audio.class).stream()
                .map(AgentEvent.Audio::answerId)
                .distinct()
                .toList();
    }

    byte[] audio(String answerId) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all(AgentEvent.Audio.class).stream()
                .filter(audio -> audio.answerId().equals(answerId))
                .forEach(audio -> all.writeBytes(audio.chunk().decode()));
        return all.toByteArray();
    }

    AgentLog log() {
        return agent.log();
    }

    @Override
    public void ready(AgentEvent.Ready event) {
        seen.add(event);
    }

    @Override
    public void callerStarted(AgentEvent.CallerStarted event) {
        seen.add(event);
    }

    @Override
    public void callerStopped(AgentEvent.CallerStopped event) {
        seen.add(event);
    }

    @Override
    public void callerHeard(AgentEvent.CallerHeard event) {
        seen.add(event);
    }

    @Override
    public void lagged(AgentEvent.Lagged event) {
        seen.add(event);
    }

    @Override
    public void audio(AgentEvent.Audio event) {
        seen.add(event);
    }

    @Override
    public void said(AgentEvent.Said event) {
        seen.add(event);
    }

    @Override
    public void toolCalled(AgentEvent.ToolCalled event) {
        seen.add(event);
    }

    @Override
    public void leaving(AgentEvent.Leaving event) {
        seen.add(event);
    }

    @Override
    public void failed(AgentEvent.Failed event) {
        seen.add(event);
        lineRuns = false;
    }

    @Override
    public void busy(AgentEvent.Busy event) {
        seen.add(event);
    }

    @Override
    public void lasts(AgentEvent.Lasts event) {
        seen.add(event);
    }

    @Override
    public void brokeOff(AgentEvent.BrokeOff event) {
        seen.add(event);
    }

    @Override
    public void continued(AgentEvent.Continued event) {
        seen.add(event);
    }

    @Override
    public void timedOut(AgentEvent.TimedOut event) {
        seen.add(event);
    }

    @Override
    public void flawed(AgentEvent.Flawed event) {
        seen.add(event);
    }

    @Override
    public void complained(AgentEvent.Complained event) {
        seen.add(event);
    }
}
