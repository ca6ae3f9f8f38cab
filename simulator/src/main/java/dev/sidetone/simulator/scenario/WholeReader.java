package dev.sidetone.simulator.scenario;

import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.Spelling;
import dev.sidetone.bridge.settings.YamlNode;
import dev.sidetone.simulator.findings.FindingCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what must hold of the whole call. Stateless. */
final class WholeReader {
    private static final String NONE = "none";
    private static final int MOST_WRONG = 4;

    private WholeReader() {}

    static Scenario.Whole whole(YamlNode expect) throws InvalidSettingsException {
        YamlNode.Fields given = expect.fields("ttfa", "findings");
        Long p50 = null;
        Long p95 = null;
        if (given.has("ttfa")) {
            YamlNode.Fields ttfa = given.need("ttfa").fields("p50", "p95");
            p50 = bound(ttfa, "p50");
            p95 = bound(ttfa, "p95");
        }
        return new Scenario.Whole(p50, p95, given.has("findings") ? allowed(given.need("findings")) : null);
    }

    private static @Nullable Long bound(YamlNode.Fields ttfa, String name) throws InvalidSettingsException {
        return ttfa.has(name) ? ttfa.need(name).time().toMillis() : null;
    }

    private static List<String> allowed(YamlNode findings) throws InvalidSettingsException {
        if (!findings.json().isArray()) {
            if (JsonText.of(findings.json()).equals(NONE)) {
                return List.of();
            }
            throw findings.wrong(
                    "expected none, or a list of the codes that may come, as in [31951, late-greeting], got "
                            + findings.json());
        }
        List<String> codes = new ArrayList<>();
        for (YamlNode each : findings.items()) {
            codes.add(code(each));
        }
        return codes;
    }

    /** The code of a finding that there is. */
    static String code(YamlNode given) throws InvalidSettingsException {
        String code = given.text();
        List<String> known = FindingCode.all().stream().map(FindingCode::code).toList();
        if (!known.contains(code)) {
            throw given.wrong("no finding has the code " + code
                    + Spelling.nearest(code, known, code.matches("\\d+") ? 1 : MOST_WRONG)
                            .map(meant -> ": is " + meant + " meant?")
                            .orElse("; docs/findings.md lists them all"));
        }
        return code;
    }
}
