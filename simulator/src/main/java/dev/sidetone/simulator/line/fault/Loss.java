package dev.sidetone.simulator.line.fault;

import java.util.Random;

/**
 * Packets of the caller's sound are lost before they reach the carrier: two in a row on average, as losses come in bursts. The carrier still sends
 * a frame every 20 ms, and fills what is missing as ITU-T G.711 Appendix I does.
 */
public record Loss(double percent) implements SoundFault {
    static final FaultKind KIND = FaultKind.percent(
            "loss",
            "3%",
            0.1,
            50,
            "so many of the caller's frames lost on the way to Twilio, two in a row on average; each still comes, on time, with the voice before it repeated and faded to silence within 60 ms",
            Loss::new);

    /** The average number of packets that are lost in a row. */
    private static final double BURST = 2;

    @Override
    public FaultKind kind() {
        return KIND;
    }

    @Override
    public String text() {
        return KIND.percentText(percent);
    }

    @Override
    public SampleFilter filter(Random random) {
        return new LossyLine(random);
    }

    /** A line with two states, good and lost, drawn anew for every packet: Gilbert's model. */
    private final class LossyLine implements SampleFilter {
        private final Random random;
        private final Concealment concealment = new Concealment();
        private boolean lost;

        LossyLine(Random random) {
            this.random = random;
        }

        @Override
        public void filter(double[] samples) {
            double share = percent / 100;
            double changes = lost ? 1 / BURST : share / (1 - share) / BURST;
            lost ^= random.nextDouble() < changes;
            if (lost) {
                concealment.conceal(samples);
            } else {
                concealment.heard(samples);
            }
        }
    }
}
