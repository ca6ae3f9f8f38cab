package dev.sidetone.simulator.twilio.relay;

/** A server's text as a voice reads it: without the tags of SSML and the marks of Markdown, which it would spell out. Stateless. */
final class SpokenText {
    private SpokenText() {}

    static String of(String text) {
        return text.replaceAll("<[^<>]{0,200}>", " ")
                .replaceAll("[*_`#]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
