package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.agent.AgentTap;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.timeline.Wire;
import dev.sidetone.simulator.timeline.WireText;

/**
 * Puts the messages of an agent's wire on its call's timeline, without their sound: of those that carry sound the first of a run is reported at once and the others are counted for up to a second, so that an hour of them is a few thousand facts. On the call's event loop.
 */
public final class AgentMessages implements AgentTap {
    private static final long COUNTED_NS = 1_000_000_000L;

    private final FactSink facts;
    private final Way toAgent = new Way(true);
    private final Way fromAgent = new Way(false);

    public AgentMessages(FactSink facts) {
        this.facts = facts;
    }

    @Override
    public void sent(String text, long atNs) {
        toAgent.pass(text, WireText.soundChars(text), atNs);
    }

    @Override
    public void sentBinary(int bytes, long atNs) {
        toAgent.pass(binary(bytes), base64Chars(bytes), atNs);
    }

    @Override
    public void heard(String text, long atNs) {
        fromAgent.pass(text, WireText.soundChars(text), atNs);
    }

    @Override
    public void heardBinary(int bytes, long atNs) {
        fromAgent.pass(binary(bytes), base64Chars(bytes), atNs);
    }

    private static String binary(int bytes) {
        return "(binary, " + bytes + " bytes)";
    }

    /** A binary message is sound; its length is counted as base64 would be. */
    private static int base64Chars(int bytes) {
        return Math.max(1, (bytes + 2) / 3 * 4);
    }

    @Override
    public void over(long atNs) {
        toAgent.endRun();
        fromAgent.endRun();
    }

    /** The messages of one direction. */
    private final class Way {
        private final boolean outward;
        private String first = "";
        private boolean running;
        private long runNs;
        private long firstNs;
        private long lastNs;
        private int count;
        private long soundChars;

        Way(boolean outward) {
            this.outward = outward;
        }

        void pass(String message, int sound, long atNs) {
            if (sound == 0) {
                endRun();
                tell(atNs, atNs, 1, 0, WireText.of(message).text());
            } else if (running && atNs - runNs < WireText.LONGEST_RUN_NS) {
                count(sound, atNs);
            } else {
                endRun();
                running = true;
                runNs = atNs;
                first = WireText.of(message).text();
                tell(atNs, atNs, 1, sound, first);
            }
        }

        private void count(int sound, long atNs) {
            if (count > 0 && atNs - firstNs >= COUNTED_NS) {
                tellCounted();
            }
            firstNs = count == 0 ? atNs : firstNs;
            lastNs = atNs;
            count++;
            soundChars += sound;
        }

        private void tellCounted() {
            if (count > 0) {
                tell(lastNs, firstNs, count, soundChars, first);
                count = 0;
                soundChars = 0;
            }
        }

        private void tell(long atNs, long fromNs, int messages, long sound, String text) {
            facts.add(new Fact.MessagePassed(atNs, fromNs, Wire.AGENT, outward, 0, messages, sound, text));
        }

        void endRun() {
            tellCounted();
            running = false;
        }
    }
}
