package dev.sidetone.simulator.caller;

import dev.sidetone.fixtures.ProbeKind;

/** A handset that passes everything on to another; those that change something of it extend it, so that nothing else can be forgotten. On the line thread. */
public class ForwardingHandset implements Handset {
    private final Handset handset;

    /** @param handset gets everything */
    protected ForwardingHandset(Handset handset) {
        this.handset = handset;
    }

    @Override
    public void press(char digit) {
        handset.press(digit);
    }

    @Override
    public void hangUp() {
        handset.hangUp();
    }

    @Override
    public void says(String words, int samples) {
        handset.says(words, samples);
    }

    @Override
    public void speechStarts(int sample) {
        handset.speechStarts(sample);
    }

    @Override
    public void speechEnds(int sample) {
        handset.speechEnds(sample);
    }

    @Override
    public void probeStarts(ProbeKind kind, int sample) {
        handset.probeStarts(kind, sample);
    }

    @Override
    public void probeEnds(int sample) {
        handset.probeEnds(sample);
    }

    @Override
    public void saidAll() {
        handset.saidAll();
    }

    @Override
    public void stepBegins(int number, String text) {
        handset.stepBegins(number, text);
    }

    @Override
    public void waitedInVain() {
        handset.waitedInVain();
    }

    @Override
    public void inject(String fault) {
        handset.inject(fault);
    }

    @Override
    public void muted(boolean silent) {
        handset.muted(silent);
    }

    @Override
    public void deviceChanged(String kind, String device) {
        handset.deviceChanged(kind, device);
    }

    @Override
    public void note(String text) {
        handset.note(text);
    }
}
