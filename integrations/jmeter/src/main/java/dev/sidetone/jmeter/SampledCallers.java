package dev.sidetone.jmeter;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.FilePath;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.cli.option.LoadOptions;
import dev.sidetone.simulator.cli.option.PathConverter;
import dev.sidetone.simulator.load.LoadCaller;
import dev.sidetone.simulator.scenario.Scenario;
import dev.sidetone.simulator.scenario.ScenarioFile;
import dev.sidetone.simulator.scenario.ScenarioFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The callers of a Java Request, read by the code that reads the options of {@code sidetone load}, so that a mistake gets the same message.
 * Immutable.
 *
 * @param kinds who take turns
 * @param most how many calls may run at once in this JVM
 */
record SampledCallers(List<LoadCaller> kinds, int most) {
    /** How many calls may run at once where nothing bounds them: JMeter's own threads do. */
    static final int UNBOUNDED = 100_000;

    private static final String CALLS = "--calls";
    /** What JMeter decides by its thread groups, and what is one machine's alone. */
    private static final List<String> NOT_HERE =
            List.of("--ramp", "--for", "--find-capacity", "--ttfa-limit", "--record", "--record-every");

    SampledCallers {
        kinds = List.copyOf(kinds);
    }

    /**
     * Reads the options, and the files that they and the parameters name.
     *
     * @throws WrongSetting naming the first mistake
     * @throws CannotRun if the server's name has no address
     */
    static SampledCallers read(SamplerParameters said, Settings settings) throws WrongSetting, CannotRun {
        LoadOptions options = new LoadOptions();
        ParseResult typed = parse(options, said.options());
        for (String option : NOT_HERE) {
            if (typed.hasMatchedOption(option)) {
                throw new WrongSetting(
                        option + " is not for JMeter: its thread groups say how many calls there are, and"
                                + " how long; leave it out of options");
            }
        }
        int most = typed.hasMatchedOption(CALLS) ? options.plan().calls() : UNBOUNDED;
        List<LoadCaller> kinds = options.callers(scenarios(said.scenarios()), settings);
        options.checkHost(kinds);
        return new SampledCallers(kinds, most);
    }

    private static ParseResult parse(LoadOptions options, List<String> said) throws WrongSetting {
        try {
            return new CommandLine(options)
                    .registerConverter(Path.class, new PathConverter())
                    .setExpandAtFiles(false)
                    .parseArgs(said.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new WrongSetting(ForeignText.line(String.valueOf(e.getMessage())), e);
        }
    }

    private static List<Scenario> scenarios(List<String> named) throws WrongSetting {
        List<Path> files = new ArrayList<>();
        for (String each : named) {
            files.add(FilePath.of(each));
        }
        List<Scenario> all = new ArrayList<>();
        for (Path file : ScenarioFiles.of(files)) {
            all.add(ScenarioFile.read(file));
        }
        return all;
    }

    /** The kind of caller that number {@code caller} is. */
    LoadCaller kindOf(int caller) {
        return kinds.get(caller % kinds.size());
    }
}
