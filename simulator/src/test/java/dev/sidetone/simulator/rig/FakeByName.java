package dev.sidetone.simulator.rig;

import dev.sidetone.simulator.agent.FakeService;
import org.junit.jupiter.params.converter.TypedArgumentConverter;

/** Lets a parameterized test name a fake as the command line does. */
public final class FakeByName extends TypedArgumentConverter<String, FakeService> {
    FakeByName() {
        super(String.class, FakeService.class);
    }

    @Override
    protected FakeService convert(String name) {
        return FakeServices.named(name).orElseThrow();
    }
}
