package dev.sidetone.bench.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that a row needs of the machine besides Linux. */
enum Need {
    /** A small file system can be mounted, so that it can be full. */
    ROOT("root, to mount a small file system"),
    /** The machine has an address besides that of loopback. */
    ADDRESS("an address besides 127.0.0.1");

    /** For people, after "needs". */
    final String words;

    Need(String words) {
        this.words = words;
    }

    boolean isMet() throws IOException {
        return switch (this) {
            case ROOT -> Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
            case ADDRESS -> outerAddress().isPresent();
        };
    }

    /** An address of this machine that is not loopback's. */
    static Optional<InetAddress> outerAddress() throws IOException {
        Stream<NetworkInterface> all = Collections.list(NetworkInterface.getNetworkInterfaces()).stream();
        return all.flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress()
                        && !address.isLinkLocalAddress()
                        && address.getAddress().length == 4)
                .findFirst();
    }
}
