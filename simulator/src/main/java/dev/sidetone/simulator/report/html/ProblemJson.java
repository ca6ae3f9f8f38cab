package dev.sidetone.simulator.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.report.FindingGroup;
import dev.sidetone.simulator.scenario.Checked;
import java.util.List;

/** What is wrong with a call, for a page: expectations that did not hold, then findings, each with its moment. Stateless. */
final class ProblemJson {
    private ProblemJson() {}

    static void into(ArrayNode problems, PageCall call) {
        for (Checked expected : call.expectations()) {
            problems.addObject()
                    .put("kind", kind(expected))
                    .put("code", expected.want())
                    .put("where", expected.atMs() == null ? "" : " at " + Figures.clock(expected.atMs()))
                    .put("what", expected.got())
                    .put("cure", "")
                    .put("atMs", expected.atMs());
        }
        List<FindingGroup> groups = FindingGroup.of(call.result().findings());
        for (FindingGroup group : groups) {
            problems.addObject()
                    .put("kind", group.first().severity().word())
                    .put("code", group.first().code())
                    .put("where", group.where())
                    .put("what", group.first().what())
                    .put("cure", group.first().cure())
                    .put("atMs", group.first().atMs());
        }
    }

    private static String kind(Checked expected) {
        Boolean held = expected.held();
        return held == null ? "not judged:" : held ? "held" : "failed";
    }
}
