package city.dure.notices;

import city.dure.personal.EmailAddress;
import city.dure.personal.Personal;
import city.dure.personal.Phone;
import city.dure.web.NotFound;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What mail and phones would show, in the demonstration only. */
@Controller
class OutboxController {
    private static final int NEWEST = 200;
    private static final int SHOWN = 30;

    private final Messages messages;
    private final Sender sender;

    OutboxController(Messages messages, Sender sender) {
        this.messages = messages;
        this.sender = sender;
    }

    /** A message as its receiver would see it. */
    record Arrived(String channel, Personal to, String subject, String text, Instant at) {}

    @GetMapping("/outbox")
    @Transactional(readOnly = true)
    public String show(@RequestParam @Nullable String q, Model model) {
        if (!sender.keeps()) {
            throw new NotFound("outbox");
        }
        String end = Objects.requireNonNullElse(q, "").strip();
        model.addAttribute("q", end);
        model.addAttribute(
                "arrived",
                messages.newest(NEWEST).stream()
                        .filter(kept -> kept.state() == Messages.State.SENT)
                        .filter(kept -> isFor(kept.message(), end))
                        .limit(SHOWN)
                        .map(OutboxController::arrived)
                        .toList());
        return "notices/outbox";
    }

    /** By the last digits of a phone, or the beginning of a mail address. */
    private static boolean isFor(Message message, String asked) {
        return message.channel() == Message.Channel.TEXT
                ? message.to().endsWith(asked)
                : message.to().startsWith(asked);
    }

    private static Arrived arrived(Messages.Kept kept) {
        Message message = kept.message();
        boolean mail = message.channel() == Message.Channel.MAIL;
        return new Arrived(
                mail ? "mail" : "text",
                mail ? new EmailAddress(message.to()) : new Phone(message.to()),
                message.subject(),
                message.text(),
                kept.madeAt());
    }
}
