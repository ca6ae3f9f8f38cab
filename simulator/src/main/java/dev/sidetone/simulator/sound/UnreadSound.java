package dev.sidetone.simulator.sound;

/** A sound file is sound, of a kind that is not read here; the message goes on after the file's name. */
final class UnreadSound extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadSound(String message) {
        super(message);
    }
}
