package dev.sidetone.simulator.live.address;

/** A public address while it is in use. Closing it closes a tunnel that this process opened, and no other. For any thread. */
public interface Tunnel extends AutoCloseable {
    PublicAddress address();

    /** May block for some seconds. Has no effect on a closed tunnel. */
    @Override
    void close();

    /** Wraps an address that this process did not open, and does not close. */
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
