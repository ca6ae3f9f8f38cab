package dev.sidetone.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.sidetone.house.BridgeWallsTest.knowsOfOursOnly;
import static dev.sidetone.house.BridgeWallsTest.mustNotKnow;
import static dev.sidetone.house.House.in;
import static dev.sidetone.house.House.keeps;

import com.tngtech.archunit.lang.ArchRule;
import javax.sound.sampled.AudioFormat;
import org.junit.jupiter.api.Test;

/** The rooms of the simulator and of its window, and what each must not know. */
class SimulatorWallsTest {
    @Test
    void theLineCanTestAnyServer() {
        keeps(
                mustNotKnow(
                        "simulator.line", "a server is known to it by its URL alone", "bridge.call", "bridge.agent"),
                Offender.knows("simulator.line", "bridge.call"),
                Offender.knows("simulator.line", "bridge.agent.openai"));
    }

    @Test
    void theFakeTwilioCanTestAnyServer() {
        keeps(
                mustNotKnow(
                        "simulator.twilio", "a server is known to it by its URL alone", "bridge.call", "bridge.agent"),
                Offender.knows("simulator.twilio", "bridge.call"),
                Offender.knows("simulator.twilio.rest", "bridge.agent.openai"));
    }

    @Test
    void theLineKnowsNoCarrier() {
        keeps(
                mustNotKnow("simulator.line", "another carrier stands on the same line", "simulator.twilio"),
                Offender.knows("simulator.line", "simulator.twilio"),
                Offender.knows("simulator.line.stream", "simulator.twilio.twiml"));
    }

    @Test
    void onlyTheDeviceRoomKnowsSoundCards() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(in("simulator.device"), in("simulator.voice"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.sound..")
                .because("a machine without a sound card runs everything else");
        keeps(
                rule,
                Offender.in("simulator.caller", "javax.sound.sampled.TargetDataLine line;"),
                Offender.in("bridge.audio", "javax.sound.sampled.AudioInputStream stream;"));
    }

    @Test
    void onlyTheDeviceRoomKnowsWebRtc() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(in("simulator.device"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.onvoid..")
                .because("its library is not there on every machine");
        keeps(rule, Offender.in("simulator.caller", "dev.onvoid.webrtc.media.audio.AudioProcessing cleaner;"));
    }

    @Test
    void theSearchForAnEchoKnowsOfOursOnlyAudio() {
        keeps(
                knowsOfOursOnly("simulator.echo", "a live call and a recorded one are searched alike", "bridge.audio"),
                Offender.knows("simulator.echo", "simulator.device"));
    }

    @Test
    void theVoiceKnowsOfSoundCardsOnlyTheirFormat() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(in("simulator.voice"))
                .should()
                .dependOnClassesThat(resideInAPackage("javax.sound..").and(not(type(AudioFormat.class))))
                .because("its synthesizer hands out sound with Java's word for a format, and plays nothing itself");
        keeps(rule, Offender.in("simulator.voice", "javax.sound.sampled.SourceDataLine line;"));
    }

    @Test
    void theDeviceRoomKnowsNothingElseOfTheSimulator() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(in("simulator.device"))
                .should()
                .dependOnClassesThat(
                        resideInAPackage(in("simulator")).and(not(resideInAPackage(in("simulator.device")))))
                .because("a sound card knows nothing of calls");
        keeps(
                rule,
                Offender.knows("simulator.device", "simulator.line"),
                Offender.knows("simulator.device", "simulator.caller"));
    }

    @Test
    void callersDoNotKnowTheLine() {
        keeps(
                mustNotKnow(
                        "simulator.caller",
                        "who speaks does not know what carries it",
                        "simulator.line",
                        "simulator.twilio"),
                Offender.knows("simulator.caller", "simulator.line"),
                Offender.knows("simulator.caller", "simulator.twilio"));
    }

    @Test
    void theFakeAgentDoesNotKnowTheCall() {
        keeps(
                mustNotKnow("simulator.agent", "it answers any bridge, over its wire", "bridge.call"),
                Offender.knows("simulator.agent", "bridge.call"));
    }

