package dev.sidetone.simulator.findings;

/** What is wrong with a recording that is to be judged, rather than with the call in it. */
public enum RecordingCode implements FindingCode {
    CHANNELS_SWAPPED(FindingEntry.info(
            "channels-swapped",
            "the right channel seems to be the caller's",
            "the recorder puts the called party on the left",
            "If that is wrong, say which channel is the caller's by --caller.")),
    CHANNELS_MIXED(FindingEntry.warning(
            "channels-mixed",
            "both channels carry the same voices",
            "the recording was mixed to one channel, and that was saved twice",
            "Record the caller and the agent on a channel each; Twilio does with recordingChannels=dual.")),
    SILENT_CALLER(FindingEntry.warning(
            "silent-caller",
            "nothing is said on the caller's channel",
            "the caller's track was not recorded",
            "See whether the recorder has both tracks, or name the caller's channel with --caller."));

    @SuppressWarnings("ImmutableEnumChecker") // its functions make checks and keep nothing
    private final FindingEntry entry;

    RecordingCode(FindingEntry entry) {
        this.entry = entry;
    }

    @Override
    public FindingEntry entry() {
        return entry;
    }
}
