package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.AudioFormat;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the bridge knows of one speech agent service. One constant for each wire, in its vendor's package. Immutable, for any
 * thread.
 *
 * @param name as in {@code --agent}
 * @param title what people call it
 * @param access what it takes to reach it
 * @param audio the formats that its wire carries, the usual one first
 * @param settings the settings that mean something on its wire, beyond those that every wire has
 * @param defaults the settings where nothing else is set
 * @param checked the date of the newest source, the vendor's or a published measurement of its service, that the defaults were checked against
 * @param dialects makes a dialect for one conversation
 * @param ends the ends that its vendor has announced, of defaults and of what people may have set
 */
public record AgentService(
        String name,
        String title,
        Access access,
        List<AgentAudio> audio,
        Set<OptionalSetting> settings,
        AgentSettings defaults,
        LocalDate checked,
        Dialects dialects,
        List<ModelEnd> ends) {
    /** Vendors change their models twice a year and more. */
    private static final int KEEPS_MONTHS = 6;

    /**
     * What it takes to reach a service.
     *
     * @param keyVariable the variable that holds the key, or null where none is needed
     * @param modelVariable the variable that names the model or stored agent where the settings name none, or null
     * @param endpoint origin and path of the vendor's own WebSocket, or null where the address must be given
     */
    public record Access(@Nullable String keyVariable, @Nullable String modelVariable, @Nullable URI endpoint) {
        /** The vendor's own address, behind a key. */
        public static Access withKey(String keyVariable, String endpoint) {
            return new Access(keyVariable, null, URI.create(endpoint));
        }

        /** An address that must be given, with or without a key in its headers. */
        public static Access given() {
            return new Access(null, null, null);
        }
    }

    /** Makes dialects of one service. */
    @FunctionalInterface
    public interface Dialects {
        /**
         * A dialect for one conversation.
         *
         * @param endpoint origin and path
         * @param key goes into the handshake and nowhere else; empty where there is none
         */
        AgentDialect open(URI endpoint, String key, AgentSettings settings);
    }

    public AgentService {
        audio = List.copyOf(audio);
        settings = Set.copyOf(settings);
        ends = List.copyOf(ends);
    }

    /** A service of which no end is known. */
    public AgentService(
            String name,
            String title,
            Access access,
            List<AgentAudio> audio,
            Set<OptionalSetting> settings,
            AgentSettings defaults,
            LocalDate checked,
            Dialects dialects) {
        this(name, title, access, audio, settings, defaults, checked, dialects, List.of());
    }

    /** The same with the ends that its vendor has announced. */
    public AgentService withEnds(List<ModelEnd> announced) {
        return new AgentService(name, title, access, audio, settings, defaults, checked, dialects, announced);
    }

    /** The day after which its defaults should be checked again. */
    public LocalDate bestBefore() {
        return checked.plusMonths(KEEPS_MONTHS);
    }

    /** The announced ends of the models, the voice and the transcription that {@code chosen} names. */
    public List<ModelEnd> endsOf(AgentSettings chosen) {
        List<String> named = Stream.of(
                        chosen.model(),
                        chosen.voice(),
                        chosen.wire().transcription(),
                        chosen.wire().toolModel())
                .filter(Objects::nonNull)
                .toList();
        return ends.stream().filter(end -> named.stream().anyMatch(end::isOf)).toList();
    }

    /** Whether its wire carries {@code format} in both directions. */
    public boolean carries(AudioFormat format) {
        return audio.contains(AgentAudio.both(format));
    }

    @Override
    public String toString() {
        return name;
    }
}
