package dev.sidetone.jmeter;

import static dev.sidetone.architecture.Architecture.mustNotUse;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.sidetone.architecture.Architecture;
import dev.sidetone.architecture.CodingRules;
import dev.sidetone.architecture.Violation;
import org.junit.jupiter.api.Test;

/** The coding rules of every module, and what this one must not use. */
class JmeterArchitectureTest extends CodingRules {
    private static final JavaClasses READ = Architecture.ofTheModuleOf(PhoneCallSampler.class);

    JmeterArchitectureTest() {
        super(PhoneCallSampler.class, READ);
    }

    @Test
    void aWorkerHasNoDeviceAndNoRealNumber() {
        holds(
                mustNotUse(
                        "jmeter",
                        "a worker has neither a sound card nor an account",
                        "simulator.device",
                        "simulator.live",
                        "simulator.phone"),
                Violation.uses("jmeter", "simulator.device"));
    }

    @Test
    void whatCallsGaveIsForJmetersListeners() {
        holds(
                mustNotUse("jmeter", "JMeter's listeners report", "simulator.report", "simulator.recording"),
                Violation.uses("jmeter", "simulator.report"));
    }
}
