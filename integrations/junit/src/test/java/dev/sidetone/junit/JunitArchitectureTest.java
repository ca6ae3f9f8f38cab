package dev.sidetone.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.sidetone.architecture.Architecture.mustNotUse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.sidetone.architecture.Architecture;
import dev.sidetone.architecture.CodingRules;
import dev.sidetone.architecture.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The coding rules of every module, and what this one must not use. One at a time: they share a compiler. */
@Execution(ExecutionMode.SAME_THREAD)
class JunitArchitectureTest extends CodingRules {
    private static final JavaClasses READ = Architecture.ofTheModuleOf(Phone.class);

    JunitArchitectureTest() {
        super(Phone.class, READ);
    }

    @Test
    void testsUseNoEngine() {
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit.jupiter.engine..", "org.junit.platform.engine..", "org.assertj..")
                .because("whoever tests chooses the engine and the assertions");
        holds(rule, Violation.in("junit", "org.assertj.core.api.AbstractAssert<?, ?> assertion;"));
    }

    @Test
    void testsUseNoCommandAndNoDevice() {
        holds(
                mustNotUse(
                        "junit", "a test has neither a terminal nor a sound card", "simulator.cli", "simulator.device"),
                Violation.uses("junit", "simulator.cli"));
    }
}
