package dev.sidetone.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

/** All classes of all modules, read once, without those of tests. */
final class House {
    static final String ROOT = "dev.sidetone.";

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("dev.sidetone");

    private House() {}

    /** The package {@code room} below dev.sidetone and all packages in it. */
    static String in(String room) {
        return ROOT + room + "..";
    }

    /** The house keeps {@code rule}, and the rule is one that {@code offenders} break, each of them. */
    static void keeps(ArchRule rule, Offender... offenders) {
        ArchRule lenient = rule.allowEmptyShould(true);
        assertThat(offenders).as("a rule is shown to catch something").isNotEmpty();
        for (Offender offender : offenders) {
            assertThat(lenient.evaluate(offender.classes()).hasViolation())
                    .as("%s is caught by: %s", offender, rule.getDescription())
                    .isTrue();
        }
        lenient.check(CLASSES);
    }
}
