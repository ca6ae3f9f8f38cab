package dev.sidetone.simulator.device;

/** One open, running data line of a sound card, for input or output. Used only on the thread of its device. */
interface DeviceLine {
    DeviceFormat format();

    /**
     * Reads into or writes from the first {@code length} bytes of {@code bytes}; blocks until done.
     *
     * @return the number of bytes moved; 0 or less when the device is gone
     */
    int transfer(byte[] bytes, int length);

    /** Releases the card. */
    void close();
}
