package dev.sidetone.junit;

import static dev.sidetone.junit.HandMadeCall.ANSWERED;
import static dev.sidetone.junit.HandMadeCall.json;
import static dev.sidetone.junit.HandMadeCall.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallAttemptsTest {
    @Test
    void aCallIsMadeAnewWhileThisMachineWasTooBusy() throws Exception {
        FinishedCall reliable = read(json(ANSWERED, "", ""));
        FinishedCall unreliable = read(json(ANSWERED, "", "").replace("\"reliable\":true", "\"reliable\":false"));

        Iterator<FinishedCall> third = List.of(unreliable, unreliable, reliable).iterator();
        assertThat(CallAttempts.reliable(4, third::next)).isSameAs(reliable);
        Iterator<FinishedCall> never = List.of(unreliable, unreliable).iterator();
        assertThat(CallAttempts.reliable(2, never::next)).isSameAs(unreliable);
        assertThat(never).isExhausted();
        Iterator<FinishedCall> once = List.of(unreliable, reliable).iterator();
        assertThat(CallAttempts.reliable(1, once::next))
                .as("nobody asked for more")
                .isSameAs(unreliable);
    }
}
