package dev.sidetone.simulator.twilio.twiml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.net.Download;
import dev.sidetone.simulator.line.net.Route;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundFileTest {
    @Test
    void anMp3IsHeard() throws IOException {
        SoundFile file = SoundFile.read(
                Route.direct(URI.create("http://localhost/tone.mp3")), fetched("audio/mpeg", "tone.mp3"));
        assertThat(file.finding()).isNull();
        assertThat(file.mulaw()).hasSizeGreaterThan(3_000);
    }

    @ParameterizedTest
    @CsvSource({
        "audio/flac, tone.flac, 12300, 'is FLAC, which Twilio does not play'",
        "audio/ogg, tone.ogg, 12300, 'is Ogg Vorbis, which Twilio does not play'",
        "audio/mp4, tone.m4a, 12300, 'is M4A, which Twilio does not play'",
        "audio/ogg, tone.opus, not-carried-out, 'is Opus, which is not read here; convert it: ffmpeg -i tone.opus'"
    })
    void whatIsNotHeardIsSaid(String type, String file, String code, String what) throws IOException {
        Finding finding = SoundFile.read(Route.direct(URI.create("http://localhost/" + file)), fetched(type, file))
                .finding();
        assertThat(Objects.requireNonNull(finding).code()).isEqualTo(code);
        assertThat(finding.what()).contains(what);
    }

    private static Download fetched(String type, String file) throws IOException {
        try (InputStream in = SoundFileTest.class.getResourceAsStream("/sounds/" + file)) {
            assertThat(in).isNotNull();
            URI url = URI.create("http://localhost/" + file);
            return new Download.Fetched(0, url, 200, type, in.readAllBytes(), false, null);
        }
    }
}
