package dev.sidetone.simulator.cli;

/** The command line; a place holder until its commands are here. */
public final class Sidetone {
    private Sidetone() {}

    public static void main(String[] args) {
        System.out.println("sidetone " + String.join(" ", args));
    }
}
