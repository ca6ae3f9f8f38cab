package dev.sidetone.bridge;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.sidetone.architecture.Architecture.in;
import static dev.sidetone.architecture.Architecture.mustNotUse;
import static dev.sidetone.architecture.Architecture.usesOnly;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.sidetone.architecture.Architecture;
import dev.sidetone.architecture.CodingRules;
import dev.sidetone.architecture.Violation;
import org.junit.jupiter.api.Test;

/** The packages of the bridge and which others each of them must not use; and the coding rules of every module. */
class BridgeArchitectureTest extends CodingRules {
    private static final JavaClasses READ = Architecture.ofTheModuleOf(Bridge.class);

    BridgeArchitectureTest() {
        super(Bridge.class, READ);
    }

    @Test
    void audioUsesNothingOfOurs() {
        holds(
                usesOnly("bridge.audio", "it is arithmetic that every package may use"),
                Violation.uses("bridge.audio", "bridge.time"));
    }

    @Test
    void timeUsesNothingOfOurs() {
        holds(
                usesOnly("bridge.time", "time is passed into everything and so depends on nothing"),
                Violation.uses("bridge.time", "bridge.audio"));
    }

    @Test
    void theGateForForeignTextUsesNothingOfOurs() {
        holds(
                usesOnly("bridge.text", "every package that takes text from others may use it"),
                Violation.uses("bridge.text", "bridge.time"));
    }

    @Test
    void theReaderOfPlainJsonUsesNothingOfOurs() {
        holds(
                usesOnly("bridge.json", "both sides of a call read with it, and it knows no message"),
                Violation.uses("bridge.json", "bridge.text"));
    }

    @Test
    void theReaderOfFilesUsesNothingOfOurs() {
        holds(
                usesOnly("bridge.file", "every package that is given a file reads it there"),
                Violation.uses("bridge.file", "bridge.text"));
    }

    @Test
    void theSocketUsesOfOursOnlyTimeAndTheGateForText() {
        holds(
                usesOnly("bridge.socket", "it carries any protocol", "bridge.time", "bridge.text"),
                Violation.uses("bridge.socket", "bridge.twilio"),
                Violation.uses("bridge.socket", "bridge.call"));
    }

    @Test
    void onlyTheSocketUsesTheServerLibrary() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(in("bridge.socket"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .because("the server library can then be changed, and a call be played without any");
        holds(
                rule,
                Violation.in("bridge.call", "io.vertx.core.Vertx vertx;"),
                Violation.in("bridge.agent", "io.netty.buffer.ByteBuf bytes;"));
    }

    @Test
    void twiliosSideUsesNeitherAgentsNorTheCall() {
        holds(
                mustNotUse(
                        "bridge.twilio",
                        "the two sides of a call meet in the call alone",
                        "bridge.agent",
                        "bridge.call"),
                Violation.uses("bridge.twilio", "bridge.agent.openai"),
                Violation.uses("bridge.twilio.rest", "bridge.call"));
    }

    @Test
    void theAgentsSideUsesNeitherTwilioNorTheCall() {
        holds(
                mustNotUse(
                        "bridge.agent",
                        "the two sides of a call meet in the call alone",
                        "bridge.twilio",
                        "bridge.call"),
                Violation.uses("bridge.agent", "bridge.twilio"),
                Violation.uses("bridge.agent.openai", "bridge.call"));
    }

    @Test
    void vendorsDoNotUseEachOther() {
        ArchRule rule = slices().matching(Architecture.ROOT + "bridge.agent.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAPackage(in("bridge.agent.inworld")), resideInAPackage(in("bridge.agent.openai")))
                .because("a vendor's field names stay in one package; only Inworld's wire is built on OpenAI's");
        holds(rule, Violation.uses("bridge.agent.openai", "bridge.agent.inworld"));
    }

    @Test
    void theCallUsesNeitherSocketNorVendorNorJson() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(in("bridge.call"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        in("bridge.socket"), Architecture.ROOT + "bridge.agent.*..", "com.fasterxml.jackson..")
                .because("turn taking does not depend on a wire's format");
        holds(
                rule,
                Violation.uses("bridge.call", "bridge.socket"),
                Violation.uses("bridge.call", "bridge.agent.omni"),
                Violation.in("bridge.call", "com.fasterxml.jackson.databind.JsonNode json;"));
    }
}
