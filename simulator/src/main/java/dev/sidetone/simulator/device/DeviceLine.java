package dev.sidetone.simulator.device;

/** One open, running line of a sound card, in one direction. Used on the thread of its device only. */
interface DeviceLine {
    DeviceFormat format();

    /**
     * Reads into, or writes from, the first {@code length} bytes of {@code bytes}, and waits until that is done.
     *
     * @return how many bytes went over; 0 or less when the device is gone
     */
    int transfer(byte[] bytes, int length);

    /** Gives the card back. */
    void close();
}
