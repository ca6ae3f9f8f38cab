package dev.sidetone.simulator.report;

import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlFile;
import dev.sidetone.bridge.settings.YamlNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a scenario's file at which its steps stand, for reports that lead there. A file that has gone or changed since has none, which
 * is no failure. Immutable.
 */
final class ScenarioLines {
    private final List<Integer> steps;
    private final @Nullable Integer whole;

    private ScenarioLines(List<Integer> steps, @Nullable Integer whole) {
        this.steps = steps;
        this.whole = whole;
    }

    /** Reads them. */
    static ScenarioLines of(Path file) {
        try {
            Map<String, YamlNode> root = YamlFile.read(file).entries();
            YamlNode steps = root.get("steps");
            YamlNode whole = root.get("expect");
            return new ScenarioLines(
                    steps == null
                            ? List.of()
                            : steps.items().stream().map(ScenarioLines::line).toList(),
                    whole == null ? null : line(whole));
        } catch (InvalidSettingsException e) {
            return new ScenarioLines(List.of(), null);
        }
    }

    private static Integer line(YamlNode node) {
        String where = node.where();
        return Integer.valueOf(where.substring(where.lastIndexOf(':') + 1));
    }

    /** The line of {@code step}, counted from 1, or of what must hold of the whole call where it is null; null if it is not known. */
    @Nullable
    Integer of(@Nullable Integer step) {
        if (step == null) {
            return whole;
        }
        return step >= 1 && step <= steps.size() ? steps.get(step - 1) : null;
    }
}
