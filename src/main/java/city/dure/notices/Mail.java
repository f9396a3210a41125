package city.dure.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Mail by the city's server (settings {@code spring.mail.*} and {@code dure.mail-from}). */
record Mail(JavaMailSender server, String from) implements Carrier {
    private static final int FOR_NOW = 400;
    private static final int FOR_GOOD = 500;

    @Override
    public Message.Channel channel() {
        return Message.Channel.MAIL;
    }

    @Override
    public void carry(Message message) throws NotTaken {
        MimeMessage mail = written(message);
        try {
            server.send(mail);
        } catch (MailAuthenticationException e) {
            throw NotTaken.yet("the mail server does not know the portal", e);
        } catch (MailException e) {
            throw refusal(e).orElseThrow(() -> e);
        }
    }

    private MimeMessage written(Message message) throws NotTaken {
        try {
            var mail = server.createMimeMessage();
            var helper = new MimeMessageHelper(mail, "UTF-8");
            helper.setFrom(from);
            helper.setTo(message.to());
            helper.setSubject(message.subject());
            helper.setText(message.text());
            mail.setHeader("X-Dure-Message", message.id().toString());
            return mail;
        } catch (MessagingException e) {
            throw NotTaken.ever("it cannot be written as a mail", e);
        }
    }

    /** Why it was surely not taken: no connection, or an answer that says so (RFC 5321, 4.2.1). */
    private static Optional<NotTaken> refusal(MailException e) {
        return Stream.concat(Stream.of(e), causes(e))
                .flatMap(Mail::withCauses)
                .flatMap(cause -> refusal(cause).stream())
                .findFirst();
    }

    private static Optional<NotTaken> refusal(Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException e -> refused(e.getReturnCode(), e);
            case SMTPSendFailedException e -> refused(e.getReturnCode(), e);
            case ConnectException e -> Optional.of(NotTaken.yet("no connection", e));
            case UnknownHostException e -> Optional.of(NotTaken.yet("no such server", e));
            default -> Optional.empty();
        };
    }

    /** Below 400 it hung up instead of answering, when it may have taken the mail already. */
    private static Optional<NotTaken> refused(int code, Exception e) {
        String why = "the mail server answers " + code;
        if (code < FOR_NOW) {
            return Optional.empty();
        }
        return Optional.of(code >= FOR_GOOD ? NotTaken.ever(why, e) : NotTaken.yet(why, e));
    }

    private static Stream<Throwable> causes(MailException e) {
        return e instanceof MailSendException failed
                ? Stream.of(failed.getMessageExceptions())
                : Stream.empty();
    }

    /** The exception, what caused it, and what Jakarta Mail chains beside that. */
    private static Stream<Throwable> withCauses(Throwable e) {
        Stream<Throwable> next =
                e instanceof MessagingException mail && mail.getNextException() != null
                        ? withCauses(mail.getNextException())
                        : Stream.empty();
        Stream<Throwable> cause =
                e.getCause() == null || e instanceof MessagingException
                        ? Stream.empty()
                        : withCauses(e.getCause());
        return Stream.concat(Stream.of(e), Stream.concat(next, cause));
    }
}
