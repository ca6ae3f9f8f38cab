package dev.sidetone.simulator.live.address;

import java.net.URI;

/**
 * The public address at which Twilio reaches the bridge. Immutable.
 *
 * @param origin the origin, {@code https://host} or {@code https://host:port}, without a slash at its end
 */
public record PublicAddress(String origin, Source source) {
    /** The source of a public address. */
    public enum Source {
        GIVEN("as given"),
        NGROK_AGENT("from the ngrok agent that runs here"),
        CLOUDFLARED("from the cloudflared that runs here"),
        OPENED("an ngrok tunnel of our own");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        /** The source in words, to follow the address. */
        public String words() {
            return words;
        }
    }

    /** The host, as it is written in the origin. */
    public String host() {
        String host = URI.create(origin).getHost();
        return host == null ? origin : host;
    }

    @Override
    public String toString() {
        return origin + " (" + source.words() + ")";
    }
}
