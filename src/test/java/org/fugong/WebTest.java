package org.fugong;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.fugong.account.RememberedHashes;
import org.fugong.account.StaffFixtures;
import org.fugong.adaptation.AdaptationFixtures;
import org.fugong.application.RepliedApplications;
import org.fugong.behalf.BehalfFixtures;
import org.fugong.draw.DrawFixtures;
import org.fugong.enterprise.Firms;
import org.fugong.filing.SubmittedFilings;
import org.fugong.job.DueJobs;
import org.fugong.message.MailServer;
import org.fugong.obligation.LevelTransitions;
import org.fugong.submission.FilingFixtures;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** A test against the whole application on a real PostgreSQL; all such tests share one context. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("portal")
@SpringBootTest
@AutoConfigureMockMvc
@Import({TestClock.class, CountedStatements.class, KilledConnections.class, RememberedHashes.class, Firms.class, StaffFixtures.class,
        BehalfFixtures.class, FilingFixtures.class, SubmittedFilings.class, RepliedApplications.class, LevelTransitions.class,
        DueJobs.class, MailServer.class, AdaptationFixtures.class, DrawFixtures.class})
public @interface WebTest {
}
