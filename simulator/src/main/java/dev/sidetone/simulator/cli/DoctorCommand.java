package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.device.SoundDevices;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sidetone doctor}: looks at this machine. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Looks at this machine: Java and the sound devices that --mic and --speaker take.",
        footer = {"", "Example: sidetone doctor"})
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private Terminal terminal = new Terminal();

    @Override
    public Integer call() {
        PrintStream out = terminal.results();
        out.println("Java          " + Runtime.version() + " on " + System.getProperty("os.name"));
        devices(out, "microphones", SoundDevices.ofThisMachine().microphones());
        devices(out, "speakers", SoundDevices.ofThisMachine().speakers());
        return 0;
    }

    private static void devices(PrintStream out, String kind, List<String> names) {
        if (names.isEmpty()) {
            out.println(String.format(
                    "%-13s none: plug one in, or start the sound server, then start Sidetone again", kind));
        }
        for (int i = 0; i < names.size(); i++) {
            out.println(String.format("%-13s %s", i == 0 ? kind : "", names.get(i)));
        }
    }
}
