package org.fugong;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.fugong.condition.Adapted;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Filed;
import org.fugong.filing.LevelShifts;
import org.fugong.filing.Received;
import org.fugong.job.DueJobs;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** A test against the whole application on a real PostgreSQL; all such tests share one context. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc
@Import({TestClock.class, Firms.class, Filed.class, Received.class, LevelShifts.class, DueJobs.class, Adapted.class})
public @interface WebTest {
}
