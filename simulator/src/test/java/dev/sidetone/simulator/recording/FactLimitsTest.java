package dev.sidetone.simulator.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recording that was written by somebody else, or changed since. */
class FactLimitsTest {
    private static final String HEAD = "{\"sidetone\":\"0.1.0\"}\n";
    private static final String PLACED =
            "{\"fact\":\"CallPlaced\",\"atNs\":5,\"callSid\":\"CA1\",\"from\":\"+1\",\"number\":\"+2\",\"server\":\"http://x\",\"startedAt\":\"2026-01-31T12:00:00Z\",\"edgesKnown\":true}\n";
    private static final String END = "{\"fact\":\"CallEnded\",\"atNs\":9,\"by\":\"CALLER\",\"why\":\"\"}\n";

    private final Path folder;

    FactLimitsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'fact':'CallAnswered','atNs':9223372036854775807}",
                "{'fact':'CallAnswered','atNs':-9223372036854775808}",
                "{'fact':'CallAnswered','atNs':172800000000006}",
                "{'fact':'CallerStarted','atNs':6,'startNs':-9223372036854775808}",
                "{'fact':'CallerEnded','atNs':6,'endNs':9000000000000000000}",
                "{'fact':'WebhookAnswered','atNs':6,'tookNs':9000000000000000000,'status':200}",
                "{'fact':'DialEnded','atNs':6,'to':'+1','status':'completed','talkedNs':-9000000000000000000}",
                "{'fact':'Tick','atNs':6,'tick':9000000000000000000,'lateNs':0,'heardBytes':0,'queuedBytes':0}",
                "{'fact':'Tick','atNs':6,'tick':1,'lateNs':0,'heardBytes':2000000000,'queuedBytes':0}",
                "{'fact':'MediaArrived','atNs':6,'message':1,'bytes':-5}",
                "{'fact':'CallPlaced','atNs':6,'callSid':'CA1','from':'','number':'','server':'','startedAt':'+1000000000-12-31T23:59:59Z'}",
            })
    void whatNoCallHasIsRefusedByItsName(String fact) throws IOException {
        write(HEAD + PLACED + fact.replace('\'', '"') + "\n" + END);
        String kind = fact.substring(fact.indexOf(":'") + 2, fact.indexOf("',"));
        assertThatThrownBy(() -> Recording.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(kind.equals("CallPlaced") ? "when there were no such calls" : kind);
    }

    @Test
    void aCallOfADayIsRead() throws IOException {
        write(HEAD + PLACED + "{\"fact\":\"CallAnswered\",\"atNs\":86400000000000}\n");
        assertThat(Recording.open(folder).result().call().callSid()).isEqualTo("CA1");
    }

    @Test
    void aResultThatBeganInAnotherAgeIsRefused() throws IOException {
        write(HEAD + PLACED);
        String result = ResultJson.write(Recording.open(folder).result());
        Files.writeString(
                folder.resolve("result.json"), result.replace("2026-01-31T12:00:00Z", "+999999999-12-31T23:59:59Z"));
        assertThatThrownBy(() -> Recording.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("when there were no such calls");
    }

    private void write(String events) throws IOException {
        Files.writeString(folder.resolve("events.jsonl"), events);
    }
}
