package dev.sidetone.simulator.agent.openai;

import dev.sidetone.simulator.agent.ProtocolError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The models that OpenAI's endpoint serves, by the names of its client library, with or without a snapshot's date. Stateless. */
final class OpenAiModels {
    /** The model of a session that names none, where that is allowed. */
    static final String DEFAULT = "gpt-realtime-2.1";

    private static final Set<String> SPEECH = Set.of(
            DEFAULT,
            "gpt-realtime",
            "gpt-realtime-1.5",
            "gpt-realtime-2",
            "gpt-realtime-2.1-mini",
            "gpt-realtime-mini",
            "gpt-4o-realtime-preview",
            "gpt-4o-mini-realtime-preview",
            "gpt-audio-1.5",
            "gpt-audio-mini");
    private static final List<String> TRANSCRIPTION = List.of(
            "whisper-1",
            "gpt-4o-transcribe",
            "gpt-4o-mini-transcribe",
            "gpt-4o-transcribe-diarize",
            "gpt-transcribe",
            "gpt-live-transcribe",
            "gpt-realtime-whisper");
    private static final Pattern SNAPSHOT = Pattern.compile("-20\\d\\d-\\d\\d-\\d\\d$");

    private OpenAiModels() {}

    /** The model that {@code query} names, or null. */
    static @Nullable String named(@Nullable String query) {
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                if (pair.startsWith("model=") && pair.length() > 6) {
                    return URLDecoder.decode(pair.substring(6), StandardCharsets.UTF_8);
                }
            }
        }
        return null;
    }

    /** The complaint about a model that is not served here, or null. */
    static @Nullable ProtocolError refusal(String model) {
        return SPEECH.contains(family(model))
                ? null
                : new ProtocolError(
                        "invalid_model", "Model \"" + model + "\" is not supported in realtime mode.", "model");
    }

    /** The complaint about a query without a model. */
    static ProtocolError missing() {
        return new ProtocolError(
                "missing_model",
                "You must provide a model parameter, for example wss://api.openai.com/v1/realtime?model=" + DEFAULT,
                "model");
    }

    static boolean transcribes(String model) {
        return TRANSCRIPTION.contains(family(model));
    }

    static List<String> transcribers() {
        return TRANSCRIPTION;
    }

    private static String family(String model) {
        return SNAPSHOT.matcher(model).replaceFirst("");
    }
}
