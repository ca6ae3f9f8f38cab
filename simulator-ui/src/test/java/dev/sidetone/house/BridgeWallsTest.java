package dev.sidetone.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.sidetone.house.House.in;
import static dev.sidetone.house.House.keeps;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The bridge's rooms and what each must not know. */
class BridgeWallsTest {
    @Test
    void audioKnowsNothingOfOurs() {
        keeps(
                knowsOfOursOnly("bridge.audio", "it is arithmetic that every room may use"),
                Offender.knows("bridge.audio", "bridge.time"));
    }

    @Test
    void timeKnowsNothingOfOurs() {
        keeps(
                knowsOfOursOnly("bridge.time", "everything is told the time, so it can know nobody"),
                Offender.knows("bridge.time", "bridge.audio"));
    }

    @Test
    void theSocketKnowsOfOursOnlyTime() {
        keeps(
                knowsOfOursOnly("bridge.socket", "it is the port of a wire, whatever is said on it", "bridge.time"),
                Offender.knows("bridge.socket", "bridge.twilio"),
                Offender.knows("bridge.socket", "bridge.call"));
    }

    @Test
    void onlyTheSocketKnowsTheServerLibrary() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(in("bridge.socket"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .because("the server library can then be changed, and a call be played without any");
        keeps(
                rule,
                Offender.in("bridge.call", "io.vertx.core.Vertx vertx;"),
                Offender.in("simulator.agent", "io.netty.buffer.ByteBuf bytes;"));
    }

    @Test
    void twiliosSideKnowsNeitherAgentsNorTheCall() {
        keeps(
                mustNotKnow(
                        "bridge.twilio",
                        "the two sides of a call meet in the call alone",
                        "bridge.agent",
                        "bridge.call"),
                Offender.knows("bridge.twilio", "bridge.agent.openai"),
                Offender.knows("bridge.twilio.rest", "bridge.call"));
    }

    @Test
    void theAgentsSideKnowsNeitherTwilioNorTheCall() {
        keeps(
                mustNotKnow(
                        "bridge.agent",
                        "the two sides of a call meet in the call alone",
                        "bridge.twilio",
                        "bridge.call"),
                Offender.knows("bridge.agent", "bridge.twilio"),
                Offender.knows("bridge.agent.openai", "bridge.call"));
    }

    @Test
    void vendorsDoNotKnowEachOther() {
        ArchRule rule = slices().matching(House.ROOT + "bridge.agent.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAPackage(in("bridge.agent.inworld")), resideInAPackage(in("bridge.agent.openai")))
                .because("a vendor's field names stay in one room; only Inworld's wire is built on OpenAI's");
        keeps(rule, Offender.knows("bridge.agent.openai", "bridge.agent.inworld"));
    }

    @Test
    void theCallKnowsNeitherSocketNorVendorNorJson() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(in("bridge.call"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("bridge.socket"), House.ROOT + "bridge.agent.*..", "com.fasterxml.jackson..")
                .because("whose turn it is does not depend on how anybody writes it down");
        keeps(
                rule,
                Offender.knows("bridge.call", "bridge.socket"),
                Offender.knows("bridge.call", "bridge.agent.omni"),
                Offender.in("bridge.call", "com.fasterxml.jackson.databind.JsonNode json;"));
    }

    static ArchRule mustNotKnow(String room, String reason, String... rooms) {
        return noClasses()
                .that()
                .resideInAPackage(in(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(all(rooms))
                .because(reason);
    }

    static ArchRule knowsOfOursOnly(String room, String reason, String... rooms) {
        return noClasses()
                .that()
                .resideInAPackage(in(room))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.sidetone..")
                        .and(not(resideInAPackage(in(room))))
                        .and(not(resideInAnyPackage(all(rooms)))))
                .because(reason);
    }

    private static String[] all(String... rooms) {
        String[] packages = new String[rooms.length];
        for (int i = 0; i < rooms.length; i++) {
            packages[i] = in(rooms[i]);
        }
        return packages;
    }
}
