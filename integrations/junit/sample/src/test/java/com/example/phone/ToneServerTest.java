package com.example.phone;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.sidetone.junit.Phone;
import dev.sidetone.junit.PhoneTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@PhoneTest
class ToneServerTest {
    private static ToneServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new ToneServer();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void answersWithinThreeSeconds(Phone phone) {
        phone.dial(server.voiceUrl())
                .attempts(3)
                .say("When are you open?")
                .hangUp()
                .expectTtfaWithin(ofSeconds(3))
                .expectNoErrors();
    }

    @Test
    void stopsWhenItIsInterrupted(Phone phone) {
        phone.dial(server.voiceUrl())
                .sayVoice("ask-address")
                .interrupt(ofMillis(800), "Stop, please.")
                .press("1")
                .hangUp()
                .expectYield()
                .expectKeys("1")
                .expectNoErrors();
    }
}
