package dev.sidetone.simulator.line.stream;

/**
 * Both directions of a stream whose socket is open.
 *
 * @param wire the way out, which both use
 * @param speech what Twilio says
 * @param hearing what the server says
 */
record StreamTalk(StreamWire wire, StreamSpeech speech, StreamHearing hearing) {}
