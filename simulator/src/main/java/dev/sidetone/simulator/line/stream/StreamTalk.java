package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.Map;
import java.util.function.Consumer;

/** Both directions of a stream whose socket is open. Owned by its stream, on the line thread. */
final class StreamTalk {
    private final StreamWire wire;
    private final StreamTerms terms;
    private final StreamSpeech speech;
    private final StreamHearing hearing;
    private final Consumer<Finding> findings;
    private boolean slowReaderTold;

    StreamTalk(
            StreamWire wire,
            StreamSpeech.StreamNames names,
            StreamTerms terms,
            FactSink facts,
            Consumer<Finding> findings) {
        this.wire = wire;
        this.terms = terms;
        this.findings = findings;
        this.speech = new StreamSpeech(wire, names, terms.dice());
        ServerMessages messages = new ServerMessages(names.streamSid(), terms.lenient());
        this.hearing = new StreamHearing(messages, speech, facts, new WrongInput(findings));
    }

    void start(Map<String, String> parameters) {
        speech.connected();
        speech.start(parameters);
    }

    /** Sends the caller's frame of one tick, as the line carries it, unless the line loses it. */
    LineFrame say(LineFrame said, LineFrame heard, long tick, long deadlineNs) {
        LineFrame carried = terms.mischief().carry(said, heard, deadlineNs);
        boolean lost = terms.mischief().loses(deadlineNs);
        if (!lost && !speech.media(carried, tick, deadlineNs) && !slowReaderTold) {
            slowReaderTold = true;
            findings.accept(StreamFindings.slowReader(FrameStamps.MOST));
        }
        return carried;
    }

    void press(char digit) {
        speech.dtmf(digit);
    }

    /** Says {@code stop} and goodbye. */
    void stop() {
        speech.stop();
        wire.close(1000, "");
    }

    /** The connection is gone. */
    void lost() {
        wire.lost();
    }

    StreamHearing hearing() {
        return hearing;
    }
}
