package dev.sidetone.simulator.sound;

import java.nio.charset.StandardCharsets;

/** The kinds of sound file that are told apart by their first bytes, whatever a file is called. */
enum SoundKind {
    WAV("WAV", true),
    FLAC("FLAC", true),
    MP3("MP3", true),
    VORBIS("Ogg Vorbis", true),
    M4A("M4A", true),
    OPUS("Opus", false),
    OGG_FLAC("FLAC in Ogg", false),
    SPEEX("Speex", false),
    OGG("another kind of Ogg", false),
    WEBM("WebM", false),
    AAC("AAC without a container", false),
    AIFF("AIFF", false),
    AU("AU", false),
    CAF("CAF", false),
    AMR("AMR", false),
    WMA("WMA", false),
    BIG_ENDIAN_WAV("a big-endian WAV", false),
    UNKNOWN("", false);

    /** Ogg names its contents within the first page. */
    private static final int FIRST_PAGE = 64;

    private final String title;
    private final boolean isRead;

    SoundKind(String title, boolean isRead) {
        this.title = title;
        this.isRead = isRead;
    }

    String title() {
        return title;
    }

    boolean isRead() {
        return isRead;
    }

    static SoundKind of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, FIRST_PAGE), StandardCharsets.ISO_8859_1);
        for (String riff : WavSound.HEADS) {
            if (head.startsWith(riff)) {
                return WAV;
            }
        }
        if (head.startsWith("OggS")) {
            return inOgg(head);
        }
        if (head.startsWith("ftyp", 4)) {
            return M4A;
        }
        SoundKind named = named(head);
        return named == UNKNOWN && bytes.length >= 4 ? byHeader(bytes) : named;
    }

    private static SoundKind inOgg(String page) {
        return page.contains("\u0001vorbis")
                ? VORBIS
                : page.contains("OpusHead")
                        ? OPUS
                        : page.contains("\u007fFLAC") ? OGG_FLAC : page.contains("Speex") ? SPEEX : OGG;
    }

    private static SoundKind named(String head) {
        if (head.startsWith("FORM")) {
            return head.startsWith("AIF", 8) ? AIFF : UNKNOWN;
        }
        if (head.startsWith("fLaC")) {
            return FLAC;
        }
        if (head.startsWith("ID3")) {
            return MP3;
        }
        if (head.startsWith("\u001aE\u00df\u00a3")) {
            return WEBM;
        }
        if (head.startsWith("0&\u00b2u")) {
            return WMA;
        }
        if (head.startsWith("#!AMR")) {
            return AMR;
        }
        if (head.startsWith("caff")) {
            return CAF;
        }
        if (head.startsWith("RIFX")) {
            return BIG_ENDIAN_WAV;
        }
        return head.startsWith(".snd") ? AU : UNKNOWN;
    }

    /** MPEG audio begins with eleven ones, a version and a layer; AAC has no layer. */
    private static SoundKind byHeader(byte[] bytes) {
        if ((bytes[0] & 0xFF) != 0xFF || (bytes[1] & 0xE0) != 0xE0) {
            return UNKNOWN;
        }
        if ((bytes[1] & 0xF6) == 0xF0) {
            return AAC;
        }
        boolean version = (bytes[1] & 0x18) != 0x08;
        boolean layer = (bytes[1] & 0x06) != 0;
        boolean rates = (bytes[2] & 0xF0) != 0xF0 && (bytes[2] & 0x0C) != 0x0C;
        return version && layer && rates ? MP3 : UNKNOWN;
    }
}
