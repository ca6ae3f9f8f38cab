package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.simulator.timeline.Fact;
import java.util.function.Consumer;

/** The bridge reads the caller's frames in order, none twice, and before a stop all that the line has written. */
final class FrameAccount implements Witness {
    private final Consumer<String> broken;
    private long written;
    private long read;
    private long chunk;

    FrameAccount(Consumer<String> broken) {
        this.broken = broken;
    }

    @Override
    public void fact(Fact fact) {
        if (fact instanceof Fact.FrameWritten frame && !frame.oneWay()) {
            written++;
        } else if (fact instanceof Fact.StreamStarted) {
            written = 0;
        }
    }

    @Override
    public void read(FromTwilio message) {
        if (message instanceof FromTwilio.Start) {
            read = 0;
            chunk = 0;
        } else if (message instanceof FromTwilio.Media media) {
            read++;
            if (media.chunk() <= chunk) {
                broken.accept("chunk " + media.chunk() + " is read after chunk " + chunk);
            }
            chunk = media.chunk();
        } else if (message instanceof FromTwilio.Stop && read != written) {
            broken.accept(written + " frames were written before the stop, and the bridge read " + read);
        }
    }
}
