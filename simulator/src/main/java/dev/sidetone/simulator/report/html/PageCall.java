package dev.sidetone.simulator.report.html;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.report.CallTrace;
import dev.sidetone.simulator.report.KeptCall;
import dev.sidetone.simulator.scenario.Checked;
import dev.sidetone.simulator.timeline.CallResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call for a page. Immutable but for its trace.
 *
 * @param name what it is called
 * @param passed whether nothing failed in it
 * @param sound both voices, or null where nobody kept them
 * @param trace what its facts show beside the result, or null where there are none
 * @param expectations what was expected of it, in the order of its steps
 * @param notes what a reader must know of it, in sentences
 */
public record PageCall(
        String name,
        boolean passed,
        CallResult result,
        @Nullable PageSound sound,
        @Nullable CallTrace trace,
        List<Checked> expectations,
        List<String> notes) {
    public PageCall {
        expectations = List.copyOf(expectations);
        notes = List.copyOf(notes);
    }

    /** A call that was kept. */
    public static PageCall of(KeptCall call, boolean passed) {
        List<String> notes = new ArrayList<>(call.notes());
        @Nullable PageSound sound = null;
        try {
            sound = new PageSound(call.sound(), call.isCallerLeft(), call.soundAtMs());
        } catch (WrongSetting e) {
            notes.add("Its sound is not on the page: " + e.getMessage() + ".");
        }
        return new PageCall(call.name(), passed, call.result(), sound, call.trace(), List.of(), notes);
    }

    /** The same under another name. */
    public PageCall named(String other) {
        return new PageCall(other, passed, result, sound, trace, expectations, notes);
    }

    /** The same with what was expected of it. */
    public PageCall expecting(List<Checked> all) {
        return new PageCall(name, passed, result, sound, trace, all, notes);
    }
}
