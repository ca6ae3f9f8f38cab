package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.agent.AgentScript.Turn;
import dev.sidetone.simulator.agent.AgentScript.Utterance;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentScriptTest {
    @Test
    void dialsChangeWhatTheySayAndNothingElse() {
        AgentScript practice = AgentScript.practice();
        AgentScript dialled = practice.withEndpointingMs(55).withThinkMs(77).withBurst(2);

        assertThat(dialled.endpointingMs()).isEqualTo(55);
        assertThat(dialled.thinkMs()).isEqualTo(77);
        assertThat(dialled.burst()).isEqualTo(2);
        assertThat(dialled.turns()).extracting(Turn::thinkMs).containsOnly(77L);
        assertThat(dialled.turns())
                .extracting(Turn::act)
                .isEqualTo(practice.turns().stream().map(Turn::act).toList());
        assertThat(dialled.greeting()).isEqualTo(practice.greeting());
    }

    @Test
    void aScriptWithoutTurnsOrSenseIsRefused() {
        AgentScript practice = AgentScript.practice();
        Utterance hello = new Utterance.Words("Hello.");

        assertThatThrownBy(() -> new AgentScript(500, 150, 5, hello, List.of(), List.of()))
                .hasMessageContaining("at least one turn");
        assertThatThrownBy(() -> practice.withBurst(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> practice.withThinkMs(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aToneCanStandForAnAnswer() {
        Utterance tone = new Utterance.Tone(4000);
        AgentScript script = new AgentScript(500, 150, 5, tone, List.of(new Turn(150, tone)), List.of());
        PhoneClient client = PhoneClient.inCall(script);
        client.say(Sounds.tone(500));
        PhoneClient.Seen done = client.await("response.done");

        assertThat(client.audio()).isEqualTo(Sounds.tone(4000));
        assertThat(done.text("/response/output/0/content/0/transcript")).isEmpty();
    }
}
