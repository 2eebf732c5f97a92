package org.fugong.message;

import java.util.List;
import java.util.Map;

/** Sends by one channel: a bean for each channel that is offered. */
interface Sending {

    Channel channel();

    /** Sends some, all of which have an address; what came to nothing, by the id of the delivery. */
    Map<Long, Delivery.Problem> send(List<Delivery> deliveries);
}
