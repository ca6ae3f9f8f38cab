package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.AudioFormat;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The wires that the bridge speaks. */
public enum AgentWire {
    OPENAI("OPENAI_API_KEY", "wss://api.openai.com/v1/realtime"),
    OPENAI_BETA("OPENAI_API_KEY", "wss://api.openai.com/v1/realtime"),
    ASSEMBLYAI("ASSEMBLYAI_API_KEY", "wss://agents.assemblyai.com/v1/ws"),
    INWORLD("INWORLD_API_KEY", "wss://api.inworld.ai/api/v1/realtime/session"),
    /** Both framings: which one is spoken shows on the wire. */
    OMNI("PYAI_API_KEY", "wss://api.pyai.com/v1/omni"),
    /** Any server that speaks OpenAI's protocol, at an address of its own, with or without a key. */
    COMPATIBLE(null, null);

    private final @Nullable String keyName;
    private final @Nullable URI endpoint;

    AgentWire(@Nullable String keyName, @Nullable String endpoint) {
        this.keyName = keyName;
        this.endpoint = endpoint == null ? null : URI.create(endpoint);
    }

    /** The variable that holds the key, or null where none is needed. */
    public @Nullable String keyName() {
        return keyName;
    }

    /** The vendor's own address, or null where it must be given. */
    public @Nullable URI endpoint() {
        return endpoint;
    }

    /** Whether {@code format} exists on this wire. */
    public boolean carries(AudioFormat format) {
        return switch (this) {
            case OPENAI, OPENAI_BETA, ASSEMBLYAI -> format.mulaw() || format.rateHz() == 24_000;
            case OMNI -> !format.mulaw();
            case INWORLD, COMPATIBLE -> true;
        };
    }

    /** Whether {@code key} of the settings means something on this wire. */
    boolean lets(String key) {
        return switch (key) {
            case "headers" -> this == OPENAI || this == OPENAI_BETA || this == COMPATIBLE;
            case "shape" -> this == COMPATIBLE;
            case "barge-in", "tool-results" -> this == ASSEMBLYAI;
            default -> this != ASSEMBLYAI && this != OMNI;
        };
    }

    /** As a person types it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The wire of that name, or null. */
    public static @Nullable AgentWire of(String text) {
        for (AgentWire wire : values()) {
            if (wire.text().equals(text)) {
                return wire;
            }
        }
        return null;
    }
}