    @Test
    void theVoiceKnowsOfOursOnlyAudio() {
        keeps(
                knowsOfOursOnly("simulator.voice", "text goes in and sound comes out", "bridge.audio"),
                Offender.knows("simulator.voice", "simulator.agent"));
    }

    @Test
    void timelineAndFindingsKnowNeitherDevicesNorScenarios() {
        String reason = "a replayed call, a live one and a scenario's are judged by the same folds";
        keeps(
                mustNotKnow("simulator.timeline", reason, "simulator.device", "simulator.scenario"),
                Offender.knows("simulator.timeline", "simulator.device"),
                Offender.knows("simulator.timeline", "simulator.scenario"));
        keeps(
                mustNotKnow("simulator.findings", reason, "simulator.device", "simulator.scenario"),
                Offender.knows("simulator.findings", "simulator.device"),
                Offender.knows("simulator.findings", "simulator.scenario"));
    }

    @Test
    void recordingsDoNotKnowScenarios() {
        keeps(
                mustNotKnow("simulator.recording", "a call is kept whatever made it", "simulator.scenario"),
                Offender.knows("simulator.recording", "simulator.scenario"));
    }

    @Test
    void thePublicAddressKnowsNothingOfCalls() {
        keeps(
                mustNotKnow(
                        "simulator.live.address",
                        "the way to a port is the same whatever is said on it",
                        "simulator.line",
                        "simulator.twilio",
                        "simulator.timeline",
                        "simulator.agent",
                        "simulator.caller",
                        "bridge.call",
                        "bridge.agent",
                        "bridge.twilio"),
                Offender.knows("simulator.live.address", "simulator.line"),
                Offender.knows("simulator.live.address", "bridge.call"));
    }

    @Test
    void onlyThePublicAddressKnowsNgroksSdk() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(in("simulator.live.address"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.ngrok..")
                .because("its library is not there on every machine");
        keeps(rule, Offender.in("simulator.live", "com.ngrok.Session session;"));
    }

    @Test
    void aNumberIsBorrowedWhoeverAnswersIt() {
        String[] answers = {"bridge.agent", "bridge.call", "bridge.socket", "simulator.agent", "simulator.twilio.rest"};
        keeps(
                mustNotKnow(
                        "simulator.live.number", "a loan knows the number, and nobody who calls or answers", answers),
                Offender.knows("simulator.live.number", "bridge.call"),
                Offender.knows("simulator.live.number", "simulator.twilio.rest"));
    }

    @Test
    void scenariosKnowNeitherReportsNorCommands() {
        keeps(
                mustNotKnow(
                        "simulator.scenario",
                        "a verdict does not know who reads it",
                        "simulator.report",
                        "simulator.cli"),
                Offender.knows("simulator.scenario", "simulator.report"),
                Offender.knows("simulator.scenario", "simulator.cli"));
    }

    @Test
    void reportsKnowNothingThatRuns() {
        String[] runs = {
            "simulator.line",
            "simulator.twilio",
            "simulator.device",
            "simulator.caller",
            "simulator.agent",
            "simulator.cli"
        };
        keeps(
                mustNotKnow("simulator.report", "numbers become text the same way after any call", runs),
                Offender.knows("simulator.report", "simulator.line"),
                Offender.knows("simulator.report", "simulator.agent"));
    }

    @Test
    void onlyTheWindowKnowsJavaFx() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(in("ui"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("the headless caller runs where there is no JavaFX");
        keeps(rule, Offender.in("simulator.cli", "javafx.scene.Node node;"));
    }

    @Test
    void featuresOfTheWindowDoNotKnowEachOther() {
        ArchRule rule = slices().matching(House.ROOT + "ui.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage(in("ui.app")), alwaysTrue())
                .ignoreDependency(alwaysTrue(), resideInAPackage(in("ui.fx")))
                .because("the app alone wires them, and a feature can be taken out");
        keeps(rule, Offender.knows("ui.latency", "ui.keypad"));
    }
}
