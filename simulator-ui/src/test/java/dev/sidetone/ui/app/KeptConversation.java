package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.pulses;
import static dev.sidetone.ui.app.OpenWindow.until;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.report.OpenedCall;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Records a conversation of 20 s in manual time: a greeting, three turns, an interruption, words, messages on both wires and two findings. Two
 * recordings are alike to the byte but for what they say of their making.
 */
final class KeptConversation {
    static final double LASTS_MS = 20_000;
    private static final long ZERO_NS = 5_000_000_000L;
    private static final Instant PLACED = Instant.parse("2026-03-09T09:12:00Z");
    private static final List<Stretch> SAID =
            List.of(new Stretch(3_000, 5_000), new Stretch(8_600, 10_400), new Stretch(13_000, 14_400));
    private static final List<Stretch> HEARD = List.of(
            new Stretch(300, 2_400),
            new Stretch(5_640, 8_000),
            new Stretch(11_720, 13_120),
            new Stretch(15_200, 18_600));

    private record Stretch(double fromMs, double untilMs) {
        boolean holds(double ms) {
            return fromMs <= ms && ms < untilMs;
        }
    }

    private final CallTimeline timeline;
    private long message;

    private KeptConversation(CallTimeline timeline) {
        this.timeline = timeline;
    }

    /** Returns the folder of the recording, in {@code parent}. */
    static Path in(Path parent) throws IOException {
        new KeptConversation(new CallTimeline("0.1.0", CallFolder.keptIn(parent, "0.1.0"))).record();
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    /** Brings it into view as a user does by keys, and waits until it is open. */
    static void openIn(OpenWindow window, Path folder) throws Exception {
        String name = String.valueOf(folder.getFileName());
        ListView<?> calls = (ListView<?>) window.node("#calls");
        until("it is listed", () -> row(calls, name) >= 0);
        onFx(() -> {
            calls.getSelectionModel().select(row(calls, name));
            Event.fireEvent(
                    calls, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            return true;
        });
        until("it is open", () -> window.model().shownCall() instanceof OpenedCall);
        pulses(4);
    }

    private static int row(ListView<?> calls, String name) {
        return IntStream.range(0, calls.getItems().size())
                .filter(at -> calls.getItems().get(at).toString().contains(name))
                .findFirst()
                .orElse(-1);
    }

    private void record() {
        timeline.add(new Fact.CallPlaced(
                ZERO_NS - 1, "CA1", "+15550100", "+15550199", "http://127.0.0.1:3000/voice", PLACED, true));
        timeline.add(new Fact.CallAnswered(ZERO_NS));
        passed(0, Wire.TWILIO, true, "{\"event\":\"start\",\"streamSid\":\"MZ1\"}");
        timeline.add(new Fact.StreamStarted(ZERO_NS, "MZ1"));
        timeline.add(new Fact.AgentReady(ns(40), "practice"));
        for (long tick = 1; tick * LineFrame.MS <= LASTS_MS; tick++) {
            double ms = tick * (double) LineFrame.MS;
            happens(ms);
            tick(tick, ms);
            timeline.pump(ns(ms));
        }
        timeline.add(new Fact.CallEnded(ns(LASTS_MS) + 1, EndedBy.CALLER, "hung up"));
        timeline.close(ns(LASTS_MS) + 2);
    }

    private void happens(double ms) {
        for (Stretch said : SAID) {
            if (ms == said.fromMs()) {
                timeline.add(new Fact.CallerStarted(ns(ms), ns(ms)));
            }
            if (ms == said.untilMs()) {
                timeline.add(new Fact.CallerEnded(ns(ms), ns(ms)));
                timeline.add(new Fact.AgentHeardEnd(ns(ms + 300)));
                passed(ms + 300, Wire.AGENT, false, "{\"type\":\"input_audio_buffer.speech_stopped\"}");
                timeline.add(new Fact.AnswerBegan(ns(ms + 400), "answer"));
                timeline.add(new Fact.AnswerRelayed(ns(ms + 420), "answer"));
            }
        }
        if (ms == 400) {
            words(ms, "agent", "Hello, this is the restaurant. What can I do for you?");
        } else if (ms == 5_200) {
            words(ms, "caller", "What are your opening hours on public holidays, please?");
            words(ms, "agent", "We are open from nine until six.");
        } else if (ms == 6_000) {
            found(ms, "31951", Severity.WARNING);
        } else if (ms == 11_200) {
            found(ms, "late-answer", Severity.ERROR);
        } else if (ms == 13_120) {
            passed(ms, Wire.TWILIO, false, "{\"event\":\"clear\",\"streamSid\":\"MZ1\"}");
            timeline.add(new Fact.ClearArrived(ns(ms) - 1, message, 24_000, 0));
        } else if (ms == 19_000) {
            timeline.add(new Fact.KeyPressed(ns(ms), '5'));
        }
    }

    private void tick(long tick, double ms) {
        LineFrame said =
                SAID.stream().anyMatch(each -> each.holds(ms - LineFrame.MS)) ? voice(tick, 190) : LineFrame.SILENCE;
        boolean speaks = HEARD.stream().anyMatch(each -> each.holds(ms));
        LineFrame heard = speaks ? voice(tick, 310) : LineFrame.SILENCE;
        if (speaks) {
            passed(
                    ms - 2,
                    Wire.TWILIO,
                    false,
                    "{\"event\":\"media\",\"streamSid\":\"MZ1\",\"media\":{\"payload\":\"160 bytes\"}}");
            timeline.media(new Fact.MediaArrived(ns(ms) - 1_000_000L, message, LineFrame.BYTES), heard.mulaw());
        }
        timeline.tick(
                new Fact.Tick(
                        ns(ms),
                        tick,
                        0,
                        said.dbm0(0),
                        said.dbm0(1),
                        heard.dbm0(0),
                        heard.dbm0(1),
                        speaks ? LineFrame.BYTES : 0,
                        0),
                said,
                heard);
        timeline.add(new Fact.FrameWritten(ns(ms) + 100_000L, tick, 100_000L));
    }

    private void words(double ms, String who, String text) {
        timeline.add(new Fact.Transcribed(ns(ms), who, text));
    }

    private void found(double ms, String code, Severity severity) {
        timeline.add(new Fact.Found(
                ns(ms),
                code,
                severity,
                "Something is wrong here, which is said in a sentence that needs more than one line in a narrow window.",
                "Do something about it, and look at it again.",
                1L,
                false));
    }

    private void passed(double ms, Wire on, boolean toAgent, String text) {
        timeline.add(new Fact.MessagePassed(ns(ms), ns(ms), on, toAgent, ++message, 1, 0, text));
    }

    /** Syllables of a tone. */
    private static LineFrame voice(long tick, int hz) {
        short[] samples = new short[LineFrame.BYTES];
        double loud = 3_000 + 7_000 * Math.abs(Math.sin(tick * 0.23));
        for (int i = 0; i < samples.length; i++) {
            long at = tick * LineFrame.BYTES + i;
            samples[i] = (short) (loud * Math.sin(2 * Math.PI * at * hz / LineFrame.RATE_HZ));
        }
        return LineFrame.ofPcm(samples);
    }

    private static long ns(double ms) {
        return ZERO_NS + Math.round(ms * 1e6);
    }
}
