package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.AgentScript.Turn;
import dev.sidetone.simulator.agent.AgentScript.Utterance;
import dev.sidetone.simulator.agent.FakeService;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.caller.EventScript;
import dev.sidetone.simulator.realtime.ReliableRun;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real sockets: whole calls to servers that speak OpenAI's protocol, in the shape and the audio that they know. */
class CompatibleCallIT {
    private static final List<Server> SERVERS = List.of(
            new Server(FakeOpenAi.BETA, "beta", "mulaw"),
            new Server(FakeOpenAi.BETA, "beta", "pcm16@24000"),
            new Server(FakeOpenAi.REALTIME, "ga", "pcm16@24000"));
    /** Short, and learnt at once. */
    private static final AgentScript TONES = AgentScript.practice()
            .withGreeting(new Utterance.Tone(400))
            .withTurns(List.of(new Turn(100, new Utterance.Tone(400))))
            .withoutExcuses();

    /** What one server speaks. */
    private record Server(FakeService wire, String shape, String audio) {
        Path settings(Path folder) throws IOException {
            return Files.writeString(
                    Files.createTempFile(folder, "agent", ".yaml"),
                    "agent: compatible\nmodel: "
                            + wire.original().defaults().model() + "\nshape: " + shape + "\naudio: " + audio
                            + "\nheaders: { Authorization: \"Bearer ${MODEL_KEY}\" }\n");
        }
    }

    /** A call under way, and who answers it. */
    private record Placed(Server server, ServedAgent agent, Rig rig, RigCall call) {}

    /** A call that is over, and the agents' own logs of it. */
    private record Ended(Server server, CallResult result, List<AgentLog.SentError> sentErrors, int practiceSessions) {}

    @Test
    void aServerOfEitherShapeIsGreetedAskedAndAnswers(@TempDir Path folder) throws Exception {
        List<Ended> calls = ReliableRun.of(
                () -> callAll(folder), all -> all.stream().allMatch(call -> ReliableRun.isReliable(call.result())));
        calls.forEach(CompatibleCallIT::wentWell);
    }

    private static List<Ended> callAll(Path folder) throws Exception {
        Settings settings = Settings.read(Path.of("none-here"), Map.of("MODEL_KEY", "sesame"));
        try (SocketRuntime web = SocketRuntime.start(NanoClock.system())) {
            List<Placed> calls = new ArrayList<>();
            List<Ended> ended = new ArrayList<>();
            try {
                for (Server server : SERVERS) {
                    calls.add(place(web, server, server.settings(folder), settings));
                }
                for (Placed placed : calls) {
                    placed.call().await();
                    ended.add(new Ended(
                            placed.server(),
                            placed.call().close(),
                            placed.agent().agent().log().sentErrors(),
                            placed.rig().practiceAgent().logs().size()));
                }
            } finally {
                for (Placed placed : calls) {
                    placed.rig().close();
                    placed.agent().close();
                }
            }
            return ended;
        }
    }

    private static Placed place(SocketRuntime web, Server server, Path file, Settings settings) throws Exception {
        ServedAgent agent = ServedAgent.start(web, server.wire(), TONES, Set.of(), 0);
        AgentChoice choice = AgentChoice.of("compatible", agent.url().toString(), file, settings);
        Rig rig = Rig.start(choice, TONES, CallPlan.TEST_AUTH_TOKEN);
        CallPlan plan = CallPlan.to(rig.webhook()).signedBy(CallPlan.TEST_ACCOUNT_SID, CallPlan.TEST_AUTH_TOKEN);
        EventScript script = new EventScript(agent.agent())
                .hearOut(1)
                .say(Callers.voice("ask-address"))
                .hearOut(2)
                .hangUp();
        return new Placed(server, agent, rig, rig.call(plan, script.caller(), Spool.NONE, script));
    }

    private static void wentWell(Ended call) {
        String server = call.server().toString();
        CallResult result = call.result();
        assertThat(result.greeting().firstAudibleAtMs()).as(server).isNotNull();
        assertThat(result.turns()).as(server).singleElement().satisfies(turn -> assertThat(turn.ttfaMs())
                .isNotNull());
        assertThat(result.findings()).as(server).noneMatch(found -> found.severity() == Severity.ERROR);
        assertThat(call.sentErrors()).as(server).isEmpty();
        assertThat(call.practiceSessions()).as(server).isZero();
    }
}
