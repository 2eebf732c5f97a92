package org.fugong.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.fugong.demonstration.DemonstrationTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test in the browser. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Browser.class)
@DemonstrationTest
@interface JourneyTest {
}
