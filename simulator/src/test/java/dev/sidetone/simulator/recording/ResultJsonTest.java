package dev.sidetone.simulator.recording;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.findings.StreamCode;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Spool;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultJsonTest {
    /** Of the greeting of 60 ms, and of four seconds from 4900 on, cut by the clear. */
    private static final String DEPTH = IntStream.range(0, 61)
            .map(step -> step == 0 ? 60 : step == 1 ? 50 : step < 49 ? 0 : step == 49 ? 4000 : 3910 - 100 * (step - 50))
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", "));

    @Test
    void theKeysAreThoseOfTheContractInItsOrder() {
        assertThat(ResultJson.writePretty(call()))
                .isEqualTo(
                        """
                        {
                          "sidetone" : "0.1.0",
                          "call" : {
                            "callSid" : "CA00000000000000000000000000000001",
                            "streamSid" : "MZ00000000000000000000000000000001",
                            "startedAt" : "2026-01-31T12:00:00Z",
                            "durationMs" : 9020.5,
                            "endedBy" : "caller",
                            "measured" : "ear",
                            "clock" : "stream",
                            "answeredAtMs" : null
                          },
                          "setup" : {
                            "webhookMs" : 12.1,
                            "upgradeMs" : 3.2
                          },
                          "greeting" : {
                            "firstMediaAtMs" : 80.2,
                            "firstAudibleAtMs" : 100.0
                          },
                          "turns" : [ {
                            "turn" : 1,
                            "callerStartAtMs" : 3000.0,
                            "callerEndAtMs" : 4200.0,
                            "firstMediaAtMs" : 4900.123,
                            "firstAudibleAtMs" : 4920.0,
                            "ttfaMs" : 720.0,
                            "answerMs" : null,
                            "judged" : true,
                            "early" : false,
                            "overlapped" : false,
                            "parts" : {
                              "endpointingMs" : null,
                              "agentMs" : null,
                              "bridgeMs" : null,
                              "lineMs" : null,
                              "playoutMs" : 19.877,
                              "leadingSilenceMs" : 0.0
                            },
                            "interrupted" : true
                          }, {
                            "turn" : 2,
                            "callerStartAtMs" : 6000.0,
                            "callerEndAtMs" : 6800.0,
                            "firstMediaAtMs" : null,
                            "firstAudibleAtMs" : null,
                            "ttfaMs" : null,
                            "answerMs" : null,
                            "judged" : true,
                            "early" : false,
                            "overlapped" : false,
                            "parts" : {
                              "endpointingMs" : null,
                              "agentMs" : null,
                              "bridgeMs" : null,
                              "lineMs" : null,
                              "playoutMs" : null,
                              "leadingSilenceMs" : null
                            },
                            "interrupted" : false
                          } ],
                          "bargeIns" : [ {
                            "onsetAtMs" : 6000.0,
                            "clearMs" : 64.0,
                            "silenceMs" : 80.0,
                            "discardedMs" : 2840.0,
                            "yielded" : true
                          } ],
                          "dtmf" : [ {
                            "digit" : "5",
                            "atMs" : 8000.0
                          } ],
                          "marks" : {
                            "received" : 0,
                            "echoedPlayed" : 0,
                            "echoedCleared" : 0
                          },
                          "clears" : 1,
                          "playout" : {
                            "maxDepthMs" : 4000.0,
                            "underruns" : 0,
                            "burstFactor" : null,
                            "jitterMs" : null,
                            "depth" : {
                              "fromAtMs" : 0.0,
                              "everyMs" : 100.0,
                              "maxMs" : [ DEPTH ]
                            }
                          },
                          "line" : {
                            "framesSent" : 451,
                            "framesHeard" : 61,
                            "latenessP50Ms" : 0.1,
                            "latenessP99Ms" : 0.1,
                            "latenessMaxMs" : 0.1,
                            "clockCorrections" : 0,
                            "reliable" : true
                          },
                          "transfer" : null,
                          "recording" : null,
                          "findings" : [ {
                            "code" : "31951",
                            "severity" : "warning",
                            "what" : "An unknown message.",
                            "frame" : 3,
                            "atMs" : 4950.0,
                            "cure" : "Send media, mark or clear."
                          } ],
                          "played" : [ ],
                          "source" : null,
                          "probes" : [ ]
                        }"""
                                .replace("DEPTH", DEPTH));
    }

    @Test
    void aResultThatIsReadBackSaysTheSame() throws IOException {
        String json = ResultJson.write(call());

        assertThat(ResultJson.write(ResultJson.read(json))).isEqualTo(json);
        assertThat(json).doesNotContain("\n");
    }

    @Test
    void anOlderResultIsOfTheEarAndKnowsNothingOfMarksNorProbes() throws IOException {
        String older = ResultJson.write(call())
                .replace(",\"measured\":\"ear\"", "")
                .replace(",\"played\":[]", "")
                .replace(",\"probes\":[]", "")
                .replaceAll(",\"interrupted\":(true|false)", "")
                .replaceAll(",\"jitterMs\":null,\"depth\":\\{[^}]*}", "");

        CallResult read = ResultJson.read(older);
        assertThat(older).doesNotContain("measured", "\"played\"", "probes", "interrupted", "jitterMs", "\"depth\"");
        assertThat(read.call().atBridge()).isFalse();
        assertThat(read.played()).isEmpty();
        assertThat(read.probes()).isEmpty();
        assertThat(requireNonNull(read.playout()).depth()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"callSid", "startedAt", "marks", "playout", "line"})
    void onlyARecordingsResultMayBeWithoutWhatALineShows(String key) {
        String json = ResultJson.write(call()).replaceFirst("\"" + key + "\":", "\"other\":");

        assertThatThrownBy(() -> ResultJson.read(json))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(key);
    }

    @Test
    void keysOfALaterVersionAreReadOver() throws IOException {
        String json = ResultJson.write(call());
        String later = json.replaceFirst("\\{", "{\"mood\":\"good\",");

        assertThat(ResultJson.write(ResultJson.read(later))).isEqualTo(json);
    }

    @Test
    void aStreamsNameCannotWriteLinesOfItsOwn() {
        CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);
        timeline.add(new Fact.StreamStarted(0, "MZ\u202e\u001b"));

        assertThat(ResultJson.write(timeline.close(1))).contains("\"streamSid\":\"MZ\\\\u202E\\\\u001B\"");
    }

    private static CallResult call() {
        return FakeCall.placed()
                .at(80.2)
                .agentSends(60)
                .at(3000)
                .callerSpeaks(1200)
                .at(4900.1234)
                .agentSends(4000)
                .at(4950)
                .found(StreamCode.INVALID_MESSAGE
                        .found("An unknown message.", "Send media, mark or clear.")
                        .inMessage(3))
                .at(6000)
                .callerSpeaks(800)
                .at(6064)
                .serverClears()
                .at(8000)
                .callerPresses('5')
                .hangsUpAt(9020.5);
    }
}
