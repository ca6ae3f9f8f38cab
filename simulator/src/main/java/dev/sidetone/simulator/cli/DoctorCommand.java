package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.cli.option.AgentOptions;
import dev.sidetone.simulator.cli.option.JsonOption;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.doctor.AgentCheckup;
import dev.sidetone.simulator.doctor.AgentVisit;
import dev.sidetone.simulator.doctor.AgentVisitReport;
import dev.sidetone.simulator.doctor.Calibration;
import dev.sidetone.simulator.doctor.CalibrationReport;
import dev.sidetone.simulator.doctor.CalibrationResult;
import dev.sidetone.simulator.doctor.DoctorJson;
import dev.sidetone.simulator.live.address.PublicAddressFinder;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sidetone doctor}: checks this machine and its settings, an agent, and the instrument itself. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Checks this machine: Java, the sound devices that --mic and --speaker take, the public address of port 8080.",
            "With --calibrate it measures Sidetone's own error here; with --agent it connects to that agent once, hears its"
                    + " greeting and asks it a question. The exit code is 1 if figures that are measured here cannot be"
                    + " trusted, or the agent does not answer."
        },
        footer = {
            "",
            "Examples:",
            "  sidetone doctor                      this machine's devices and public address",
            "  sidetone doctor --calibrate          20 short turns, some 25 s; Ctrl-C ends it",
            "  sidetone doctor --agent openai       is the key good, and the agent there?",
            "  sidetone doctor --agent compatible --agent-url ws://localhost:9000/v1/realtime"
        })
final class DoctorCommand implements Callable<Integer> {
    /** The default port of the bridge, to which a tunnel leads. */
    private static final int BRIDGE_PORT = 8080;

    private static final int SAID_EVERY = 5;

    @Option(
            names = "--calibrate",
            description = "Measure Sidetone's own error on this machine, in 20 short turns with a fake agent.")
    private boolean calibrate;

    @Mixin
    private AgentOptions agent = new AgentOptions();

    @Mixin
    private final JsonOption json;

    @Mixin
    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec spec;

    private final HostProcess process;

    DoctorCommand(HostProcess process) {
        this.process = process;
        terminal = new Terminal(process);
        json = new JsonOption(process.out());
    }

    @Override
    public Integer call() throws WrongSetting, CannotRun {
        Settings settings = process.settings();
        boolean visits = isAgentGiven();
        if (!calibrate && !visits) {
            if (json.isChosen()) {
                throw new WrongSetting(
                        "--json goes with --calibrate or --agent: the list of this machine's devices is for people");
            }
            machine(settings);
            return ExitCode.DONE.number();
        }
        terminal.hushLogs();
        json.check();
        AgentVisit visit = visits ? AgentCheckup.visit(agent.choice(settings), terminal::say) : null;
        if (visit != null) {
            out().print(AgentVisitReport.text(visit));
        }
        CalibrationResult calibration = calibrate ? calibrated() : null;
        if (calibration != null) {
            out().print((visit == null ? "" : "\n") + CalibrationReport.text(calibration));
        }
        out().flush();
        json.write(DoctorJson.write(calibration, visit));
        boolean good = (visit == null || visit.isGood()) && (calibration == null || calibration.isReliable());
        return (good ? ExitCode.DONE : ExitCode.FOUND).number();
    }

    private boolean isAgentGiven() {
        return spec != null
                && List.of("--agent", "--agent-url", "--agent-config").stream()
                        .anyMatch(spec.commandLine().getParseResult()::hasMatchedOption);
    }

    /** Before the call is placed, Ctrl-C ends the process as usual. */
    private CalibrationResult calibrated() throws CannotRun {
        terminal.say("calibrating: a call of " + Calibration.TURNS + " short turns with a fake agent, some 25 s");
        try (Calibration calibration = Calibration.start(Calibration.TURNS, this::progress)) {
            process.signals().forward(calibration::cancel);
            return calibration.await();
        } finally {
            process.signals().finished();
        }
    }

    private void progress(int turn) {
        if (turn % SAID_EVERY == 0) {
            terminal.say("calibrating: turn " + turn + " of " + Calibration.TURNS);
        }
    }

    private PrintStream out() {
        return json.isOnStandardOutput() ? terminal.progress() : terminal.results();
    }

    private void machine(Settings settings) throws WrongSetting {
        PrintStream out = terminal.results();
        out.println("Java          " + Runtime.version() + " on " + System.getProperty("os.name"));
        devices(out, "microphones", SoundDevices.ofThisMachine().microphones());
        devices(out, "speakers", SoundDevices.ofThisMachine().speakers());
        String given = new BridgeSettings(settings).origin(null);
        out.println("public URL    " + PublicAddressFinder.preview(given, BRIDGE_PORT, settings));
    }

    private static void devices(PrintStream out, String kind, List<String> names) {
        if (names.isEmpty()) {
            out.println(String.format(
                    "%-13s none: plug one in, or start the sound server, then start Sidetone again", kind));
        }
        for (int i = 0; i < names.size(); i++) {
            out.println(String.format("%-13s %s", i == 0 ? kind : "", ForeignText.line(names.get(i))));
        }
    }
}
