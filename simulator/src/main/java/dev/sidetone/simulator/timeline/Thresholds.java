package dev.sidetone.simulator.timeline;

/** The fixed points by which a call is judged: by checks, the colours of report and window, and the pages. Milliseconds unless named. */
public final class Thresholds {
    /** A time to first audio at the ear up to which a conversation flows, by rule of thumb. */
    public static final int GOOD_TTFA_MS = 800;
    /** Twilio's target for the gap between two speakers, at the ear. */
    public static final int TARGET_TTFA_MS = 1115;
    /** Twilio's limit for the gap between two speakers, at the ear. */
    public static final int LIMIT_TTFA_MS = 1400;
    /** Twilio's target for the platform's part of that gap, which is what a bridge measures. */
    public static final int BRIDGE_TARGET_TTFA_MS = 885;
    /** Twilio's limit for the platform's part of that gap. */
    public static final int BRIDGE_LIMIT_TTFA_MS = 1100;

    /** From a barge-in's onset to silence: good up to here. */
    public static final int GOOD_SILENCE_MS = 500;
    /** From a barge-in's onset to silence: fair up to here. */
    public static final int FAIR_SILENCE_MS = 1000;
    /** An agent that talks on for longer has not yielded to a barge-in. */
    public static final int YIELD_MS = 2000;

    /** An agent that falls silent within this time of a probe has stopped for it. */
    public static final int PROBE_YIELD_MS = 1000;
    /** An agent that begins to speak within this time of a probe's end has answered it. */
    public static final int PROBE_ANSWER_MS = 2000;

    /** A greeting is late when nothing was heard for longer. */
    public static final int GREETING_MS = 1000;
    /** A webhook is slow when it takes longer: the caller hears it ring. */
    public static final int WEBHOOK_MS = 2000;
    /** A relay is slow when an answer's first audio takes longer through the bridge than a frame lasts. */
    public static final int RELAY_MS = 20;
    /** A server has stalled when no frame could be written for so long. */
    public static final int STALL_MS = 2000;
    /** A server closed early when the caller then heard nothing for so long. */
    public static final int LEFT_ALONE_MS = 3000;
    /** A tool keeps the agent waiting when it gives no result for so long. */
    public static final int TOOL_MS = 10_000;

    /** A tick or frame at the ear that is later spoils a time measured across it: the line's own grid is kept to less than 1 ms. */
    public static final int LATE_AT_EAR_MS = 5;
    /** The same at the bridge, where the way from Twilio is late: so much is a stream that stood still. */
    public static final int LATE_AT_BRIDGE_MS = 100;
    /** A line is reliable when at least so many turns in a hundred could be judged. */
    public static final int RELIABLE_PERCENT = 95;

    /** A frame at the ear that is written later is as good as lost: the next is due. */
    public static final int LATE_FRAME_MS = 20;
    /** A line is reliable when no more frames in a hundred were late by so much or not sent at all, with turns or without. */
    public static final int UNRELIABLE_FRAMES_PERCENT = 1;

    private Thresholds() {}
}
