package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.Web;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.FakeWire;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.line.plan.CallPlan;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Spool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On real sockets: whole calls to servers that speak OpenAI's protocol, in the shape and the audio that they know. */
@Tag("side-by-side")
class CompatibleCallTest {
    @ParameterizedTest
    @CsvSource({"OPENAI_BETA, beta, mulaw", "OPENAI_BETA, beta, pcm16@24000", "OPENAI, ga, pcm16@24000"})
    void aServerOfEitherShapeIsGreetedAskedAndAnswers(FakeWire wire, String shape, String audio, @TempDir Path folder)
            throws Exception {
        Path file = Files.writeString(
                folder.resolve("agent.yaml"),
                "agent: compatible\nmodel: house-model\nshape: " + shape + "\naudio: " + audio
                        + "\nheaders: { Authorization: \"Bearer ${MODEL_KEY}\" }\n");
        Settings settings = Settings.read(Path.of("none-here"), Map.of("MODEL_KEY", "sesame"));
        try (Web web = Web.start(NanoClock.system());
                ServedAgent server = ServedAgent.start(web, wire, AgentScript.practice(), Set.of(), 0)) {
            AgentChoice choice = AgentChoice.of("compatible", server.url().toString(), file, settings);
            try (Rig rig = Rig.start(choice, AgentScript.practice(), CallPlan.TEST_AUTH_TOKEN)) {
                CallResult result = callOf(rig);

                assertThat(result.greeting().firstAudibleAtMs()).isNotNull();
                assertThat(result.turns()).singleElement().satisfies(turn -> assertThat(turn.ttfaMs())
                        .isNotNull());
                assertThat(result.findings())
                        .noneMatch(found -> found.severity().equals("error"));
                assertThat(server.agent().log().complaints()).isEmpty();
                assertThat(rig.practiceAgent().logs()).isEmpty();
            }
        }
    }

    private static CallResult callOf(Rig rig) throws CannotRun {
        Caller caller = new CallerScript()
                .hear(3_000)
                .quiet(700, 10_000)
                .say(Callers.voice("ask-opening-hours"))
                .hear(5_000)
                .pause(400)
                .hangUp()
                .caller();
        CallPlan plan = CallPlan.to(rig.webhook()).signedBy(CallPlan.TEST_ACCOUNT_SID, CallPlan.TEST_AUTH_TOKEN);
        RigCall call = rig.call(plan, caller, Spool.NONE, fact -> {});
        call.await();
        return call.close();
    }
}
