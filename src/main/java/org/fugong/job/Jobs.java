package org.fugong.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Schedules jobs in the transaction of whoever asks, and runs those that are due. */
@Component
public class Jobs implements SmartLifecycle {

    /** A node that has not been heard of for four of these is dead, and its work is taken over. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /** One more than two, for the deliveries that wait for others. */
    private static final int THREADS = 3;

    private final ObjectProvider<Job> jobs;
    private final DataSource database;
    private final TransactionTemplate transactions;
    private final JobSettings settings;
    private final Clock clock;
    private volatile Scheduler scheduler;
    private volatile boolean running;

    Jobs(ObjectProvider<Job> jobs, DataSource database, TransactionTemplate transactions, JobSettings settings, Clock clock) {
        this.jobs = jobs;
        this.database = database;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Has a job done for an id at a time, or as soon as may be after it; what is scheduled already stays as it is. */
    public void at(String job, String id, Instant when) {
        scheduler().scheduleIfNotExists(new TaskInstance<Void>(job, id), when);
    }

    /** Whether a job is still to be done, or being done, for an id. */
    public boolean pending(String job, String id) {
        return scheduler().getScheduledExecution(new TaskInstance<Void>(job, id)).isPresent();
    }

    @Override
    public void start() {
        running = true;
        if (settings.run()) {
            scheduler().start();
        }
    }

    @Override
    public void stop() {
        running = false;
        if (settings.run()) {
            scheduler().stop();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the demonstration has been acted, before anybody is let in. */
    @Override
    public int getPhase() {
        return 100;
    }

    /** Built when it is first asked for, because jobs may ask for it themselves. */
    private synchronized Scheduler scheduler() {
        if (scheduler == null) {
            var once = new ArrayList<Task<?>>();
            var recurring = new ArrayList<RecurringTask<Void>>();
            jobs.orderedStream().forEach(job -> {
                if (job instanceof DailyJob everyDay) {
                    recurring.add(Tasks.recurring(job.name(), Schedules.daily(ZoneId.of("Asia/Shanghai"), everyDay.time()))
                            .execute((instance, context) -> run(job, "daily", context)));
                } else if (job instanceof FrequentJob frequent) {
                    recurring.add(Tasks.recurring(job.name(), FixedDelay.of(frequent.pause()))
                            .execute((instance, context) -> run(job, "frequent", context)));
                } else {
                    once.add(Tasks.oneTime(job.name())
                            .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofMinutes(1)))
                            .execute((instance, context) -> run(job, instance.getId(), context)));
                }
            });
            scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(database), once)
                    .startTasks(recurring).clock(clock::instant).threads(THREADS).pollingInterval(Duration.ofSeconds(2))
                    .heartbeatInterval(HEARTBEAT).missedHeartbeatsLimit(4).shutdownMaxWait(Duration.ofSeconds(20))
                    .alwaysPersistTimestampInUTC().failureLogging(LogLevel.WARN, true).build();
        }
        return scheduler;
    }

    private void run(Job job, String id, ExecutionContext context) {
        while (step(job, id)) {
            if (context.getSchedulerState().isShuttingDown()) {
                throw new IllegalStateException("broken off by a shutdown; it goes on after the next start");
            }
        }
    }

    boolean step(Job job, String id) {
        return job instanceof FrequentJob ? job.step(id) : Boolean.TRUE.equals(transactions.execute(transaction -> job.step(id)));
    }

    List<Job> all() {
        return jobs.orderedStream().toList();
    }
}
