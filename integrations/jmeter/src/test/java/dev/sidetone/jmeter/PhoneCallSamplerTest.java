package dev.sidetone.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.loopback.ReservedPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jmeter.protocol.java.sampler.JavaSamplerContext;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples as JMeter makes them, against the embedded bridge, a server that is not there, and with wrong parameters. */
class PhoneCallSamplerTest {
    private final Worker worker = new Worker(Map.of());

    @Test
    void aCallIsASampleAndEachOfItsTurnsASubSample(@TempDir Path folder) throws Exception {
        JavaSamplerContext request = JavaRequest.saying(
                Map.of(
                        "scenarios",
                        scenario(
                                folder,
                                """
                steps:
                  - hear: agent
                  - hear: silence
                  - say: "When are you open?"
                  - hear: agent
                  - hang-up: true
                """)));
        PhoneCallSampler sampler = new PhoneCallSampler(worker);
        sampler.setupTest(request);
        assertThat(worker.isStarted()).isTrue();

        SampleResult call = sampler.runTest(request);
        sampler.teardownTest(request);

        assertThat(call.isSuccessful()).as(call.getResponseMessage()).isTrue();
        assertThat(counted(call)).isEqualTo("Talk");
        assertThat(call.getResponseDataAsString()).contains("ended by caller");
        assertThat(Stream.of(call.getSubResults()).map(PhoneCallSamplerTest::counted))
                .containsExactly("Talk: TTFA", "Talk: lateness");
        SampleResult turn = call.getSubResults()[0];
        assertThat(turn.getTime()).isBetween(1L, call.getTime());
        assertThat(turn.getStartTime()).isBetween(call.getStartTime(), call.getEndTime());
        assertThat(worker.isStarted()).as("the last thread closes the line").isFalse();
    }

    @Test
    void threadsShareOneLineAndMayBeStoppedAndAreBounded(@TempDir Path folder) throws Exception {
        JavaSamplerContext request = JavaRequest.saying(Map.of(
                "calls",
                "1",
                "scenarios",
                scenario(folder, """
                steps:
                  - pause: 10m
                """)));
        PhoneCallSampler first = new PhoneCallSampler(worker);
        PhoneCallSampler second = new PhoneCallSampler(worker);
        first.setupTest(request);
        second.setupTest(request);
        CompletableFuture<SampleResult> sampled = CompletableFuture.supplyAsync(() -> first.runTest(request));
        while (!first.isCalling() && !sampled.isDone()) {
            Thread.onSpinWait();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .filteredOn(name -> name.equals("sidetone-wheel") || name.equals("sidetone-jmeter"))
                .containsExactlyInAnyOrder("sidetone-wheel", "sidetone-jmeter");

        SampleResult tooMany = second.runTest(request);
        assertThat(tooMany.isSuccessful()).isFalse();
        assertThat(tooMany.getResponseMessage())
                .startsWith("this worker makes 1 calls at once already, as the parameter calls says");

        assertThat(first.interrupt()).isTrue();
        SampleResult cut = sampled.get(1, TimeUnit.MINUTES);
        assertThat(cut.getSampleLabel()).isEqualTo("Talk" + CallSamples.NOT_COUNTED);
        assertThat(cut.isSuccessful()).isTrue();
        assertThat(first.interrupt()).as("nothing to interrupt any more").isFalse();
        first.teardownTest(request);
        assertThat(worker.isStarted()).as("the second thread is still there").isTrue();
        second.teardownTest(request);
        assertThat(worker.isStarted()).isFalse();
    }

    @Test
    void aServerThatIsNotThereIsAFailedSampleWithTheFindingsCodeAndCure() throws Exception {
        try (ReservedPort nobody = new ReservedPort()) {
            JavaSamplerContext request =
                    JavaRequest.saying(Map.of("to", "http://127.0.0.1:" + nobody.number() + "/voice"));
            PhoneCallSampler sampler = new PhoneCallSampler(worker);
            sampler.setupTest(request);

            SampleResult call = sampler.runTest(request);
            sampler.teardownTest(request);

            assertThat(call.isSuccessful()).isFalse();
            assertThat(call.getSampleLabel()).isEqualTo("Talk");
            assertThat(call.getResponseCode()).isEqualTo("11205");
            assertThat(call.getResponseMessage())
                    .contains("127.0.0.1:" + nobody.number())
                    .doesNotContain("\n");
            assertThat(call.isStopThread())
                    .as("it may be there again for the next call")
                    .isFalse();
            assertThat(call.getSubResults()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            to                | localhost:3000        | 'localhost:3000' is no webhook's URL
            to                | http://example.com/v  | example.com is not this machine: load only a server of yours
            calls             | many                  | 'many' is not an int
            calls             | 0                     | --calls 0 is out of range
            seed              | x                     | 'x' is not a long
            duration          | 30                    | '30' is not a time: write a number with its unit
            agent             | nobody                | no agent nobody; there are: practice
            scenarios         | missing.yaml          | there is no file missing.yaml
            first-caller      | -1                    | first-caller is '-1': write the number
            i-own-this-server | yes                   | i-own-this-server is 'yes': write true
            options           | --for 5m              | --for is not for JMeter
            options           | --fault "what is it"  | what is it
            options           | --colour              | --colour
            """)
    void aWrongParameterIsNamedInOneLineAndEndsTheThread(String name, String value, String named) {
        JavaSamplerContext request = JavaRequest.saying(Map.of(name, value));
        PhoneCallSampler sampler = new PhoneCallSampler(worker);
        sampler.setupTest(request);

        SampleResult call = sampler.runTest(request);
        sampler.teardownTest(request);

        assertThat(call.isSuccessful()).isFalse();
        assertThat(call.getResponseCode()).isEqualTo("wrong-setting");
        assertThat(call.getResponseMessage()).contains(named).doesNotContain("\n");
        assertThat(call.isStopThread()).isTrue();
        assertThat(call.getTime()).isZero();
        assertThat(worker.isStarted()).isFalse();
    }

    private static String scenario(Path folder, String yaml) throws Exception {
        return Files.writeString(folder.resolve("talk.yaml"), yaml).toString();
    }

    /** Its label, whether this machine was on time or not. */
    private static String counted(SampleResult sample) {
        return sample.getSampleLabel().replace(CallSamples.NOT_COUNTED, "");
    }
}
