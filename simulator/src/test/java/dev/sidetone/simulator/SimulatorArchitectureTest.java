package dev.sidetone.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
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
import dev.sidetone.bridge.Bridge;
import dev.sidetone.fixtures.Voices;
import javax.sound.sampled.AudioFormat;
import org.junit.jupiter.api.Test;

/** The packages of the simulator and which others each of them must not use; and the coding rules of every module. */
class SimulatorArchitectureTest extends CodingRules {
    private static final JavaClasses READ =
            Architecture.ofTheModulesOf(SidetoneVersion.class, Bridge.class, Voices.class);

    SimulatorArchitectureTest() {
        super(SidetoneVersion.class, READ);
    }

    @Test
    void theLineCanTestAnyServer() {
        holds(
                mustNotUse("simulator.line", "a server is known to it by its URL alone", "bridge.call", "bridge.agent"),
                Violation.uses("simulator.line", "bridge.call"),
                Violation.uses("simulator.line", "bridge.agent.openai"));
    }

    @Test
    void theFakeTwilioCanTestAnyServer() {
        holds(
                mustNotUse(
                        "simulator.twilio", "a server is known to it by its URL alone", "bridge.call", "bridge.agent"),
                Violation.uses("simulator.twilio", "bridge.call"),
                Violation.uses("simulator.twilio.rest", "bridge.agent.openai"));
    }

    @Test
    void theLineUsesNoCarrier() {
        holds(
                mustNotUse("simulator.line", "another carrier stands on the same line", "simulator.twilio"),
                Violation.uses("simulator.line", "simulator.twilio"),
                Violation.uses("simulator.line.stream", "simulator.twilio.twiml"));
    }

    @Test
    void onlyTheDevicePackageUsesSoundCards() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(in("simulator.device"), in("simulator.voice"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.sound..")
                .because("everything else runs on a machine without a sound card");
        holds(
                rule,
                Violation.in("simulator.caller", "javax.sound.sampled.TargetDataLine line;"),
                Violation.in("bridge.audio", "javax.sound.sampled.AudioInputStream stream;"));
    }

    @Test
    void onlyTheDevicePackageUsesWebRtc() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(in("simulator.device"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.onvoid..")
                .because("its native library does not exist for every machine");
        holds(rule, Violation.in("simulator.caller", "dev.onvoid.webrtc.media.audio.AudioProcessing cleaner;"));
    }

    @Test
    void theSearchForAnEchoUsesOfOursOnlyAudio() {
        holds(
                usesOnly("simulator.echo", "a live call and a recorded one are searched alike", "bridge.audio"),
                Violation.uses("simulator.echo", "simulator.device"));
    }

    @Test
    void theVoiceUsesOfSoundCardsOnlyTheirFormat() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(in("simulator.voice"))
                .should()
                .dependOnClassesThat(resideInAPackage("javax.sound..").and(not(type(AudioFormat.class))))
                .because("its synthesizer hands out sound with Java's word for a format, and plays nothing itself");
        holds(rule, Violation.in("simulator.voice", "javax.sound.sampled.SourceDataLine line;"));
    }

    @Test
    void soundFilesUseOfOursOnlyAudioAndTheReaderOfFiles() {
        holds(
                usesOnly("simulator.sound", "whoever has a file may read it", "bridge.audio", "bridge.file"),
                Violation.uses("simulator.sound", "bridge.settings"),
                Violation.uses("simulator.sound", "simulator.caller"));
    }

    @Test
    void theDevicePackageUsesNothingElseOfTheSimulator() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(in("simulator.device"))
                .should()
                .dependOnClassesThat(
                        resideInAPackage(in("simulator")).and(not(resideInAPackage(in("simulator.device")))))
                .because("a sound card has nothing to do with calls");
        holds(
                rule,
                Violation.uses("simulator.device", "simulator.line"),
                Violation.uses("simulator.device", "simulator.caller"));
    }

    @Test
    void callersDoNotUseTheLine() {
        holds(
                mustNotUse(
                        "simulator.caller",
                        "a caller does not depend on what carries the sound",
                        "simulator.line",
                        "simulator.twilio"),
                Violation.uses("simulator.caller", "simulator.line"),
                Violation.uses("simulator.caller", "simulator.twilio"));
    }

