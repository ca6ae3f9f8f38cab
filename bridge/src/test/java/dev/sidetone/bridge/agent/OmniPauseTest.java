package dev.sidetone.bridge.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.agent.omni.Omni;
import org.junit.jupiter.api.Test;

/**
 * Sound of one answer that comes late, on Omni's wire, which names no answers and marks no end of them: the agent, the network or this
 * bridge stood still. All in manual time.
 */
class OmniPauseTest {
    private static final long MS = 1_000_000;
    /** 20 ms at 8 kHz. */
    private static final int FRAME_BYTES = 320;

    private final DialectTalk talk = new DialectTalk();
    private final AgentDialect omni = DialectTalk.dialect(Omni.SERVICE, Omni.SERVICE.defaults());

    @Test
    void whereTheServiceAnnouncesTurnsSoundThatComesLateBelongsToTheSameAnswer() {
        talk.say(omni, "{'type':'hello'}");
        talk.say(omni, "{'type':'turn','role':'assistant'}");
        sound();
        talk.timers.advance(2_000 * MS);
        sound();
        talk.say(omni, "{'type':'turn','role':'assistant'}");
        sound();

        assertThat(talk.told)
                .containsExactly("ready", "answer-1 160 bytes", "answer-1 160 bytes", "answer-2 160 bytes");
    }

    /** The two cannot be told apart on this wire: sound, nothing for half a second, sound. */
    @Test
    void whereItDoesNotALongPauseIsTheNextAnswersBeginning() {
        talk.say(omni, "{'type':'hello'}");
        sound();
        talk.timers.advance((20 + 300) * MS);
        sound();
        talk.timers.advance((20 + 301) * MS);
        sound();

        assertThat(talk.told)
                .containsExactly("ready", "answer-1 160 bytes", "answer-1 160 bytes", "answer-2 160 bytes");
    }

    private void sound() {
        omni.read(new byte[FRAME_BYTES], talk, talk.timers.nowNs());
    }
}
