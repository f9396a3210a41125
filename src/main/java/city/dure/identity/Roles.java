package city.dure.identity;

import city.dure.ledger.Ledger;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Roles of staff: proposed, granted by a second administrator, withdrawn, run out. */
@Service
@Transactional
public class Roles {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    Roles(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Grants a role for twelve months where nobody holds one yet who could: at setting up. */
    void grantAtSetup(AccountId account, Role role) {
        LocalDate until = LocalDate.now(clock.withZone(SEOUL)).plusMonths(12);
        jdbc.sql(
                        "insert into account_role (id, account_id, role, until, proposed_by,"
                                + " proposed_at, decided_by, decided_at, granted)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, true)")
                .params(
                        UUID.randomUUID(),
                        account.value(),
                        role.code(),
                        endOf(until),
                        Actor.SYSTEM.ref(),
                        now(),
                        Actor.SYSTEM.ref(),
                        now())
                .update();
        ledger.record(Actor.SYSTEM, new RoleGranted(account, role.code(), until));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** The first moment at which a role that holds up to this day holds no longer. */
    private static OffsetDateTime endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(SEOUL).toOffsetDateTime();
    }
}
