package city.dure.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What the portal makes of a mail server's answers: sent, surely not taken, or unknown. */
class MailTests {
    private static final Message MESSAGE =
            new Message(
                    UUID.fromString("01900000-0000-7000-8000-000000000001"),
                    Message.Channel.MAIL,
                    "kim@example.org",
                    "확인 번호",
                    "번호는 123 456");

    @Test
    void handsMailOverOnceWithItsOwnId() throws Exception {
        try (var server = new MailServer(Map.of())) {
            to(server.port()).carry(MESSAGE);
            assertThat(server.taken)
                    .singleElement()
                    .asString()
                    .contains("To: kim@example.org", "From: dure@example.org")
                    .containsOnlyOnce("Message-ID: <" + MESSAGE.id() + "@example.org>");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 busy",
        "GREETING, ''",
        "GREETING, silent",
        "EHLO, ''",
        "MAIL, 451 later",
        "RCPT, 450 full",
        "RCPT, ''",
        "DATA, 451 later",
        "CONTENT, 452 full",
    })
    void triesAgainWhatWasSurelyNotTaken(String command, String answer) throws Exception {
        try (var server = new MailServer(Map.of(command, answer))) {
            assertThat(refusal(server.port()).forGood()).isFalse();
            assertThat(server.taken).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 550 not you", "RCPT, 550 nobody", "DATA, 554 no", "CONTENT, 554 no"})
    void givesUpWhatIsRefusedForGood(String command, String answer) throws Exception {
        try (var server = new MailServer(Map.of(command, answer))) {
            assertThat(refusal(server.port()).forGood()).isTrue();
            assertThat(server.taken).isEmpty();
        }
    }

    /** The server took it, and the answer never came: another try may be a second copy. */
    @ParameterizedTest
    @CsvSource({"''", "silent"})
    void knowsNothingWhenTheAnswerIsLost(String answer) throws Exception {
        try (var server = new MailServer(Map.of("CONTENT", answer))) {
            assertThatThrownBy(() -> to(server.port()).carry(MESSAGE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasNoCause();
            assertThat(server.taken).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"QUIT, ''", "QUIT, silent", "QUIT, 500 no"})
    void countsAsSentHoweverTheLineEnds(String command, String answer) throws Exception {
        try (var server = new MailServer(Map.of(command, answer))) {
            to(server.port()).carry(MESSAGE);
            assertThat(server.taken).hasSize(1);
        }
    }

    @Test
    void triesAgainWhereNobodyListens() throws Exception {
        assertThat(refusal(freePort()).forGood()).isFalse();
    }

    private static NotTaken refusal(int port) {
        try {
            to(port).carry(MESSAGE);
        } catch (NotTaken e) {
            return e;
        }
        throw new AssertionError("it was taken");
    }

    private static Mail to(int port) {
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        var settings = Objects.requireNonNull(server.getJavaMailProperties());
        settings.put("mail.smtp.connectiontimeout", "500");
        settings.put("mail.smtp.timeout", "500");
        return new Mail(server, "dure@example.org");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
