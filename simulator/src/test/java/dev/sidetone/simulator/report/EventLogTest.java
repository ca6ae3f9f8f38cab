package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Spool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);

    @Test
    void aCallIsToldAsItGoes() {
        follow(SampleCalls.demo(timeline).at(4300).someoneSays("caller", "I'd like a table."), 14020);

        assertThat(screen())
                .isEqualToNormalizingNewlines(
                        """
                          --.--  call    +15550100 dials +15550199 at http://127.0.0.1:8080/voice
                          --.--  server  webhook answered 200 in 12.1 ms
                          --.--  server  stream opened in 3.2 ms
                        00:00.0  call    the line is open
                        00:00.1  agent   greets, first heard after 100.0 ms
                        00:03.0  caller  speaks
                        00:04.2  caller  has finished
                        00:04.3  caller  “I'd like a table.”
                        00:04.9  agent   answers after 720.0 ms
                        00:06.0  caller  speaks
                        00:06.0  server  clears: 2840 ms thrown away
                        00:06.0  caller  interrupted, and the agent was silent after 80.0 ms
                        00:06.8  caller  has finished
                        00:07.9  agent   answers after 1140.0 ms
                        00:11.0  caller  presses 5
                        00:14.0  call    over, ended by caller: the caller hung up
                        """);
    }

    @Test
    void whatGoesWrongIsToldToo() {
        follow(SampleCalls.troubled(timeline), 16000);

        assertThat(screen())
                .contains("00:04.0  caller  interrupted, and the agent talked on")
                .contains("00:10.6  agent   began before the caller had finished")
                .contains("00:04.9  finding warning 31951 The server sent a message");
    }

    private void follow(FakeCall call, double untilMs) {
        timeline.listen(
                new EventLog(new EventPrinter(new PrintStream(screen, true, StandardCharsets.UTF_8), false, "")));
        call.hangsUpAt(untilMs);
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
