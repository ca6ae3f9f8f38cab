package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.twilio.relay.RelayFindings;
import dev.sidetone.simulator.twilio.relay.RelayInput;
import dev.sidetone.simulator.twilio.relay.RelaySettings;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads {@code <ConversationRelay>} with its {@code <Language>}s and {@code <Parameter>}s. Owned by its call, on the line thread. */
final class RelayReader {
    private static final Set<String> KNOWN = Set.of(
            "applicationReconnect",
            "asrSmartFormat",
            "backgroundNoiseReduction",
            "conversationConfiguration",
            "conversationId",
            "customerName",
            "debug",
            "deepgramSmartFormat",
            "dtmfDetection",
            "eagerEotThreshold",
            "echoPromptFiltering",
            "elevenlabsLanguageTextNormalization",
            "elevenlabsTextNormalization",
            "eotThreshold",
            "events",
            "hints",
            "ignoreBackchannel",
            "includeInPrompt",
            "intelligenceService",
            "interruptSensitivity",
            "interruptible",
            "language",
            "partialPromptOnHangup",
            "partialPrompts",
            "preemptible",
            "profanityFilter",
            "reportInputDuringAgentSpeech",
            "speechModel",
            "speechTimeout",
            "transcriptionLanguage",
            "transcriptionProvider",
            "ttsLanguage",
            "ttsLanguageTextNormalization",
            "ttsProvider",
            "ttsTextNormalization",
            "turnDetection",
            "url",
            "voice",
            "welcomeGreeting",
            "welcomeGreetingInterruptible");
    private static final Set<String> LANGUAGE = Set.of(
            "asrSmartFormat",
            "code",
            "hints",
            "speechModel",
            "transcriptionProvider",
            "ttsLanguageTextNormalization",
            "ttsProvider",
            "ttsTextNormalization",
            "voice");
    /** How Twilio's own SDK for Node spells some of them; whether Twilio takes both is not known, and here both are. */
    private static final Map<String, String> SPELLED_BY_SDK = Map.of(
            "speechtimeout", "speechTimeout",
            "ignorebackchannel", "ignoreBackchannel",
            "deepgramsmartformat", "deepgramSmartFormat",
            "backgroundnoisereduction", "backgroundNoiseReduction");

    private static final Set<String> EVENTS = Set.of("speaker-events", "tokens-played", "config-updated", "debugging");
    private static final String LANGUAGE_CODE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*|multi";
    private static final List<String> VOICES = List.of("ElevenLabs", "Google", "Amazon");
    private static final List<String> RECOGNISERS = List.of("Deepgram", "Google");
    private static final long LEAST_TIMEOUT_MS = 600;
    private static final long MOST_TIMEOUT_MS = 5_000;

    private final TwimlWarnings warnings;

    RelayReader(TwimlWarnings warnings) {
        this.warnings = warnings;
    }

    Verb read(Element element, Verb.Action action) {
        boolean respelled = respell(element);
        VerbAttributes attributes = new VerbAttributes(element, warnings, KNOWN);
        Set<String> languages = new LinkedHashSet<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        children(element, languages, parameters);
        String language = or(attributes.text("language"), "en-US");
        String tts = or(attributes.text("ttsLanguage"), language);
        String heard = or(attributes.text("transcriptionLanguage"), language);
        String voice = provider(attributes, "ttsProvider", VOICES);
        String recogniser = provider(attributes, "transcriptionProvider", RECOGNISERS);
        String model = attributes.text("speechModel");
        RelaySettings settings = new RelaySettings(
                element.getAttribute("url"),
                attributes.text("welcomeGreeting"),
                input(attributes, "welcomeGreetingInterruptible", RelayInput.ANY),
                new RelaySettings.Speaking(
                        tts, voice, input(attributes, "interruptible", RelayInput.ANY), attributes.flag("preemptible")),
                new RelaySettings.Hearing(
                        heard,
                        model,
                        input(attributes, "reportInputDuringAgentSpeech", RelayInput.NONE),
                        attributes.flag("dtmfDetection"),
                        attributes.flag("partialPrompts"),
                        timeoutMs(attributes),
                        !attributes.flag("ignoreBackchannel"),
                        attributes.flag("partialPromptOnHangup")),
                events(attributes),
                languages,
                parameters);
        checkOthers(attributes);
        notVerified(attributes, respelled);
        return new Verb.Relay(action, settings, refusal(attributes, settings, voice, recogniser, model));
    }

    /** Puts the SDK's spellings right. */
    private static boolean respell(Element element) {
        boolean any = false;
        for (Map.Entry<String, String> spelling : SPELLED_BY_SDK.entrySet()) {
            if (element.hasAttribute(spelling.getKey())) {
                if (!element.hasAttribute(spelling.getValue())) {
                    element.setAttribute(spelling.getValue(), element.getAttribute(spelling.getKey()));
                }
                element.removeAttribute(spelling.getKey());
                any = true;
            }
        }
        return any;
    }

    private void notVerified(VerbAttributes attributes, boolean respelled) {
        if (respelled) {
            warnings.add(
                    RelayFindings.notVerified("<ConversationRelay> has attributes in lower case only, as Twilio's SDK"
                            + " for Node writes them: it is not known whether Twilio takes them, and here they were."));
        }
        if (attributes.flag("applicationReconnect")) {
            warnings.add(
                    RelayFindings.notVerified("<ConversationRelay> has applicationReconnect=\"true\": how Twilio opens"
                            + " the socket again is not published, and this line does not."));
        }
    }

