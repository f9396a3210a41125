package city.dure.signin;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Where browsers reach this portal, and where it reaches itself. */
@Component
class OwnAddress {
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1");

    private final URI publicUrl;
    private final String internalUrl;
    private volatile int port;

    OwnAddress(
            @Value("${dure.public-url}") String publicUrl,
            @Value("${dure.internal-url:}") String internalUrl,
            @Value("${server.port:8080}") int port) {
        this.publicUrl = URI.create(StringUtils.trimTrailingCharacter(publicUrl, '/'));
        this.internalUrl = internalUrl;
        this.port = port;
    }

    /** A port chosen at the start, as in tests, is known only now. */
    @EventListener
    void on(WebServerInitializedEvent started) {
        if (!"management".equals(started.getApplicationContext().getServerNamespace())) {
            port = started.getWebServer().getPort();
        }
    }

    /** Names the own authorization server, whichever host a browser came by. */
    String issuer() {
        return publicUrl.toString();
    }

    /** For the server's own calls: never through a proxy or the network. */
    String internal() {
        return internalUrl.isBlank() ? "http://127.0.0.1:" + port : internalUrl;
    }

    /** Where a browser may come back to; on one's own machine by either name of it. */
    List<String> redirectUris() {
        return Stream.concat(Stream.of(issuer()), loopbacks())
                .map(url -> url + "/login/oauth2/code/")
                .flatMap(url ->
                        Stream.of(SignInClient.REGISTRATION, SignInClient.STAFF)
                                .map(registration -> url + registration))
                .toList();
    }

    private Stream<String> loopbacks() {
        return LOOPBACK.contains(publicUrl.getHost())
                ? LOOPBACK.stream().map(host -> "http://" + host + ":" + port)
                : Stream.empty();
    }
}
