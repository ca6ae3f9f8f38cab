package dev.sidetone.simulator.scenario;

import dev.sidetone.simulator.timeline.CallResult;
import java.util.List;

/**
 * One call of a scenario, judged.
 *
 * @param checked its expectations, in the order of the steps
 */
public record PlayedCall(CallResult result, List<Checked> checked) {
    public PlayedCall {
        checked = List.copyOf(checked);
    }
}
