package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.live.address.PublicAddressFinder;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sidetone doctor}: checks this machine and its settings. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Checks this machine: Java, the sound devices that --mic and --speaker take, the public address of port 8080.",
        footer = {"", "Example: sidetone doctor"})
final class DoctorCommand implements Callable<Integer> {
    /** The default port of the bridge, to which a tunnel leads. */
    private static final int BRIDGE_PORT = 8080;

    @Mixin
    private final Terminal terminal;

    private final HostProcess process;

    DoctorCommand(HostProcess process) {
        this.process = process;
        terminal = new Terminal(process);
    }

    @Override
    public Integer call() throws WrongSetting {
        PrintStream out = terminal.results();
        out.println("Java          " + Runtime.version() + " on " + System.getProperty("os.name"));
        devices(out, "microphones", SoundDevices.ofThisMachine().microphones());
        devices(out, "speakers", SoundDevices.ofThisMachine().speakers());
        publicAddress(out);
        return ExitCode.DONE.number();
    }

    private void publicAddress(PrintStream out) throws WrongSetting {
        Settings settings = process.settings();
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
