package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.net.Download;
import dev.sidetone.simulator.line.net.Route;
import dev.sidetone.simulator.sound.SoundReader;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file of a {@code <Play>} as the caller hears it: mu-law, or a finding that states the reason for silence. Reading takes as long as the
 * file is long, so it is done where the file arrives and not on the line thread.
 */
public final class SoundFile {
    /** Kinds that can be read here, and that Twilio's page of the verb does not have. */
    private static final Set<String> NOT_TWILIOS = Set.of("FLAC", "Ogg Vorbis", "M4A");

    private static final Set<String> RAW_MULAW = Set.of("audio/ulaw", "audio/x-mulaw", "audio/basic");

    private final byte[] mulaw;
    private final @Nullable Finding finding;

    private SoundFile(byte[] mulaw, @Nullable Finding finding) {
        this.mulaw = mulaw;
        this.finding = finding;
    }

    /** Reads the result of fetching a file on {@code route}. */
    public static SoundFile read(Route route, Download download) {
        URI url = route.named();
        if (download instanceof Download.Failed failed) {
            return silent(SoundFindings.unreached(route, failed.why()));
        }
        Download.Fetched fetched = (Download.Fetched) download;
        if (fetched.status() < 200 || fetched.status() > 299) {
            return silent(SoundFindings.status(url, fetched.status()));
        }
        if (fetched.tooLong()) {
            return silent(SoundFindings.tooLong(url, Download.MOST_BYTES >> 20));
        }
        return read(url, mediaType(ForeignText.redacted(fetched.contentType())), fetched.bytes());
    }

    /** The mu-law that is played; empty when there is a finding. Nobody changes it. */
    public byte[] mulaw() {
        return mulaw;
    }

    /** The reason for which nothing is played, or null. */
    public @Nullable Finding finding() {
        return finding;
    }

    private static SoundFile read(URI url, String type, byte[] bytes) {
        if (!type.startsWith("audio/")) {
            return silent(SoundFindings.contentType(url, type));
        }
        if (RAW_MULAW.contains(type)) {
            return new SoundFile(bytes, null);
        }
        String kind = SoundReader.kind(bytes);
        if (NOT_TWILIOS.contains(kind)) {
            return silent(SoundFindings.notTwilios(url, kind));
        }
        try {
            short[] samples = SoundReader.samples(url.toString(), bytes);
            byte[] mulaw = new byte[samples.length];
            Mulaw.encode(samples, mulaw);
            return new SoundFile(mulaw, null);
        } catch (IllegalArgumentException e) {
            return silent(SoundFindings.notReadable(type, String.valueOf(e.getMessage())));
        }
    }

    private static SoundFile silent(Finding finding) {
        return new SoundFile(new byte[0], finding);
    }

    private static String mediaType(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }
}
