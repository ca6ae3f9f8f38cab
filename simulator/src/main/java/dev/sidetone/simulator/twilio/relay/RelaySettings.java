package dev.sidetone.simulator.twilio.relay;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code <ConversationRelay>} asks for, with Twilio's defaults for what it leaves out. Immutable.
 *
 * @param url as it is written
 * @param greeting what Twilio says by itself at the beginning; empty for nothing
 * @param events what the server wants to be informed of: {@code speaker-events}, {@code tokens-played}, {@code config-updated}, {@code debugging}
 * @param languages the codes of its {@code <Language>}s
 * @param parameters its {@code <Parameter>}s in their order
 */
public record RelaySettings(
        String url,
        String greeting,
        RelayInput greetingInterruptible,
        Speaking speaking,
        Hearing hearing,
        Set<String> events,
        Set<String> languages,
        Map<String, String> parameters) {
    public RelaySettings {
        events = Set.copyOf(events);
        languages = Set.copyOf(languages);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * How Twilio speaks.
     *
     * @param interruptible what of the caller cuts it off
     * @param preemptible whether what comes next cuts it off
     */
    public record Speaking(String language, String provider, RelayInput interruptible, boolean preemptible) {}

    /**
     * How Twilio hears.
     *
     * @param reported what of the caller is reported while Twilio speaks and is not cut off
     * @param keys whether keys are reported
     * @param partials whether unfinished prompts are sent
     * @param timeoutMs the silence until the final prompt; null for Twilio's own choice
     * @param backchannels whether short acknowledgements count as speech
     * @param partialOnHangUp whether what the caller was saying is reported when it hangs up
     */
    public record Hearing(
            String language,
            String model,
            RelayInput reported,
            boolean keys,
            boolean partials,
            @Nullable Long timeoutMs,
            boolean backchannels,
            boolean partialOnHangUp) {
        /** The language as a prompt names it: Deepgram's flux leaves the country out. */
        String promptLanguage() {
            boolean flux = model.startsWith("flux") && language.indexOf('-') > 0;
            return flux ? language.substring(0, language.indexOf('-')) : language;
        }
    }

    boolean wants(String event) {
        return events.contains(event);
    }
}
