package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds a call in which the server listened on a one-way stream and could not answer: it opened no bidirectional stream and dialled nobody.
 * A one-way stream beside a conversation is as it should be. Reports nothing where the line has already reported that the server spoke on
 * such a stream.
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
        boolean reported = call.findings().stream()
                .anyMatch(finding -> finding.code().equals(ConnectionCode.ONE_WAY_STREAM.code()));
        if (listened && !conversation && !reported) {
            found.accept(
                    ConnectionCode.ONE_WAY_STREAM.found(
                            Severity.WARNING,
                            "The TwiML used <Start><Stream> and no <Connect>: the server heard the caller and could not answer."));
        }
    }
}
