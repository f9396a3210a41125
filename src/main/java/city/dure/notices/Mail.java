package city.dure.notices;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Mail by the city's server (settings {@code spring.mail.*} and {@code dure.mail-from}). It speaks
 * with the server itself, because what goes wrong before the mail's content may be tried again, and
 * what goes wrong after it may not.
 */
record Mail(JavaMailSenderImpl server, String from) implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(Mail.class);
    private static final int REFUSED = 400;
    private static final int FOR_GOOD = 500;

    @Override
    public Message.Channel channel() {
        return Message.Channel.MAIL;
    }

    @Override
    public void carry(Message message) throws NotTaken {
        MimeMessage mail = written(message);
        Transport line = connect();
        try {
            line.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException e) {
            throw refusal(e).orElseThrow(() -> unknown(e));
        } finally {
            hangUp(line);
        }
    }

    private MimeMessage written(Message message) throws NotTaken {
        try {
            var mail = new MimeMessage(server.getSession());
            var helper = new MimeMessageHelper(mail, "UTF-8");
            helper.setFrom(from);
            helper.setTo(message.to());
            helper.setSubject(message.subject());
            helper.setText(message.text());
            mail.saveChanges();
            mail.setHeader("Message-ID", "<" + message.id() + "@" + domain() + ">");
            return mail;
        } catch (MessagingException e) {
            throw NotTaken.ever("it cannot be written as a mail", e);
        }
    }

    private String domain() throws MessagingException {
        String address = new InternetAddress(from).getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    /** A line to the server; as long as there is none, nothing was taken. */
    private Transport connect() throws NotTaken {
        try {
            String protocol = Objects.requireNonNullElse(server.getProtocol(), "smtp");
            var line = server.getSession().getTransport(protocol);
            line.connect(
                    server.getHost(),
                    server.getPort(),
                    given(server.getUsername()),
                    given(server.getPassword()));
            return line;
        } catch (AuthenticationFailedException e) {
            throw NotTaken.yet("the mail server does not know the portal", e);
        } catch (MessagingException e) {
            throw NotTaken.yet("no connection to the mail server", e);
        }
    }

    /** An empty setting is none. */
    private static @Nullable String given(@Nullable String setting) {
        return setting == null || setting.isEmpty() ? null : setting;
    }

    /** Why it was surely not taken; empty when nobody knows. */
    private static Optional<NotTaken> refusal(MessagingException e) {
        return Stream.<Exception>iterate(e, Mail::hasNext, Mail::next)
                .flatMap(each -> refused(each).stream())
                .findFirst();
    }

    private static Optional<NotTaken> refused(@Nullable Exception e) {
        return switch (e) {
            case SMTPAddressFailedException it -> refused(it.getReturnCode(), it);
            case SMTPSendFailedException it when it.getReturnCode() >= REFUSED ->
                    refused(it.getReturnCode(), it);
            case SMTPSendFailedException it when !".".equals(it.getCommand()) ->
                    Optional.of(NotTaken.yet("the line went dead before the content", it));
            case null, default -> Optional.empty();
        };
    }

    /** An answer of the server (RFC 5321, 4.2.1): 4xx is not now, 5xx is never. */
    private static Optional<NotTaken> refused(int code, Exception e) {
        String why = "the mail server answers " + code;
        return Optional.of(code >= FOR_GOOD ? NotTaken.ever(why, e) : NotTaken.yet(why, e));
    }

    private static boolean hasNext(@Nullable Exception e) {
        return e != null;
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException mail ? mail.getNextException() : null;
    }

    /** Without the server's words, which may hold the recipient, for it comes into the log. */
    private static IllegalStateException unknown(MessagingException e) {
        return new IllegalStateException(
                "the mail server's answer is lost: " + e.getClass().getSimpleName());
    }

    /** What was taken stays taken, however the line ends. */
    private static void hangUp(Transport line) {
        try {
            line.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server did not say goodbye", e);
        }
    }
}
