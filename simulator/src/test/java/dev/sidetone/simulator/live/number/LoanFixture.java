package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.twilio.rest.TwilioApi;
import dev.sidetone.bridge.twilio.rest.VoiceNumber;
import dev.sidetone.simulator.live.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A fake cloud whose numbers are borrowed, with their notes in a folder; pauses take no time. */
final class LoanFixture implements AutoCloseable {
    static final String ORIGIN = "https://bridge.example";
    static final Clock NOON = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

    final Cloud cloud;
    final TwilioApi api;
    final Path notes;
    final List<Long> pausesNs = new ArrayList<>();
    volatile Runnable inPause = () -> {};

    LoanFixture(Path folder) throws IOException {
        cloud = Cloud.start(folder);
        api = new TwilioApi(cloud.account());
        notes = folder.resolve("data/numbers");
    }

    /** Creates the loans as a start of the program does. */
    NumberLoans start() {
        return new NumberLoans(api, notes, this::pause, NOON);
    }

    VoiceNumber number(String number) throws Exception {
        return api.numbers().list().stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    String sid(String number) throws Exception {
        return number(number).sid();
    }

    List<Path> noteFiles() throws IOException {
        if (!Files.isDirectory(notes)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(notes)) {
            return files.filter(each -> each.toString().endsWith(".json")).toList();
        }
    }

    /** The requests that changed the account's numbers. */
    List<String> writes() {
        return cloud.asked().stream().filter(each -> each.startsWith("POST")).toList();
    }

    @Override
    public void close() throws IOException {
        api.close();
        cloud.close();
    }

    private void pause(long ns) {
        pausesNs.add(ns);
        inPause.run();
    }
}
