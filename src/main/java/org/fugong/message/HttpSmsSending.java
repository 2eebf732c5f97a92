package org.fugong.message;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Sends messages to mobiles by the provider's HTTP address, or by a small adapter that stands before it. */
@Component
@ConditionalOnExpression("!'${fugong.message.sms-url:}'.isEmpty()")
class HttpSmsSending implements Sending {

    private static final Logger log = LoggerFactory.getLogger(HttpSmsSending.class);

    private final RestClient provider;
    private final Wording wording;

    /** The body of the request. */
    record Message(String mobile, String text) {
    }

    HttpSmsSending(MessageSettings settings, Wording wording) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build());
        requests.setReadTimeout(Duration.ofSeconds(10));
        var builder = RestClient.builder().baseUrl(settings.smsUrl()).requestFactory(requests);
        this.provider = settings.smsToken().isEmpty()
                ? builder.build()
                : builder.defaultHeaders(headers -> headers.setBearerAuth(settings.smsToken())).build();
        this.wording = wording;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Map<Long, Delivery.Problem> send(List<Delivery> deliveries) {
        var problems = new HashMap<Long, Delivery.Problem>();
        for (var delivery : deliveries) {
            try {
                // one that is sent again after a kill is known to a provider that looks at the key
                provider.post().header("Idempotency-Key", "delivery-" + delivery.id())
                        .body(new Message(delivery.address(), wording.sms(delivery))).retrieve().toBodilessEntity();
            } catch (RestClientResponseException e) {
                log.warn("A message to a mobile was answered by {}", e.getStatusCode());
                problems.put(delivery.id(), problem(e.getStatusCode()));
            } catch (RestClientException e) {
                log.warn("A message to a mobile was not sent: {}", e.getClass().getSimpleName());
                problems.put(delivery.id(), Delivery.Problem.UNREACHABLE);
            }
        }
        return problems;
    }

    /** Only what says that the request itself is wrong is the number's fault: not that the portal may not, or is too quick. */
    private static Delivery.Problem problem(HttpStatusCode status) {
        return switch (status.value()) {
            case 400, 404, 410, 422 -> Delivery.Problem.ADDRESS_REFUSED;
            case 502, 503, 504 -> Delivery.Problem.UNREACHABLE;
            default -> Delivery.Problem.NOT_TAKEN;
        };
    }
}
