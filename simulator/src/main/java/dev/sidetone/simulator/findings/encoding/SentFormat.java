package dev.sidetone.simulator.findings.encoding;

/** A format that servers send where mu-law belongs, with what to do about it. */
public enum SentFormat {
    MP3("MP3", Texts.COMPRESSED),
    AAC("AAC (ADTS)", Texts.COMPRESSED),
    OGG_OPUS("Opus in Ogg", Texts.COMPRESSED),
    OGG("Ogg (Opus or Vorbis)", Texts.COMPRESSED),
    FLAC("FLAC", Texts.COMPRESSED),
    WEBM("WebM", Texts.COMPRESSED),
    MP4("MP4 (AAC)", Texts.COMPRESSED),
    WAV("a WAV file with its header", "Send the samples alone: raw mu-law, no file header."),
    PCM16_LE("16-bit PCM, little-endian,", Texts.SIXTEEN_BIT),
    PCM16_BE("16-bit PCM, big-endian,", Texts.SIXTEEN_BIT),
    PCM16("16-bit PCM", Texts.SIXTEEN_BIT),
    FLOAT32_LE("32-bit floating point, little-endian,", Texts.FLOATING),
    FLOAT32_BE("32-bit floating point, big-endian,", Texts.FLOATING),
    FLOAT32("32-bit floating point", Texts.FLOATING),
    UNSIGNED_8("8-bit linear PCM, unsigned as in WAV files,", Texts.EIGHT_BIT),
    SIGNED_8("8-bit linear PCM, signed,", Texts.EIGHT_BIT),
    ALAW(
            "A-law",
            "Ask for mu-law (PCMU, G.711 u-law) in place of A-law (PCMA), or decode the A-law and encode it as mu-law.");

    private final String title;
    private final String cure;

    SentFormat(String title, String cure) {
        this.title = title;
        this.cure = cure;
    }

    /** Its name within a sentence, with a comma behind where one is needed. */
    public String title() {
        return title;
    }

    /** What to do about it, one sentence. */
    public String cure() {
        return cure;
    }

    /** Texts that several formats share. */
    private static final class Texts {
        static final String COMPRESSED =
                "Ask the voice service for raw mu-law at 8 kHz (ulaw_8000, mulaw, g711_ulaw), or"
                        + " decode the sound and encode each sample as mu-law before base64.";
        static final String SIXTEEN_BIT =
                "Encode each 16-bit sample as one byte of mu-law at 8 kHz before base64, or ask the"
                        + " voice service for mu-law.";
        static final String FLOATING =
                "Scale each sample to 16 bits, encode it as one byte of mu-law at 8 kHz, and then as base64.";
        static final String EIGHT_BIT =
                "Shift each sample up to 16 bits and encode it as mu-law: one byte of mu-law is no" + " linear sample.";
    }
}
