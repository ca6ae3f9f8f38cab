package dev.sidetone.simulator.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Wire;
import java.util.function.Consumer;

/**
 * Reads a call's messages out of its facts: as they passed where the facts hold them, else worded from what the facts say, as in a
 * recording of an older version and in a live call. Owned by its {@link WireLog}.
 */
final class WireMessages implements Consumer<Fact> {
    private static final String SOUND = "{\"event\":\"media\",\"media\":{\"payload\":\"(mu-law, left out)\"}}";
    private static final String ONE_WAY = "one-way";

    private final Consumer<PassedMessage> out;
    /** Whether the facts hold the stream's own messages. */
    private boolean exact;
    /** Whether texts pass over the stream: the sound is the carrier's own. */
    private boolean texts;

    WireMessages(Consumer<PassedMessage> out) {
        this.out = out;
    }

    @Override
    public void accept(Fact fact) {
        if (fact instanceof Fact.StreamStarted started) {
            texts = started.carriesTexts();
        }
        if (fact instanceof Fact.FrameWritten frame) {
            String stream = frame.oneWay() ? ONE_WAY : "";
            out.accept(new PassedMessage(
                    frame.atNs(), frame.atNs(), Wire.TWILIO, true, stream, 0, 1, LineFrame.BYTES, SOUND, false));
        } else if (fact instanceof Fact.MediaArrived media) {
            if (texts) {
                return;
            }
            out.accept(new PassedMessage(
                    media.atNs(),
                    media.atNs(),
                    Wire.TWILIO,
                    false,
                    "",
                    media.message(),
                    1,
                    Math.max(1, media.bytes()),
                    SOUND,
                    false));
        } else if (fact instanceof Fact.MessagePassed passed) {
            passed(passed);
        } else if (!exact) {
            worded(fact);
        }
    }

    private void passed(Fact.MessagePassed passed) {
        exact |= passed.wire() == Wire.TWILIO;
        boolean sound = passed.wire() == Wire.AGENT && passed.soundChars() > 0;
        out.accept(new PassedMessage(
                passed.firstNs(),
                passed.atNs(),
                passed.wire(),
                passed.toAgent(),
                "",
                passed.message(),
                Math.max(1, passed.count()),
                sound ? Math.max(1, passed.soundChars() * 3 / 4) : 0,
                passed.text(),
                true));
    }

    private void worded(Fact fact) {
        if (fact instanceof Fact.StreamStarted started) {
            word(fact, true, 0, message("start").put("streamSid", started.streamSid()));
        } else if (fact instanceof Fact.KeyPressed key) {
            ObjectNode pressed = message("dtmf");
            pressed.putObject("dtmf").put("digit", String.valueOf(key.digit()));
            word(fact, true, 0, pressed);
        } else if (fact instanceof Fact.MarkEchoed mark) {
            word(fact, true, 0, mark(mark.name()));
        } else if (fact instanceof Fact.MarkArrived mark) {
            word(fact, false, mark.message(), mark(mark.name()));
        } else if (fact instanceof Fact.ClearArrived clear) {
            word(fact, false, clear.message(), message("clear"));
        } else if (fact instanceof Fact.StreamEnded) {
            word(fact, true, 0, message("stop"));
        }
    }

    private void word(Fact fact, boolean toAgent, long number, ObjectNode message) {
        out.accept(new PassedMessage(
                fact.atNs(), fact.atNs(), Wire.TWILIO, toAgent, "", number, 1, 0, message.toString(), false));
    }

    private static ObjectNode mark(String name) {
        ObjectNode mark = message("mark");
        mark.putObject("mark").put("name", name);
        return mark;
    }

    private static ObjectNode message(String event) {
        return JsonNodeFactory.instance.objectNode().put("event", event);
    }
}
