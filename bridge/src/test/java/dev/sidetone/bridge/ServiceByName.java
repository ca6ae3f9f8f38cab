package dev.sidetone.bridge;

import dev.sidetone.bridge.agent.AgentService;
import org.junit.jupiter.params.converter.TypedArgumentConverter;

/** Lets a parameterized test name an agent service as the command line does. */
public final class ServiceByName extends TypedArgumentConverter<String, AgentService> {
    ServiceByName() {
        super(String.class, AgentService.class);
    }

    @Override
    protected AgentService convert(String name) {
        return AgentServices.named(name).orElseThrow();
    }
}
