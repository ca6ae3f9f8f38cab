package dev.sidetone.simulator.line.fault;

/** A Butterworth high pass and low pass of fourth order, one after the other. Keeps its state from frame to frame. Owned by one fault of one call. */
final class BandPass implements SoundFault.SampleFilter {
    /** The qualities of the two halves of a Butterworth filter of fourth order. */
    private static final double[] QUALITIES = {0.54119610, 1.30656296};

    private final FilterSection[] sections;

    BandPass(double lowHz, double highHz) {
        this.sections = new FilterSection[] {
            FilterSection.highPass(lowHz, QUALITIES[0]),
            FilterSection.highPass(lowHz, QUALITIES[1]),
            FilterSection.lowPass(highHz, QUALITIES[0]),
            FilterSection.lowPass(highHz, QUALITIES[1])
        };
    }

    @Override
    public void filter(double[] samples) {
        for (FilterSection section : sections) {
            for (int i = 0; i < samples.length; i++) {
                samples[i] = section.next(samples[i]);
            }
        }
    }
}
