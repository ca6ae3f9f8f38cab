package dev.sidetone.simulator.agent;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The wires that fake agents speak, as {@code sidetone agent WIRE} names them. */
public enum FakeWire {
    OPENAI,
    OPENAI_BETA,
    ASSEMBLYAI,
    INWORLD,
    OMNI,
    OMNI_V2;

    /** As a person types it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The wire of that name, or null. */
    public static @Nullable FakeWire of(String text) {
        for (FakeWire wire : values()) {
            if (wire.text().equals(text)) {
                return wire;
            }
        }
        return null;
    }

    /** Where on its server the agent is. */
    public String path() {
        return door().path();
    }

    AgentDoor door() {
        return switch (this) {
            case OPENAI, OPENAI_BETA, INWORLD -> new OpenAiDoor(this);
            case ASSEMBLYAI -> new AssemblyAiDoor();
            case OMNI, OMNI_V2 -> new OmniDoor(this);
        };
    }
}
