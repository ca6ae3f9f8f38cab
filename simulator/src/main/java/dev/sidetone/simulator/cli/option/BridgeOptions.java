package dev.sidetone.simulator.cli.option;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that run the bridge for callers from outside: where it is reached and how many calls it takes. */
public final class BridgeOptions {
    @Mixin
    private final PortOption port;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description =
                    "The public https origin at which Twilio reaches the bridge (or SERVER_URL, PUBLIC_HOST in the settings).")
    private @Nullable String publicUrl;

    @Option(
            names = "--max-calls",
            paramLabel = "N",
            description = "The most calls at a time; a further caller hears the busy tone (default ${DEFAULT-VALUE}).")
    private int mostCalls;

    @Option(
            names = "--longest",
            paramLabel = "TIME",
            converter = TypedTime.Converter.class,
            description =
                    "The longest that a call may last, at most Twilio's own 240m; then the caller hears a good-bye (default ${DEFAULT-VALUE}).")
    private TypedTime longest;

    /** Defaults that differ from command to command; {@code longest} as it is typed. */
    public BridgeOptions(int port, int mostCalls, String longest) {
        this.port = new PortOption(port);
        this.mostCalls = mostCalls;
        this.longest = new TypedTime.Converter().convert(longest);
    }

    public int port() {
        return port.port();
    }

    /** The value of {@code --public-url}, or null to take the settings' one. */
    public @Nullable String publicUrl() {
        return publicUrl;
    }

    public int mostCalls() {
        return mostCalls;
    }

    public Duration longest() {
        return longest.time();
    }

    /** A time together with its text, which {@code --help} shows as the default. */
    private record TypedTime(Duration time, String text) {
        @Override
        public String toString() {
            return text;
        }

        static final class Converter implements ITypeConverter<TypedTime> {
            @Override
            public TypedTime convert(String text) {
                return new TypedTime(new TimeConverter().convert(text), text);
            }
        }
    }
}
