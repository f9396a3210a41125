package city.dure.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of the answers of a gateway for short texts. */
class TextGatewayTests {
    private final Message message =
            new Message(UUID.randomUUID(), Message.Channel.TEXT, "01012345678", "", "번호 123456");
    private HttpServer server;
    private volatile int status = 202;
    private volatile String heard = "";
    private volatile String headers = "";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void handsATextOverWithItsId() throws NotTaken {
        gateway().carry(message);
        assertThat(heard).contains("\"to\":\"01012345678\"", "번호 123456", message.id().toString());
        assertThat(headers).isEqualTo("Bearer secret " + message.id());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 401, 403, 408, 425, 429, 503})
    void triesLater(int answer) {
        status = answer;
        assertThat(refusal().forGood()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422})
    void neverTriesAgain(int answer) {
        status = answer;
        assertThat(refusal().forGood()).isTrue();
    }

    /** It may have sent the text before it failed; its words stay out of the log. */
    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void doesNotKnow(int answer) {
        status = answer;
        assertThatThrownBy(() -> gateway().carry(message))
                .isInstanceOf(RuntimeException.class)
                .message()
                .doesNotContain(message.to());
    }

    @Test
    void triesLaterWhereNobodyListens() {
        var gateway = gateway();
        server.stop(0);
        var refusal = catchThrowableOfType(NotTaken.class, () -> gateway.carry(message));
        assertThat(refusal.forGood()).isFalse();
    }

    @Test
    void sendsNothingInClearToOtherMachines() {
        assertThatThrownBy(() -> TextGateway.at("http://gateway.example.com", "secret"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private NotTaken refusal() {
        return catchThrowableOfType(NotTaken.class, () -> gateway().carry(message));
    }

    private TextGateway gateway() {
        return TextGateway.at("http://127.0.0.1:" + server.getAddress().getPort(), "secret");
    }

    private void answer(HttpExchange exchange) throws IOException {
        heard = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        headers =
                exchange.getRequestHeaders().getFirst("Authorization")
                        + " "
                        + exchange.getRequestHeaders().getFirst("Idempotency-Key");
        byte[] words = ("cannot reach " + message.to()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, words.length);
        exchange.getResponseBody().write(words);
        exchange.close();
    }
}
