package dev.sidetone.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gives the tests of a class a {@link Phone}. The same as {@code @ExtendWith(SidetoneExtension.class)}, with a setting. */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SidetoneExtension.class)
public @interface PhoneTest {
    /** The recordings that are still there when a test is over. */
    Keep keep() default Keep.FAILED;
}
