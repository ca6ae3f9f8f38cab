package dev.sidetone.simulator.live.address;

/** A public address for as long as it is wanted: closing it closes a tunnel that was opened here, and nothing else. For any thread. */
public interface Tunnel extends AutoCloseable {
    PublicAddress address();

    /** May wait a moment for the tunnel's cloud; harmless when closed already. */
    @Override
    void close();

    /** A tunnel that is somebody else's to close. */
    static Tunnel of(PublicAddress address) {
        return new Tunnel() {
            @Override
            public PublicAddress address() {
                return address;
            }

            @Override
            public void close() {}
        };
    }
}
