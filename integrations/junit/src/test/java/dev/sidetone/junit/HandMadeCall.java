package dev.sidetone.junit;

import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.timeline.Fact;
import java.io.IOException;

/** A finished call of a result that a test wrote by hand, in the words of {@code result.json}. */
final class HandMadeCall {
    static final String ANSWERED = turn(1, 3000, 4200, "705.2", true);
    static final String LATE = turn(2, 8000, 9000, "1320.0", true);

    private HandMadeCall() {}

    static FinishedCall call(String turns, String bargeIns, String findings) throws IOException {
        return read(json(turns, bargeIns, findings));
    }

    static FinishedCall read(String json) throws IOException {
        CallStory story = new CallStory(true);
        story.accept(new Fact.CallAnswered(0));
        return new FinishedCall(ResultJson.read(json), story);
    }

    static String json(String turns, String bargeIns, String findings) {
        return """
                {"sidetone":"0.1.0",
                 "call":{"callSid":"CA1","streamSid":"MZ1","startedAt":"2026-01-31T12:00:00Z","durationMs":14020.5,"endedBy":"caller",
                  "measured":"ear","clock":"stream","answeredAtMs":-20.5},
                 "setup":{"webhookMs":12.1,"upgradeMs":3.2},"greeting":{"firstMediaAtMs":80.2,"firstAudibleAtMs":101.0},
                 "turns":[%s],"bargeIns":[%s],"dtmf":[{"digit":"5","atMs":11000.0}],
                 "marks":{"received":4,"echoedPlayed":2,"echoedCleared":2},"clears":1,
                 "playout":{"maxDepthMs":3900.0,"underruns":0,"burstFactor":4.1},
                 "line":{"framesSent":700,"framesHeard":350,"latenessP50Ms":0.1,"latenessP99Ms":0.9,"clockCorrections":0,"reliable":true},
                 "transfer":{"to":"+15550199","atMs":12000.0,"answered":true},
                 "recording":{"kept":true,"folder":"/calls/one","why":null},"findings":[%s]}"""
                .formatted(turns, bargeIns, findings);
    }

    static String turn(int number, int startMs, int endMs, String ttfaMs, boolean judged) {
        return """
                {"turn":%d,"callerStartAtMs":%d.0,"callerEndAtMs":%d.0,"ttfaMs":%s,"judged":%b,"early":false,"overlapped":false,"parts":{}}"""
                .formatted(number, startMs, endMs, ttfaMs, judged);
    }

    static String bargeIn(String clearMs, String silenceMs, String yielded) {
        return """
                {"onsetAtMs":6000.0,"clearMs":%s,"silenceMs":%s,"discardedMs":2946.0,"yielded":%s}"""
                .formatted(clearMs, silenceMs, yielded);
    }

    static String error() {
        return """
                {"code":"31951","severity":"error","what":"The payload is no base64.","frame":12,"atMs":5000.0,"cure":"Encode it."}""";
    }

    static String info() {
        return """
                {"code":"session-renewed","severity":"info","what":"A new session.","frame":null,"atMs":null,"cure":"Nothing to do."}""";
    }
}
