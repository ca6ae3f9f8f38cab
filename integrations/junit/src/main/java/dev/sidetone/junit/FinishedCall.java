package dev.sidetone.junit;

import dev.sidetone.simulator.report.CallReport;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Thresholds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that is over, and what can be expected of it. An expectation that does not hold throws an
 * {@link org.opentest4j.AssertionFailedError} that tells what was heard instead, and when. Times are those at the caller's ear. Immutable, for
 * any thread.
 *
 * <p>A turn that this machine was too busy to measure counts for nothing. An expectation for which only such turns are left throws an
 * {@link org.opentest4j.TestAbortedException}: the test has neither passed nor failed. {@link ScriptedCall#attempts} makes such a call anew.
 */
public final class FinishedCall {
    private final CallResult result;
    private final CallStory story;
    private final TimeExpectations times;
    private final ContentExpectations content;

    FinishedCall(CallResult result, CallStory story) {
        this.result = result;
        this.story = story;
        Evidence evidence = new Evidence(result, recording(result));
        this.times = new TimeExpectations(result, evidence);
        this.content = new ContentExpectations(result, story, evidence);
    }

    /** Expects that the greeting is heard so soon after the stream's beginning. */
    public FinishedCall expectGreetingWithin(Duration limit) {
        times.greeting(limit);
        return this;
    }

    /** Expects that every turn of the caller is answered, with a time to first audio of at most {@code limit}. */
    public FinishedCall expectTtfaWithin(Duration limit) {
        times.eachTurn(limit);
        return this;
    }

    /** Expects the same of one turn; the caller's first is 1. */
    public FinishedCall expectTtfaWithin(int turn, Duration limit) {
        times.turn(turn, limit);
        return this;
    }

    /** Expects that the median of the turns' times to first audio is at most {@code limit}. */
    public FinishedCall expectMedianTtfaWithin(Duration limit) {
        times.median(limit);
        return this;
    }

    /** Expects that the agent gives way whenever it is interrupted: it falls silent within 2 s and stays so. */
    public FinishedCall expectYield() {
        return expectYieldWithin(Duration.ofMillis(Thresholds.YIELD_MS));
    }

    /** Expects that the agent gives way whenever it is interrupted, with silence so soon after the onset of the caller's speech. */
    public FinishedCall expectYieldWithin(Duration limit) {
        times.yields(limit);
        return this;
    }

    /** Expects that the agent talks on whenever the caller speaks while it does, as it should for a mere "mm-hmm". */
    public FinishedCall expectNoYield() {
        times.doesNotYield();
        return this;
    }

    /** Expects that the server sends {@code clear} whenever the agent is interrupted, so soon after the onset of the caller's speech. */
    public FinishedCall expectClearWithin(Duration limit) {
        times.clears(limit);
        return this;
    }

    /** Expects words of the agent's, whatever their case and punctuation. Known of the embedded bridge's agents that send transcripts. */
    public FinishedCall expectAgentSaid(String words) {
        content.said("agent", words);
        return this;
    }

    /** Expects words of the caller's, as the agent understood them. Known of the embedded bridge's agents that send transcripts. */
    public FinishedCall expectCallerSaid(String words) {
        content.said("caller", words);
        return this;
    }

    /** Expects that the agent calls a tool. Known of the embedded bridge's agents. */
    public FinishedCall expectTool(String name) {
        content.tool(name);
        return this;
    }

    /** Expects that the caller pressed these keys and no others, in this order: a call that ends early has fewer. */
    public FinishedCall expectKeys(String keys) {
        content.keys(keys);
        return this;
    }

    /** Expects no finding of severity {@code error}. */
    public FinishedCall expectNoErrors() {
        content.noFindings(Severity.ERROR);
        return this;
    }

    /** Expects no finding but those of severity {@code info}. */
    public FinishedCall expectNoFindings() {
        content.noFindings(Severity.SUSPICION);
        return this;
    }

    /** Expects a finding, by its code, as in {@code 31951} or {@code silent-agent}. */
    public FinishedCall expectFinding(String code) {
        content.finding(code);
        return this;
    }

    /** Expects that there is no finding of this code. */
    public FinishedCall expectNoFinding(String code) {
        content.noFinding(code);
        return this;
    }

    /** Expects that the caller is put through to a number, whether somebody picks up or not. */
    public FinishedCall expectTransferTo(String number) {
        content.transferTo(number);
        return this;
    }

    /** Expects who ends the call. */
    public FinishedCall expectEndedBy(EndedBy who) {
        content.endedBy(who);
        return this;
    }

    /** The call in numbers, for expectations of one's own. */
    public CallResult result() {
        return result;
    }

    /** What was said, as far as the embedded bridge's agent wrote it down. */
    public List<SpokenWords> words() {
        return story.words();
    }

    /** The tools that the embedded bridge's agent called. */
    public List<ToolUse> tools() {
        return story.tools();
    }

    /** The folder of the recording, while the test runs and after it failed; null where none is kept. */
    public @Nullable Path recording() {
        return recording(result);
    }

    private static @Nullable Path recording(CallResult result) {
        CallResult.Kept kept = result.recording();
        String folder = kept == null ? null : kept.folder();
        return folder == null ? null : Path.of(folder);
    }

    /** The call's report, as a terminal shows it. */
    public String report() {
        return new CallReport(false).text(result);
    }

    /** Whether this machine kept time well enough for its times to count. */
    boolean isReliable() {
        CallResult.Line line = result.line();
        return line != null && line.reliable();
    }
}
