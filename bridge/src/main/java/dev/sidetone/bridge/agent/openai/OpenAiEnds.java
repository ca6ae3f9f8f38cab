package dev.sidetone.bridge.agent.openai;

import dev.sidetone.bridge.agent.ModelEnd;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The models that OpenAI has announced to switch off. Read in copies of OpenAI's deprecation page and in notices of platforms that resell its
 * models, October and November 2026. {@code GET /v1/models} shows a {@code shutdown_date} too. Stateless.
 */
final class OpenAiEnds {
    private static final LocalDate SPEECH = LocalDate.of(2027, 1, 20);
    private static final LocalDate TRANSCRIPTION = LocalDate.of(2027, 2, 26);
    /** Named by OpenAI beside gpt-live-transcribe, which does without the server's turn detection. */
    static final String TRANSCRIBER = "gpt-transcribe";

    static final List<ModelEnd> ALL = Stream.concat(
                    Stream.of(
                            new ModelEnd("gpt-realtime", SPEECH, "gpt-realtime-2.1"),
                            new ModelEnd("gpt-realtime-mini", SPEECH, "gpt-realtime-2.1-mini"),
                            new ModelEnd("gpt-4o-realtime-preview", SPEECH, "gpt-realtime-2.1"),
                            new ModelEnd("gpt-4o-mini-realtime-preview", SPEECH, "gpt-realtime-2.1-mini")),
                    Stream.of("whisper-1", "gpt-4o-transcribe", "gpt-4o-mini-transcribe", "gpt-4o-transcribe-diarize")
                            .map(name -> new ModelEnd(name, TRANSCRIPTION, TRANSCRIBER)))
            .toList();

    private OpenAiEnds() {}
}
