package dev.sidetone.simulator.caller;

/**
 * A handset that passes on everything but the edges of turns: once a microphone was part of the call, these are detected by energy. A probe is
 * announced all the same, since energy cannot tell it from a turn. On the line thread.
 */
final class TurnlessHandset extends ForwardingHandset {
    TurnlessHandset(Handset handset) {
        super(handset);
    }

    @Override
    public void speechStarts(int sample) {}

    @Override
    public void speechEnds(int sample) {}
}
