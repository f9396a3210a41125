package city.dure.notices;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;

/**
 * Short texts by an HTTP gateway of the city: {@code POST {"id", "to", "text"}} with a bearer
 * token; 2xx means taken, 429 and 503 not yet, other 4xx never.
 */
record TextGateway(RestClient client) implements Carrier {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /** Among them a token that the gateway does not know, which somebody mends. */
    private static final Set<Integer> LATER = Set.of(401, 403, 408, 425, 429, 503);

    private static final int SERVER = 500;

    /**
     * A gateway at an address.
     *
     * @throws IllegalArgumentException for a plain address outside of this machine
     */
    static TextGateway at(String url, String token) {
        if (!url.matches("https://.+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/.*)?")) {
            throw new IllegalArgumentException("dure.texts.url has to begin with https://");
        }
        var requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(ANSWER);
        return new TextGateway(
                RestClient.builder()
                        .baseUrl(url)
                        .requestFactory(requests)
                        .defaultHeader("Authorization", "Bearer " + token)
                        .build());
    }

    @Override
    public Message.Channel channel() {
        return Message.Channel.TEXT;
    }

    @Override
    public void carry(Message message) throws NotTaken {
        var id = message.id().toString();
        try {
            var answer =
                    client.post()
                            .header("Idempotency-Key", id)
                            .body(Map.of("id", id, "to", message.to(), "text", message.text()))
                            .retrieve()
                            .toBodilessEntity();
            if (!answer.getStatusCode().is2xxSuccessful()) {
                throw NotTaken.yet("the gateway answers " + answer.getStatusCode().value());
            }
        } catch (RestClientResponseException e) {
            throw refused(e);
        } catch (ResourceAccessException e) {
            if (unreached(e)) {
                throw NotTaken.yet("the gateway cannot be reached", e);
            }
            throw e;
        }
    }

    private static NotTaken refused(RestClientResponseException e) {
        int status = e.getStatusCode().value();
        String why = "the gateway answers " + status;
        if (LATER.contains(status)) {
            return NotTaken.yet(why, e);
        }
        if (status < SERVER) {
            return NotTaken.ever(why, e);
        }
        // Without the answer's body, which may hold the recipient, for this comes into the log.
        throw new IllegalStateException(why);
    }

    private static boolean unreached(Throwable e) {
        return e instanceof ConnectException
                || e instanceof HttpConnectTimeoutException
                || e.getCause() != null && unreached(e.getCause());
    }
}
