package dev.sidetone.simulator.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Wire;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactJsonTest {
    private static final List<Fact> ONE_OF_EACH = List.of(
            new Fact.CallPlaced(1, "CA1", "+15550100", "+15550199", "http://localhost/voice", Instant.EPOCH, false),
            new Fact.WebhookAnswered(2, 12_345_678L, 200),
            new Fact.CallAnswered(3),
            new Fact.VerbBegan(3, "Connect"),
            new Fact.CallerSaidAll(3),
            new Fact.StepBegan(3, 2, "say: \"Stop, please.\", interrupt: 800ms"),
            new Fact.StepWaitedInVain(3, 2),
            new Fact.StreamDialled(3, "ws://localhost/media"),
            new Fact.StreamOpened(3, 3_000_000L, "ws://localhost/media"),
            new Fact.StreamStarted(4, "MZ1"),
            new Fact.Tick(5, 7, 91, -90f, -12.345678f, -45.000004f, -3.1415927f, 159, 24_000),
            new Fact.FrameWritten(6, 7, 150_001L, true),
            new Fact.MediaArrived(Long.MAX_VALUE, 3, 1601),
            new Fact.MessagePassed(8, 7, Wire.AGENT, true, 0, 48, 10_368, "{\"type\":\"input_audio_buffer.append\"}"),
            new Fact.MarkArrived(8, 4, "a \"quoted\" name\n"),
            new Fact.ClearArrived(9, 5, 23_000, 2),
            new Fact.MarkEchoed(10, "m", true),
            new Fact.KeyPressed(11, '#'),
            new Fact.CallerStarted(12, 11),
            new Fact.CallerEnded(13, 12),
            new Fact.ProbeStarted(13, 12, ProbeKind.SIDE_TALK),
            new Fact.ProbeEnded(14, 13),
            new Fact.ClockCorrected(14, 2),
            new Fact.Noted(15, "Umlaute: äöü, emoji: 📞"),
            new Fact.AgentBusy(15),
            new Fact.AgentReady(16, "practice"),
            new Fact.AgentHeardSpeech(17),
            new Fact.AgentHeardEnd(18),
            new Fact.AnswerBegan(19, "item_1"),
            new Fact.AnswerRelayed(20, "item_1"),
            new Fact.AgentCutAnswer(21),
            new Fact.AnswerContinued(21),
            new Fact.AgentTimedOut(21),
            new Fact.AnswerCut(21, "item_1", 1234),
            new Fact.PromptSent(22, "I'd like a table.", true),
            new Fact.TokenArrived(22, 7),
            new Fact.Transcribed(22, "caller", "I'd like a table."),
            new Fact.ToolCalled(22, "call_1", "book_table", "{\"seats\":4}"),
            new Fact.ToolAnswered(22, "call_1", "book_table", "{\"table\":7}", false),
            new Fact.TransferWished(22, "+15550123"),
            new Fact.HangUpWished(22, "the agent hung up"),
            new Fact.AgentComplained(22, "invalid_value", "no such item"),
            new Fact.Found(23, "31951", Severity.WARNING, "what", "cure", null, true),
            new Fact.CallerMuted(23, true),
            new Fact.DeviceChanged(23, "microphone", "Kopfhörer “X”"),
            new Fact.FaultBegan(24, "stall=2s"),
            new Fact.FaultEnded(24, "stall=2s"),
            new Fact.StreamEnded(24, null, "stop"),
            new Fact.DialBegan(25, "+15550123", "CA2"),
            new Fact.DialAnswered(26, "+15550123"),
            new Fact.DialEnded(27, "+15550123", "completed", 8_000_000_001L),
            new Fact.OneWayStarted(28, "MZ2", "ears", "both_tracks"),
            new Fact.OneWayEnded(29, "MZ2", "stopped"),
            new Fact.CallEnded(30, EndedBy.CALLER, "hung up"));

    @Test
    void everyKindOfFactComesBackAsItWas() throws IOException {
        for (Fact fact : ONE_OF_EACH) {
            assertThat(FactJson.read(FactJson.write(fact))).isEqualTo(fact);
        }
        assertThat(ONE_OF_EACH).extracting(fact -> (Object) fact.getClass()).containsExactlyInAnyOrder((Object[])
                Fact.class.getPermittedSubclasses());
    }

    @Test
    void aLineNamesItsFactFirst() {
        assertThat(FactJson.write(new Fact.ClearArrived(9, 5, 23_000, 2)))
                .isEqualTo(
                        "{\"fact\":\"ClearArrived\",\"atNs\":9,\"message\":5,\"discardedBytes\":23000,\"marksReturned\":2}");
    }

    @Test
    void whatAFindingSaysIsAnObjectOfItsOwn() {
        assertThat(FactJson.write(new Fact.Found(7, "31951", Severity.WARNING, "What.", "Cure.", 12L, false)))
                .isEqualTo(
                        "{\"fact\":\"Found\",\"atNs\":7,\"byCheck\":false,\"finding\":{\"code\":\"31951\",\"severity\":\"WARNING\","
                                + "\"what\":\"What.\",\"cure\":\"Cure.\",\"frame\":12}}");
    }

    @Test
    void aKindOfALaterVersionIsReadOver() throws IOException {
        assertThat(FactJson.read("{\"fact\":\"LineRepaired\",\"atNs\":1}")).isNull();
    }
}
