package city.dure.residentlists;

import city.dure.imports.ImportTarget;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.imports.Run.State;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Throws away the lists of people that nobody brought to an end within 30 days: nothing personal is
 * kept longer than it is needed (PIPA, article 21).
 */
@Component
class ForgottenLists {
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenLists.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Set<State> WAITING =
            EnumSet.of(State.UPLOADED, State.READY, State.STOPPED, State.FAILED);

    /** More than ever wait; what is over it goes on the next day. */
    private static final int MOST = 1_000;

    private final Imports imports;
    private final Clock clock;

    ForgottenLists(Imports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    @Scheduled(cron = "0 20 4 * * *", zone = "Asia/Seoul")
    void discard() {
        var ofPeople = imports.targets().stream().filter(ImportTarget::personal).toList();
        Instant before = clock.instant().minus(KEPT);
        imports.page(WAITING, ofPeople, null, MOST).rows().stream()
                .filter(run -> run.createdAt().isBefore(before))
                .forEach(this::discard);
    }

    private void discard(Run run) {
        try {
            imports.discard(Actor.SYSTEM, run.id(), run.done().total());
        } catch (Conflict e) {
            LOG.info("Somebody has gone on with list {} after all", run.id());
        }
    }
}
