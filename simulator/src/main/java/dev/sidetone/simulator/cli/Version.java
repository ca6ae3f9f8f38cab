package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.SidetoneVersion;
import picocli.CommandLine;

/** Provides the line that {@code --version} prints. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "sidetone " + SidetoneVersion.TEXT + " (Java " + Runtime.version().feature() + ")"
        };
    }
}
