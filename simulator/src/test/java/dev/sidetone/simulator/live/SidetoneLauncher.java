package dev.sidetone.simulator.live;

import dev.sidetone.loopback.ReservedPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A way to run commands of {@code sidetone}. */
interface SidetoneLauncher<R extends SidetoneRun> {
    /** Runs commands on a thread of this process. */
    SidetoneLauncher<SidetoneThread> HERE = SidetoneThread::new;
    /** Runs commands as processes, where a signal, a kill or the log is the point. */
    SidetoneLauncher<SidetoneProcess> AS_PROCESS = SidetoneProcess::new;

    R start(@Nullable ReservedPort port, Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException;

    /** Starts {@code sidetone live} behind {@code cloud}'s public address. */
    default R live(Cloud cloud, Path folder, Map<String, String> environment, String... options) throws IOException {
        ReservedPort port = new ReservedPort();
        cloud.publish(port.number());
        Map<String, String> all = new HashMap<>(cloud.environment());
        all.putAll(environment);
        return start(port, folder, all, liveArguments(port, cloud.publicOrigin(), cloud.authority(), options));
    }

    /** Starts {@code sidetone live} behind the public address of a stranger's cloud. */
    default R live(StrangersCloud cloud, Path folder, String... options) throws IOException {
        ReservedPort port = new ReservedPort();
        cloud.tunnel().leadTo(port.number());
        return start(
                port,
                folder,
                cloud.environment(),
                liveArguments(port, cloud.publicOrigin(), cloud.authority(), options));
    }

    /** Starts {@code sidetone bridge} on a port of this machine. */
    default R bridge(Path folder, Map<String, String> environment, String... options) throws IOException {
        ReservedPort port = new ReservedPort();
        List<String> arguments = new ArrayList<>(List.of("bridge", "--port", String.valueOf(port.forServer())));
        arguments.addAll(List.of(options));
        return start(port, folder, environment, arguments);
    }

    /** Starts any other command, which finds a port for itself. */
    default R command(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        return start(null, folder, environment, List.of(arguments));
    }

    private static List<String> liveArguments(ReservedPort port, String publicOrigin, Path authority, String... options)
            throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("live", "--no-color", "--port", String.valueOf(port.forServer())));
        arguments.addAll(List.of("--public-url", publicOrigin, "--ca", String.valueOf(authority)));
        arguments.addAll(List.of(options));
        return arguments;
    }
}
