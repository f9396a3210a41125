package city.dure.citizendesk;

import city.dure.citizens.Citizen;
import city.dure.citizens.CitizenId;
import city.dure.citizens.Citizens;
import city.dure.citizens.FormerIds;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerReceipt;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who waits at a desk, in the order in which they came. */
@Service
@Transactional
public class DeskVisits {
    /** A number is good for the day on which it was taken. */
    private static final Duration GOOD = Duration.ofHours(12);

    private final Citizens citizens;
    private final JdbcClient jdbc;
    private final FormerIds formerIds;
    private final Ledger ledger;
    private final Clock clock;

    DeskVisits(
            Citizens citizens, JdbcClient jdbc, FormerIds formerIds, Ledger ledger, Clock clock) {
        this.citizens = citizens;
        this.formerIds = formerIds;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Somebody waits to have their identity checked. */
    @LedgerKind("desk_visit.asked")
    record Asked(CitizenId citizen) implements LedgerRecord {}

    /** Somebody no longer waits: {@code proven}, {@code absent} when called, or {@code left}. */
    @LedgerKind("desk_visit.ended")
    record Ended(CitizenId citizen, String outcome) implements LedgerRecord {}

    /** One who waits. */
    record Waiting(long no, CitizenId citizen, Instant askedAt) {}

    /**
     * Takes a number.
     *
     * @param citizen as it was read before; whether it is proven is read anew
     * @throws Conflict for who waits already, or is proven
     * @throws Conflict.Changed for who left or goes by another id meanwhile
     */
    LedgerReceipt ask(Actor actor, Citizen citizen) {
        if (lockAndProven(citizen.id()) || waiting(citizen.id()).isPresent()) {
            throw new Conflict("citizendesk.waits");
        }
        jdbc.sql("insert into desk_visit (citizen_id, asked_at) values (?, ?)")
                .params(citizen.id().value(), now())
                .update();
        return ledger.record(actor, new Asked(citizen.id()));
    }

    /**
     * Ends the wait of somebody, with its entry, in the caller's transaction; nothing happens where
     * nobody waits. A number of another day is no wait any more and stays as it is.
     *
     * @param outcome {@code proven}, {@code absent} when called, or {@code left} the city's portal
     */
    public void end(Actor actor, CitizenId citizen, String outcome) {
        int ended =
                jdbc.sql(
                                "update desk_visit set ended_at = :now, outcome = :outcome"
                                        + " where citizen_id in (:ids) and ended_at is null"
                                        + " and asked_at > :oldest")
                        .param("oldest", oldest())
                        .param("now", now())
                        .param("outcome", outcome)
                        .param("ids", ids(citizen))
                        .update();
        if (ended > 0) {
            ledger.record(actor, new Ended(citizen, outcome));
        }
    }

    /**
     * A number that somebody took.
     *
     * @param endedAt null where nobody called it
     * @param outcome null as well then
     */
    public record Visit(Instant askedAt, @Nullable Instant endedAt, @Nullable String outcome) {}

    /** The numbers that somebody took, the oldest first. */
    @Transactional(readOnly = true)
    public List<Visit> of(CitizenId citizen) {
        return jdbc.sql("select * from desk_visit where citizen_id in (:ids) order by no")
                .param("ids", ids(citizen))
                .query((row, number) -> {
                    var ended = row.getObject("ended_at", OffsetDateTime.class);
                    return new Visit(
                            row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                            ended == null ? null : ended.toInstant(),
                            row.getString("outcome"));
                })
                .list();
    }

    /** The first of those who wait, but for those whom another way has proven since. */
    @Transactional(readOnly = true)
    List<Waiting> waiting(int most) {
        return jdbc.sql(
                        "select v.no, v.asked_at, c.id as citizen from desk_visit v"
                                + " left join citizen_former f on f.former = v.citizen_id"
                                + " join citizen c on c.id = coalesce(f.citizen_id, v.citizen_id)"
                                + " where v.ended_at is null and v.asked_at > ?"
                                + " and c.erased_at is null and c.proven_at is null"
                                + " order by v.asked_at, v.no limit ?")
                .params(oldest(), most)
                .query((row, number) ->
                        new Waiting(
                                row.getLong("no"),
                                new CitizenId(row.getObject("citizen", UUID.class)),
                                row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The number of somebody who waits. */
    @Transactional(readOnly = true)
    Optional<Long> waiting(CitizenId citizen) {
        return jdbc.sql(
                        "select max(no) from desk_visit where citizen_id in (:ids)"
                                + " and ended_at is null and asked_at > :oldest")
                .param("ids", ids(citizen))
                .param("oldest", oldest())
                .query(Long.class)
                .optional();
    }

    /** A number may have been taken under a former id. */
    private List<UUID> ids(CitizenId citizen) {
        return formerIds.all(citizen).stream().map(CitizenId::value).toList();
    }

    // Two tabs of one person: the second waits for the first, and finds its number.
    private boolean lockAndProven(CitizenId citizen) {
        return citizens.lock(citizen)
                        .orElseThrow(() -> new Conflict.Changed("citizens.changed"))
                        .provenAt()
                != null;
    }

    private OffsetDateTime oldest() {
        return now().minus(GOOD);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
