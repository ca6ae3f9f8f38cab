package dev.sidetone.bridge.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.fuzz.FuzzedReader;
import java.util.Set;

/** Messages of Twilio to the bridge: what is read is written and read again alike. */
final class FromTwilioFuzzTest extends FuzzedReader {
    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(TwilioJson.Malformed.class);
    }

    @Override
    protected void read(byte[] input) throws TwilioJson.Malformed {
        FromTwilio message = TwilioJson.read(text(input));
        assertThat(TwilioJson.read(TwilioJson.write(message))).isEqualTo(message);
        if (message instanceof FromTwilio.Media media) {
            assertThat(media.audio().decode()).hasSize(media.audio().bytes());
        }
    }
}
