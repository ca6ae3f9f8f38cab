package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.caller.EventScript;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.CallOutcome;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** On real sockets: what is done before a call, and to whom. */
class RigIT {
    /** Short, and learnt at once. */
    private static final AgentScript TONES = AgentScript.practice()
            .withGreeting(new AgentScript.Utterance.Tone(400))
            .withTurns(List.of(new AgentScript.Turn(100, new AgentScript.Utterance.Tone(400))))
            .withoutExcuses();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void theWarmUpNeverCallsARealService() throws Exception {
        try (SocketRuntime web = SocketRuntime.start(NanoClock.system());
                ServedAgent service = ServedAgent.start(web, TONES, 0)) {
            BridgeConfig.Agent real =
                    new BridgeConfig.Agent("openai", service.url(), "sk-secret", OpenAi.REALTIME.defaults());
            try (Rig rig = Rig.start(new AgentChoice("openai", real), TONES, CallPlan.TEST_AUTH_TOKEN)) {
                rig.warmUp();
                assertThat(service.agent().logs()).isEmpty();
                assertThat(rig.practiceAgent().logs()).hasSize(1);
            }
        }
    }

    @Test
    void theRestApiKnowsNothingOfTheWarmUp() throws Exception {
        try (Rig rig = Rig.start(AgentChoice.practice(), TONES, CallPlan.TEST_AUTH_TOKEN)) {
            CompletableFuture<Void> warm = CompletableFuture.runAsync(() -> warmUp(rig));
            Set<String> seen = new TreeSet<>();
            while (!isDone(warm)) {
                seen.add(get(rig, "/Calls.json"));
                seen.add(get(rig, "/IncomingPhoneNumbers.json"));
            }
            warm.get();
            seen.add(get(rig, "/Calls.json"));

            assertThat(seen).allMatch(list -> list.contains("\"calls\":[]") || list.contains("_numbers\":[]"));
        }
    }

    private static void warmUp(Rig rig) {
        try {
            rig.warmUp();
        } catch (CannotRun e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isDone(CompletableFuture<Void> future) throws Exception {
        try {
            future.get(50, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private String get(Rig rig, String path) throws Exception {
        String login = CallPlan.TEST_ACCOUNT_SID + ":" + CallPlan.TEST_AUTH_TOKEN;
        String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        URI url = rig.restUrl().resolve("/2010-04-01/Accounts/" + CallPlan.TEST_ACCOUNT_SID + path);
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", "Basic " + basic)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void aCallOfTheEmbeddedBridgeIsSignedByATokenThatNobodyElseKnows() throws Exception {
        try (Rig rig = Rig.start(AgentChoice.practice(), TONES, CallPlan.TEST_AUTH_TOKEN)) {
            CallPlan plan = rig.plan(new CallDescription.Builder().build());
            assertThat(plan.authToken()).hasSize(32).isNotEqualTo(CallPlan.TEST_AUTH_TOKEN);
        }
    }

    @Test
    void aCallGoesToTheAgentThatWasChosenAndToNoOther() throws Exception {
        try (SocketRuntime web = SocketRuntime.start(NanoClock.system());
                ServedAgent service = ServedAgent.start(web, TONES, 0);
                Rig rig = Rig.start(AgentChoice.practice(), TONES, CallPlan.TEST_AUTH_TOKEN)) {
            BridgeConfig.Agent real =
                    new BridgeConfig.Agent("openai", service.url(), "sk-secret", OpenAi.REALTIME.defaults());
            URI chosen = rig.webhook(new AgentChoice("openai", real));

            assertThat(rig.webhook(AgentChoice.practice()))
                    .isEqualTo(rig.webhook())
                    .isNotEqualTo(chosen);
            shortCall(rig, chosen, service.agent());
            assertThat(service.agent().logs()).hasSize(1);
            assertThat(rig.practiceAgent().logs()).isEmpty();
            shortCall(rig, rig.webhook(AgentChoice.practice()), rig.practiceAgent());
            assertThat(service.agent().logs()).hasSize(1);
            assertThat(rig.practiceAgent().logs()).hasSize(1);
        }
    }

    @Test
    void anAgentThatLeavesHasItsCallHungUpByTheRestApi() throws Exception {
        try (Rig rig = Rig.start(fake("fake-omni"), doing(new AgentScript.Action.End()), CallPlan.TEST_AUTH_TOKEN)) {
            RigCall call = talkingCall(rig);
            CallOutcome outcome = call.await();

            assertThat(outcome.by()).isEqualTo(EndedBy.REST);
            assertThat(outcome.why()).contains("completed");
            assertThat(call.close().call().endedBy()).as("whose wish it was").isEqualTo("agent");
        }
    }

    @Test
    void anAgentThatPutsTheCallerThroughHasTheCallPulledOffItsStreamByTheRestApi() throws Exception {
        AgentScript script = doing(new AgentScript.Action.Transfer("+15550123"));
        try (Rig rig = Rig.start(fake("fake-openai"), script, CallPlan.TEST_AUTH_TOKEN)) {
            List<Fact> facts = Collections.synchronizedList(new ArrayList<>());
            RigCall call = talkingCall(rig, facts::add);
            call.await();
            CallResult result = call.close();

            assertThat(facts)
                    .anyMatch(fact -> fact instanceof Fact.Noted noted
                            && noted.text().contains("the REST API redirects the call"))
                    .noneMatch(fact -> fact instanceof Fact.WebhookAnswered later && later.status() != 200);
            assertThat(result.transfer()).isNotNull().satisfies(transfer -> {
                assertThat(transfer.to()).isEqualTo("+15550123");
                assertThat(transfer.answered()).isTrue();
            });
            assertThat(result.call().endedBy()).isEqualTo("caller");
            assertThat(result.findings()).noneMatch(found -> found.severity() == Severity.ERROR);
        }
    }

    /** A caller who says something after the greeting, and then waits until the call is over or somebody picks up. */
    private static RigCall talkingCall(Rig rig) {
        return talkingCall(rig, fact -> {});
    }

    private static RigCall talkingCall(Rig rig, Consumer<Fact> listener) {
        EventScript script = new EventScript(rig.practiceAgent())
                .hearOut(1)
                .say(Callers.voice("ask-address"))
                .until(Fact.DialAnswered.class)
                .hangUp();
        CallPlan plan = CallPlan.to(rig.webhook())
                .signedBy(CallPlan.TEST_ACCOUNT_SID, CallPlan.TEST_AUTH_TOKEN)
                .lasting(Duration.ofSeconds(200));
        return rig.call(plan, script.caller(), Spool.NONE, script.andThen(listener));
    }

    private static AgentScript doing(AgentScript.Action deed) {
        return TONES.withTurns(List.of(new AgentScript.Turn(100, deed)));
    }

    private static AgentChoice fake(String name) throws WrongSetting {
        return AgentChoice.of(name, null, Settings.read(Path.of("none-here"), Map.of()));
    }

    private static void shortCall(Rig rig, URI webhook, FakeAgent agent) throws CannotRun {
        CallPlan plan = CallPlan.to(webhook).signedBy(CallPlan.TEST_ACCOUNT_SID, CallPlan.TEST_AUTH_TOKEN);
        EventScript script = new EventScript(agent).hearOut(1).hangUp();
        rig.call(plan, script.caller(), Spool.NONE, script).await();
    }
}
