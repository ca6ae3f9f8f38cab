package dev.sidetone.simulator;

/** The program's version, which results, recordings and {@code --version} name; the pom's, as a test sees to. */
public final class SidetoneVersion {
    public static final String TEXT = "0.1.0";

    private SidetoneVersion() {}
}
