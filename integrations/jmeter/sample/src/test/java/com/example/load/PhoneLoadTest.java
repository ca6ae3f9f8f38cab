package com.example.load;

import static com.example.load.PhoneCall.phoneCall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static us.abstracta.jmeter.javadsl.JmeterDsl.jtlWriter;
import static us.abstracta.jmeter.javadsl.JmeterDsl.testPlan;
import static us.abstracta.jmeter.javadsl.JmeterDsl.threadGroup;

import org.junit.jupiter.api.Test;
import us.abstracta.jmeter.javadsl.core.TestPlanStats;

class PhoneLoadTest {
    /** Without the parameter "to" the calls reach Sidetone's own bridge: this runs offline. */
    @Test
    void everyCallIsAnswered() throws Exception {
        TestPlanStats calls = testPlan(
                        threadGroup("Callers", 3, 1, phoneCall("Call").with("duration", "5s").with("seed", "7")),
                        jtlWriter("target/jtls"))
                .run();

        assertEquals(3, calls.overall().samplesCount());
        assertEquals(0, calls.overall().errorsCount());
    }
}
