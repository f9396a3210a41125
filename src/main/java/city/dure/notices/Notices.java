package city.dure.notices;

import city.dure.personal.EmailAddress;
import city.dure.personal.Phone;
import city.dure.shared.Page;
import city.dure.shared.Subject;
import city.dure.vault.Vault;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages to people. Each is stored in the transaction of what it tells; what leaves the portal
 * leaves after that has committed, and never twice.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Notices {
    private static final String MAIL = "mail";
    private static final int MANY = 100;
    private static final Duration NEWS = Duration.ofDays(3);

    private final InboxRows inbox;
    private final Messages messages;
    private final Sender sender;
    private final Vault vault;
    private final MessageSource texts;
    private final String publicUrl;

    Notices(
            InboxRows inbox,
            Messages messages,
            Sender sender,
            Vault vault,
            MessageSource texts,
            @Value("${dure.public-url}") String publicUrl) {
        this.inbox = inbox;
        this.messages = messages;
        this.sender = sender;
        this.vault = vault;
        this.texts = texts;
        this.publicUrl = publicUrl.replaceFirst("/$", "");
    }

    /**
     * Puts a notice into an account's inbox, and mails it where an address is known, in the
     * language that its holder chose last; Korean when they never chose.
     */
    public void tell(Subject account, Notice notice) {
        tellAll(List.of(account), notice);
    }

    /** The same for several accounts; the caller bounds how many. */
    public void tellAll(List<? extends Subject> accounts, Notice notice) {
        var refs = accounts.stream().map(Subject::ref).toList();
        inbox.add(refs, notice);
        var addresses = vault.gets(refs, MAIL);
        var languages = inbox.languages(addresses.keySet());
        addresses.forEach((ref, address) ->
                mail(ref, address, notice, languages.getOrDefault(ref, Locale.KOREAN)));
    }

    /** Whether so many messages are due that news had better wait, for codes come after them. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean busy() {
        return messages.due(sender.channels(), MANY) >= MANY;
    }

    /** Sends one mail to an address. */
    public void mail(EmailAddress to, MessageText text) {
        send(Message.Channel.MAIL, to.plain(), text);
    }

    /** Sends one short text to a phone. */
    public void text(Phone to, MessageText text) {
        send(Message.Channel.TEXT, to.digits(), text);
    }

    /** Whether mail leaves this portal. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean canMail() {
        return sender.serves(Message.Channel.MAIL);
    }

    /** Whether short texts leave this portal. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean canText() {
        return sender.serves(Message.Channel.TEXT);
    }

    /** Where an account's notices are mailed to from now on; null for nowhere. */
    public void mailTo(Subject account, @Nullable EmailAddress address) {
        if (address == null) {
            vault.remove(account.ref(), MAIL);
        } else {
            vault.put(account.ref(), MAIL, address.plain());
        }
    }

    /** The language in which somebody wants to be written to; empty when they never chose. */
    @Transactional(readOnly = true)
    public Optional<Locale> language(Subject account) {
        return Optional.ofNullable(inbox.languages(List.of(account.ref())).get(account.ref()));
    }

    /** Forgets all that was told to an account, what is on its way, and the language. */
    public void forget(Subject account) {
        inbox.forget(account.ref());
        messages.forget(account.ref());
    }

    /** What an account was told, newest first. */
    @Transactional(readOnly = true)
    public Page<Told> page(Subject account, boolean unread, @Nullable Long before, int size) {
        return inbox.page(account.ref(), unread, before, size);
    }

    /** The notice's own sentence, with the address of its page. */
    private void mail(String account, String address, Notice notice, Locale language) {
        String words = texts.getMessage(notice.key(), notice.filling(), language);
        String href = notice.href();
        String text = words + "\n\n" + publicUrl + (href == null ? "" : href);
        var message = new Message(UUID.randomUUID(), Message.Channel.MAIL, address, words, text);
        messages.add(message, account, NEWS);
        sender.ringAfterCommit();
    }

    private void send(Message.Channel channel, String to, MessageText text) {
        Object[] arguments = text.arguments().toArray();
        String words = texts.getMessage(text.key(), arguments, text.language());
        String title = texts.getMessage(text.key() + ".subject", arguments, words, text.language());
        var message = new Message(UUID.randomUUID(), channel, to, String.valueOf(title), words);
        messages.add(message, null, text.useful());
        sender.ringAfterCommit();
    }
}
