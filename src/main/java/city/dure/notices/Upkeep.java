package city.dure.notices;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets old messages, and counts those that did not go out for whoever watches the portal. */
@Component
class Upkeep {
    private static final Duration MESSAGES = Duration.ofDays(30);
    private static final Duration NOTICES = Duration.ofDays(2 * 365);

    private final InboxRows inbox;
    private final Messages messages;

    Upkeep(InboxRows inbox, Messages messages, MeterRegistry metrics) {
        this.inbox = inbox;
        this.messages = messages;
        for (var state :
                List.of(
                        Messages.State.WAITING,
                        Messages.State.SENDING,
                        Messages.State.FAILED,
                        Messages.State.UNSURE)) {
            Gauge.builder("dure.messages", messages, all -> all.count(state))
                    .description("Mails and text messages of the last 30 days that are not sent")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(metrics);
        }
        Gauge.builder("dure.messages.oldest", messages, Messages::oldestWaits)
                .description("How long the oldest waiting message waits, in s")
                .register(metrics);
    }

    @Scheduled(cron = "0 50 4 * * *", zone = "Asia/Seoul")
    @Transactional
    void sweep() {
        inbox.sweep(NOTICES);
        messages.sweep(MESSAGES);
    }
}