    private void checkOthers(VerbAttributes attributes) {
        attributes.oneOf("interruptSensitivity", "high", "medium", "low");
        for (String flag : List.of("echoPromptFiltering", "turnDetection", "profanityFilter", "asrSmartFormat")) {
            if (attributes.has(flag)) {
                attributes.flag(flag);
            }
        }
        threshold(attributes, "eotThreshold", 0.5);
        threshold(attributes, "eagerEotThreshold", 0.3);
    }

    private void threshold(VerbAttributes attributes, String name, double least) {
        String text = attributes.text(name);
        if (text.isEmpty()) {
            return;
        }
        boolean valid =
                text.matches("0?\\.\\d{1,6}") && Double.parseDouble(text) >= least && Double.parseDouble(text) <= 0.9;
        if (!valid) {
            warnings.invalid(
                    "<ConversationRelay " + name + "=\"" + text + "\"> is wrong: it was ignored.",
                    "Give " + name + " " + least + " to 0.9.");
        }
    }

    /** What makes Twilio refuse the session: the first such thing, or null. */
    private static @Nullable Finding refusal(
            VerbAttributes attributes, RelaySettings settings, String voice, String recogniser, String model) {
        for (String language :
                List.of(settings.speaking().language(), settings.hearing().language())) {
            if (!language.matches(LANGUAGE_CODE)) {
                return RelayFindings.values(
                        "The language \"" + language + "\" of <ConversationRelay> is none.",
                        "Give a language as BCP 47 has it, such as en-US.");
            }
            if (language.equals("multi") && !(voice.equals("ElevenLabs") && recogniser.equals("Deepgram"))) {
                return RelayFindings.values(
                        "The language multi needs Deepgram and ElevenLabs, not " + recogniser + " and " + voice + ".",
                        "Leave out ttsProvider and transcriptionProvider, or name one language.");
            }
        }
        if (!VOICES.contains(voice)) {
            return RelayFindings.values(
                    "Invalid values (" + voice + "/" + settings.speaking().language() + "/" + attributes.text("voice")
                            + ") for tts settings.",
                    "Give ttsProvider ElevenLabs, Google or Amazon; capitals count.");
        }
        if (!RECOGNISERS.contains(recogniser)) {
            return RelayFindings.values(
                    "Invalid values (" + recogniser + "/" + settings.hearing().language() + "/" + model
                            + ") for transcription settings.",
                    "Give transcriptionProvider Deepgram or Google; capitals count.");
        }
        boolean deepgrams = model.startsWith("nova") || model.startsWith("flux");
        if (!model.isEmpty() && deepgrams != recogniser.equals("Deepgram")) {
            return RelayFindings.values(
                    "The speechModel " + model + " is not one of " + recogniser + "'s.",
                    "Give Deepgram nova-3-general, nova-2-general or flux, and Google telephony; or leave speechModel out.");
        }
        return null;
    }

    private static String provider(VerbAttributes attributes, String name, List<String> known) {
        String given = attributes.text(name);
        return given.isEmpty() ? known.get(0) : given;
    }

    private RelayInput input(VerbAttributes attributes, String name, RelayInput otherwise) {
        String given = attributes.text(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        RelayInput input = RelayInput.of(given);
        if (input == null) {
            warnings.invalid(
                    "<ConversationRelay " + name + "=\"" + given + "\"> is wrong: \""
                            + otherwise.name().toLowerCase(Locale.ROOT) + "\" was taken.",
                    "Give " + name + " none, dtmf, speech or any.");
            return otherwise;
        }
        return input;
    }

    private @Nullable Long timeoutMs(VerbAttributes attributes) {
        String given = attributes.text("speechTimeout");
        if (given.isEmpty() || given.equals("auto")) {
            return null;
        }
        return attributes.number("speechTimeout", LEAST_TIMEOUT_MS, LEAST_TIMEOUT_MS, MOST_TIMEOUT_MS);
    }

    private Set<String> events(VerbAttributes attributes) {
        Set<String> events = new LinkedHashSet<>();
        for (String event : (attributes.text("events") + " " + attributes.text("debug")).split("\\s+", -1)) {
            if (EVENTS.contains(event)) {
                events.add(event);
            } else if (!event.isEmpty()) {
                warnings.invalid(
                        "<ConversationRelay> subscribes to \"" + event + "\", which is no event: it was ignored.",
                        "Give events speaker-events, tokens-played and config-updated, with spaces between.");
            }
        }
        return events;
    }

    private void children(Element relay, Set<String> languages, Map<String, String> parameters) {
        StreamReader readsParameters = new StreamReader(warnings);
        for (Element child : TwimlDocument.children(relay)) {
            switch (child.getTagName()) {
                case "Parameter" -> readsParameters.add(child, parameters);
                case "Language" -> language(child, languages);
                case "Failover" ->
                    warnings.add(
                            RelayFindings.notVerified("<Failover> was read over: providers do not fail on this line."));
                default ->
                    warnings.invalid(
                            "<ConversationRelay> cannot hold <" + child.getTagName() + ">: it was skipped.",
                            "Put only <Language> and <Parameter> into <ConversationRelay>; capitals count.");
            }
        }
    }

    private void language(Element element, Set<String> languages) {
        VerbAttributes attributes = new VerbAttributes(element, warnings, LANGUAGE);
        String code = attributes.text("code");
        if (code.matches(LANGUAGE_CODE)) {
            languages.add(code);
        } else {
            warnings.invalid(
                    "A <Language> has the code \"" + code + "\": it was skipped.",
                    "Give code a language as BCP 47 has it, such as es-ES.");
        }
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
