package dev.sidetone.bench.faults;

/** A part of the page about faults. */
enum FaultSection {
    ADMISSION("Strangers at the port"),
    TRUST("Requests that claim to be somebody"),
    PRESSURE("Peers that do not read, or send too much"),
    ORDERS("Orders that were never offered"),
    TEXT("Hostile words and planted secrets"),
    COST("Small inputs made to be dear"),
    FILES("Documents, sounds, scenarios and recordings of others"),
    STANDSTILL("Processes that stand still, end or run dry"),
    NETWORK("Certificates, names and lost connections"),
    RECORDING("Recordings and disks");

    /** The heading. */
    final String heading;

    FaultSection(String heading) {
        this.heading = heading;
    }
}
