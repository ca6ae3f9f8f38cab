package com.example.load;

import dev.sidetone.jmeter.PhoneCallSampler;
import org.apache.jmeter.config.Arguments;
import org.apache.jmeter.protocol.java.control.gui.JavaTestSamplerGui;
import org.apache.jmeter.protocol.java.sampler.JavaSampler;
import org.apache.jmeter.testelement.TestElement;
import us.abstracta.jmeter.javadsl.core.samplers.BaseSampler;

/** A Java Request that makes phone calls, which the DSL has no word for. */
final class PhoneCall extends BaseSampler<PhoneCall> {
    private final Arguments parameters = new PhoneCallSampler().getDefaultParameters();

    private PhoneCall(String name) {
        super(name, JavaTestSamplerGui.class);
    }

    static PhoneCall phoneCall(String name) {
        return new PhoneCall(name);
    }

    /** Sets one of the parameters that docs/scale.md lists. */
    PhoneCall with(String parameter, String value) {
        parameters.removeArgument(parameter);
        parameters.addArgument(parameter, value);
        return this;
    }

    @Override
    protected TestElement buildTestElement() {
        JavaSampler request = new JavaSampler();
        request.setClassname(PhoneCallSampler.class.getName());
        request.setArguments(parameters);
        return request;
    }
}
