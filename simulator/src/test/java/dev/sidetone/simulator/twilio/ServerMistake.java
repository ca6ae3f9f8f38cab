package dev.sidetone.simulator.twilio;

import java.util.List;

/** What a server can do wrong, one at a time, and what it is called. */
enum ServerMistake {
    NONE,

    IS_NOT_THERE("11205"),
    NEVER_ANSWERS_THE_WEBHOOK("11205"),
    ANSWERS_THE_WEBHOOK_SLOWLY("slow-webhook"),
    HAS_NO_SUCH_PAGE("11200"),
    FAILS_IN_THE_WEBHOOK("11200"),
    REFUSES_THE_SIGNATURE("11200"),
    ANSWERS_WITH_JSON("12300"),
    ANSWERS_WITHOUT_TYPE("12300"),
    ANSWERS_WITH_A_PAGE("12100"),
    ANSWERS_WITH_BROKEN_XML("12100"),
    ANSWERS_WITH_NOTHING("12100"),
    ANSWERS_AT_LENGTH("11750"),
    INVENTS_A_VERB("12200"),
    OPENS_NO_STREAM("stream-never-came"),
    ONLY_LISTENS("one-way-stream"),
    SPEAKS_ON_A_ONE_WAY_STREAM("one-way-stream"),
    SENDS_THE_CALL_ROUND("redirect-loop"),
    SENDS_THE_CALL_FROM_PAGE_TO_PAGE("redirect-loop"),
    REDIRECTS_TO_ITSELF("redirect-loop"),
    REDIRECTS_FROM_PAGE_TO_PAGE("redirect-loop"),
    REDIRECTS_NOWHERE("11216"),

    NAMES_PLAIN_WS("31922"),
    NAMES_HTTPS("31922"),
    NAMES_NO_URL("31923"),
    NAMES_ANOTHER_HOST("31902", "stream-never-came"),
    WANTS_THE_OTHER_TRACK("31941"),
    REFUSES_THE_UPGRADE("31920"),
    NEVER_ANSWERS_THE_UPGRADE("31901"),

    LEAVES_OUT_THE_SID("31951", "silent-agent"),
    SENDS_ANOTHER_SID("31951", "silent-agent"),
    WRITES_STREAM_SID("31951", "silent-agent"),
    ADDS_A_FIELD("31951", "silent-agent"),
    SENDS_BROKEN_BASE64("31951", "silent-agent"),
    INVENTS_AN_EVENT("31951"),
    SENDS_TEXT("31951"),
    NAMES_NO_MARK("31951"),
    SENDS_BINARY("31950"),
    SENDS_BASE64_TWICE("31951", "double-base64"),
    SENDS_PCM16("wrong-encoding"),
    SENDS_A_WAV_HEADER("wrong-encoding"),
    SENDS_24_KHZ("wrong-rate"),
    SENDS_16_KHZ("wrong-rate"),
    SENDS_IT_TWICE_AS_FAST("wrong-rate"),
    SENDS_IT_THREE_TIMES_AS_FAST("wrong-rate"),
    SENDS_IN_HOLES("choppy"),
    SENDS_AN_ANSWER_IN_ONE("burst"),
    SENDS_TWELVE_MINUTES("31931", "burst"),

    NEVER_CLEARS("no-clear-on-barge-in"),
    GOES_ON_AFTER_ITS_CLEAR("audio-after-clear"),
    GREETS_LATE("late-greeting"),
    ANSWERS_LATE("late-answer"),
    SENDS_THE_CALLER_BACK("server-echo"),
    SENDS_THE_CALLER_BACK_LATER("server-echo"),
    SAYS_NOTHING("silent-agent"),
    GREETS_AND_ANSWERS_NOTHING("silent-agent"),
    PLAYS_MUSIC_ON_HOLD("not-measurable", "no-clear-on-barge-in"),

    STOPS_READING("server-stalled", "31930", "server-left-open"),
    CLOSES_AND_LEAVES_THE_CALLER("server-closed-early"),
    CLOSES_BEFORE_A_WORD("server-crashed"),
    CLOSES_BEFORE_A_WORD_AND_WITHOUT_A_CODE("server-crashed"),
    CLOSES_IN_MID_CALL("server-closed-early"),
    CLOSES_IN_MID_CALL_WITHOUT_A_CODE("server-closed-early"),
    CLOSES_BEFORE_A_WORD_WITH_AN_ERROR("31921"),
    CLOSES_WITH_AN_ERROR("31921"),
    CLOSES_WITH_ITS_OWN_CODE("31921"),
    GOES_AWAY("31921"),
    LOSES_THE_CONNECTION("31903"),
    BREAKS_THE_PROTOCOL("31924"),
    NEVER_CLOSES("server-left-open");

    private final String codes;

    ServerMistake(String... codes) {
        this.codes = String.join(" ", codes);
    }

    List<String> codes() {
        return codes.isEmpty() ? List.of() : List.of(codes.split(" "));
    }
}
