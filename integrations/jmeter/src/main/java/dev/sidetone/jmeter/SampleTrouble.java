package dev.sidetone.jmeter;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import org.apache.jmeter.samplers.SampleResult;

/**
 * A reason for which no call can be made, as a failed sample tells it. Immutable.
 *
 * @param code the sample's response code
 * @param message names what is wrong and the cure, on one line
 */
record SampleTrouble(String code, String message) {
    static final SampleTrouble NOT_SET_UP =
            new SampleTrouble("cannot-run", "JMeter has not set this sampler up: use it in a Java Request");

    SampleTrouble {
        message = ForeignText.line(message);
    }

    static SampleTrouble wrongSetting(WrongSetting wrong) {
        return new SampleTrouble("wrong-setting", String.valueOf(wrong.getMessage()));
    }

    static SampleTrouble cannotRun(CannotRun why) {
        return new SampleTrouble("cannot-run", String.valueOf(why.getMessage()));
    }

    /** Fails {@code sample}, and lets its thread end. */
    void fill(SampleResult sample) {
        if (sample.getStartTime() == 0) {
            sample.sampleStart();
            sample.sampleEnd();
        }
        sample.setSuccessful(false);
        sample.setResponseCode(code);
        sample.setResponseMessage(message);
        sample.setStopThread(true);
    }
}
