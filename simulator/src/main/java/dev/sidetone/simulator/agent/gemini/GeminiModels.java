package dev.sidetone.simulator.agent.gemini;

import java.util.Set;

/** The models and voices of the Gemini Live API. Stateless, for any thread. Source: its model pages and its list of voices. */
final class GeminiModels {
    private static final String PREFIX = "models/";
    private static final String NEWEST = "gemini-3.8-live";
    private static final Set<String> MODELS = Set.of(
            NEWEST,
            NEWEST + "-extended-thinking",
            "gemini-3.1-flash-live-preview",
            "gemini-2.5-flash-native-audio-preview-12-2025");
    private static final Set<String> VOICES = Set.of(
            "Zephyr",
            "Puck",
            "Charon",
            "Kore",
            "Fenrir",
            "Leda",
            "Orus",
            "Aoede",
            "Callirrhoe",
            "Autonoe",
            "Enceladus",
            "Iapetus",
            "Umbriel",
            "Algieba",
            "Despina",
            "Erinome",
            "Algenib",
            "Rasalgethi",
            "Laomedeia",
            "Achernar",
            "Alnilam",
            "Schedar",
            "Gacrux",
            "Pulcherrima",
            "Achird",
            "Zubenelgenubi",
            "Vindemiatrix",
            "Sadachbia",
            "Sadaltager",
            "Sulafat");

    private GeminiModels() {}

    static boolean has(String model) {
        return model.startsWith(PREFIX) && MODELS.contains(model.substring(PREFIX.length()));
    }

    /** Whether {@code model} is of the family that waits for no tool by default and takes no thinking. */
    static boolean isNewest(String model) {
        return model.startsWith(PREFIX + NEWEST);
    }

    static boolean isOldest(String model) {
        return model.startsWith(PREFIX + "gemini-2.5");
    }

    static boolean hasVoice(String name) {
        return VOICES.contains(name);
    }
}