    @Test
    void theFakeAgentDoesNotUseTheCall() {
        holds(
                mustNotUse("simulator.agent", "it answers any bridge, over its wire", "bridge.call"),
                Violation.uses("simulator.agent", "bridge.call"));
    }

    @Test
    void fakesOfVendorsDoNotUseEachOther() {
        ArchRule rule = slices().matching(Architecture.ROOT + "simulator.agent.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAPackage(in("simulator.agent.inworld")), resideInAPackage(in("simulator.agent.openai")))
                .because("a vendor's fake stays in one package; only Inworld's is built on OpenAI's");
        holds(rule, Violation.uses("simulator.agent.openai", "simulator.agent.inworld"));
    }

    @Test
    void whatAllFakesShareUsesNone() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(Architecture.ROOT + "simulator.agent")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(Architecture.ROOT + "simulator.agent.*..")
                .because("the list of fakes stands above them, so that a new one is new files and one line");
        holds(rule, Violation.uses("simulator.agent", "simulator.agent.openai"));
    }

    @Test
    void theVoiceUsesOfOursOnlyAudio() {
        holds(
                usesOnly("simulator.voice", "text goes in and sound comes out", "bridge.audio"),
                Violation.uses("simulator.voice", "simulator.agent"));
    }

    @Test
    void timelineAndFindingsDoNotUseDevices() {
        String reason = "every call is judged by the same folds, wherever its sound came from";
        holds(
                mustNotUse("simulator.timeline", reason, "simulator.device"),
                Violation.uses("simulator.timeline", "simulator.device"));
        holds(
                mustNotUse("simulator.findings", reason, "simulator.device"),
                Violation.uses("simulator.findings", "simulator.device"));
    }

    @Test
    void thePublicAddressUsesNothingOfCalls() {
        holds(
                mustNotUse(
                        "simulator.live.address",
                        "reaching a port does not depend on the protocol spoken there",
                        "simulator.line",
                        "simulator.twilio",
                        "simulator.timeline",
                        "simulator.agent",
                        "simulator.caller",
                        "bridge.call",
                        "bridge.agent",
                        "bridge.twilio"),
                Violation.uses("simulator.live.address", "simulator.line"),
                Violation.uses("simulator.live.address", "bridge.call"));
    }

    @Test
    void onlyThePublicAddressUsesNgroksSdk() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(in("simulator.live.address"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.ngrok..")
                .because("its native library does not exist for every machine");
        holds(rule, Violation.in("simulator.live", "com.ngrok.Session session;"));
    }

    @Test
    void aNumberIsBorrowedWhoeverAnswersIt() {
        String[] answers = {"bridge.agent", "bridge.call", "bridge.socket", "simulator.agent", "simulator.twilio.rest"};
        holds(
                mustNotUse("simulator.live.number", "borrowing a number does not depend on who answers it", answers),
                Violation.uses("simulator.live.number", "bridge.call"),
                Violation.uses("simulator.live.number", "simulator.twilio.rest"));
    }

    @Test
    void reportsUseNothingThatRuns() {
        String[] runs = {
            "simulator.line",
            "simulator.twilio",
            "simulator.device",
            "simulator.caller",
            "simulator.agent",
            "simulator.cli"
        };
        holds(
                mustNotUse("simulator.report", "a report reads numbers, whatever produced them", runs),
                Violation.uses("simulator.report", "simulator.line"),
                Violation.uses("simulator.report", "simulator.agent"));
    }

    @Test
    void scenariosDoNotKnowWhoReportsThem() {
        holds(
                mustNotUse(
                        "simulator.scenario",
                        "a verdict is the same in a terminal, in a file and in CI",
                        "simulator.report",
                        "simulator.cli"),
                Violation.uses("simulator.scenario", "simulator.report"),
                Violation.uses("simulator.scenario", "simulator.cli"));
    }

    @Test
    void theSimulatorDoesNotUseTheServerLibrary() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(in("simulator"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .because("the server library can then be changed in bridge.socket alone");
        holds(rule, Violation.in("simulator.agent", "io.netty.buffer.ByteBuf bytes;"));
    }
}
