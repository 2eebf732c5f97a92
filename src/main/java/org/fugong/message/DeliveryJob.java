package org.fugong.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.job.FrequentJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends what is due, some at once; while a server does not answer, its channel is left alone for a minute. */
@Component
class DeliveryJob implements FrequentJob {

    private static final Logger log = LoggerFactory.getLogger(DeliveryJob.class);

    /** How many go by one connection: what a kill in the middle sends a second time. */
    private static final int BATCH = 20;
    private static final Duration REST = Duration.ofMinutes(1);

    private final Deliveries deliveries;
    private final Channels channels;
    private final MessageSettings settings;
    private final Clock clock;
    private final Map<Channel, Instant> resting = new ConcurrentHashMap<>();

    DeliveryJob(Deliveries deliveries, Channels channels, MessageSettings settings, Clock clock) {
        this.deliveries = deliveries;
        this.channels = channels;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "deliveries";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean step(String id) {
        var claimed = deliveries.claim(Stream.of(Channel.values()).filter(this::working).toList(), BATCH * settings.senders());
        var addressed = claimed.stream()
                .collect(Collectors.partitioningBy(delivery -> delivery.address() != null && channels.offers(delivery.channel())));
        deliveries.dropped(addressed.get(false).stream().map(Delivery::id).toList());
        var batches = new ArrayList<Callable<Void>>();
        addressed.get(true).stream().collect(Collectors.groupingBy(Delivery::channel, () -> new EnumMap<>(Channel.class),
                Collectors.toList())).forEach((channel, due) -> {
                    for (int i = 0; i < due.size(); i += BATCH) {
                        var batch = due.subList(i, Math.min(due.size(), i + BATCH));
                        batches.add(() -> send(channel, batch));
                    }
                });
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var batch : senders.invokeAll(batches)) {
                batch.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return !claimed.isEmpty();
    }

    private Void send(Channel channel, List<Delivery> batch) {
        var problems = problems(channels.of(channel), batch);
        deliveries.sent(batch.stream().map(Delivery::id).filter(id -> !problems.containsKey(id)).toList());
        batch.stream().filter(delivery -> problems.containsKey(delivery.id()))
                .forEach(delivery -> deliveries.failed(delivery, problems.get(delivery.id())));
        if (problems.containsValue(Delivery.Problem.UNREACHABLE)) {
            resting.put(channel, clock.instant().plus(REST));
        }
        return null;
    }

    /** One that cannot even be worded, say, keeps back none of those that it was claimed with, and is given up like any other. */
    private static Map<Long, Delivery.Problem> problems(Sending sending, List<Delivery> batch) {
        try {
            return sending.send(batch);
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                log.error("Delivery {} cannot be sent", batch.getFirst().id(), e);
                return Map.of(batch.getFirst().id(), Delivery.Problem.NOT_TAKEN);
            }
            var problems = new HashMap<Long, Delivery.Problem>();
            batch.forEach(delivery -> problems.putAll(problems(sending, List.of(delivery))));
            return problems;
        }
    }

    private boolean working(Channel channel) {
        return !clock.instant().isBefore(resting.getOrDefault(channel, Instant.MIN));
    }
}
