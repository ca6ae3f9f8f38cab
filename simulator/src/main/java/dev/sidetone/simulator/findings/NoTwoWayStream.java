package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The server listened on a one-way stream and nobody could answer: no bidirectional stream in the whole call, and nobody was dialled. A
 * one-way stream beside a conversation is as it should be. Says nothing where the server was told already that it spoke to nobody.
 */
final class NoTwoWayStream implements Check {
    private boolean listened;
    private boolean conversation;

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        listened |= fact instanceof Fact.OneWayStarted;
        conversation |= fact instanceof Fact.StreamDialled || fact instanceof Fact.DialBegan;
    }

    @Override
    public void judge(CallResult call, @Nullable Double endedAtMs, Consumer<Finding> found) {
        boolean told = call.findings().stream()
                .anyMatch(finding -> finding.code().equals(ConnectionCode.ONE_WAY_STREAM.code()));
        if (listened && !conversation && !told) {
            found.accept(
                    ConnectionCode.ONE_WAY_STREAM.found(
                            Severity.WARNING,
                            "The TwiML used <Start><Stream> and no <Connect>: the server heard the caller and could not answer."));
        }
    }
}
