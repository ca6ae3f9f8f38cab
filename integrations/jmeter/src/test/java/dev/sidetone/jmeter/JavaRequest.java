package dev.sidetone.jmeter;

import java.util.Map;
import org.apache.jmeter.config.Arguments;
import org.apache.jmeter.protocol.java.sampler.JavaSamplerContext;
import org.apache.jmeter.testelement.TestElement;

/** A Java Request named {@code Talk} as JMeter hands it to its sampler. */
final class JavaRequest {
    private JavaRequest() {}

    /** The usual parameters, but for {@code said}. */
    static JavaSamplerContext saying(Map<String, String> said) {
        Arguments arguments = SamplerParameters.defaults();
        said.forEach((name, value) -> {
            arguments.removeArgument(name);
            arguments.addArgument(name, value);
        });
        arguments.addArgument(TestElement.NAME, "Talk");
        return new JavaSamplerContext(arguments);
    }
}
