package city.dure.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What is made of the answers of a mail server, which is one socket here. */
class MailTests {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final Message message =
            new Message(
                    UUID.randomUUID(),
                    Message.Channel.MAIL,
                    "narae@example.com",
                    "확인 번호",
                    "번호는 123456");
    private ServerSocket socket;

    /** What the server answers to the address, and to the mail itself; empty hangs up. */
    private volatile String toAddress = "250 ok";

    private volatile String toMail = "250 taken";

    @BeforeEach
    void listen() throws IOException {
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
    }

    @Test
    void handsAMailOver() throws NotTaken {
        mail().carry(message);
        assertThat(heard)
                .contains("RCPT TO:<narae@example.com>", "X-Dure-Message: " + message.id())
                .anyMatch(line -> line.startsWith("Subject: =?UTF-8?"));
    }

    @Test
    void knowsThatNothingWasTakenWithoutAConnection() throws IOException {
        var unreached = mail();
        socket.close();
        assertThat(refusal(unreached).forGood()).isFalse();
    }

    @Test
    void knowsThatNothingWasTakenForNow() {
        toAddress = "450 try later";
        assertThat(refusal(mail()).forGood()).isFalse();
        toAddress = "250 ok";
        toMail = "451 try later";
        assertThat(refusal(mail()).forGood()).isFalse();
    }

    @Test
    void knowsThatAnAddressIsNone() {
        toAddress = "550 nobody here";
        assertThat(refusal(mail()).forGood()).isTrue();
    }

    /** The mail was sent whole, and the server went away before it said whether it took it. */
    @Test
    void doesNotKnowWhatBecameOfAMailWithoutAnswer() {
        toMail = "";
        assertThatThrownBy(() -> mail().carry(message)).isInstanceOf(MailException.class);
    }

    private NotTaken refusal(Mail mail) {
        return catchThrowableOfType(NotTaken.class, () -> mail.carry(message));
    }

    private Mail mail() {
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(socket.getLocalPort());
        server.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "3000");
        server.getJavaMailProperties().setProperty("mail.smtp.timeout", "3000");
        return new Mail(server, "city@example.com");
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                return; // the test is over
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var out = client.getOutputStream();
        say(out, "220 test");
        boolean body = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            String answer = body ? inBody(line) : answer(line);
            if (answer == null) {
                return;
            }
            body = body ? !line.equals(".") : line.equals("DATA");
            if (!answer.isEmpty()) {
                say(out, answer);
            }
        }
    }

    private @Nullable String inBody(String line) {
        if (!line.equals(".")) {
            return "";
        }
        return toMail.isEmpty() ? null : toMail;
    }

    private String answer(String line) {
        return switch (line.split(" ")[0]) {
            case "RCPT" -> toAddress;
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
