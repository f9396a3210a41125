package city.dure.eligibilitypages;

import city.dure.approvals.Approval;
import city.dure.approvals.Approvals;
import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Rule;
import city.dure.eligibility.Rules;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.shared.MoneyKind;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import city.dure.web.Formats;
import city.dure.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BeanPropertyBindingResult;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rules that one merchant officer asked for and another announces. */
@Service
@Transactional
class Proposals {
    private static final String ACTION = "eligibility.announce";
    private static final TypeReference<Map<MoneyKind, Rule>> BY_KIND = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Eligibility eligibility;
    private final RulesCheck check;
    private final Approvals approvals;
    private final Ledger ledger;
    private final Clock clock;

    Proposals(
            JdbcClient jdbc,
            JsonMapper json,
            Eligibility eligibility,
            RulesCheck check,
            Approvals approvals,
            Ledger ledger,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.eligibility = eligibility;
        this.check = check;
        this.approvals = approvals;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Asks another officer to announce rules; the caller has checked the form.
     *
     * @throws Conflict.Changed when somebody announced others meanwhile
     */
    LedgerReceipt ask(Actor actor, Rules rules) {
        if (eligibility.newestVersion() != rules.version()) {
            throw new Conflict.Changed("eligibility.changed");
        }
        var id = new ProposalId(UUID.randomUUID());
        var asked = new Proposal(id, rules, actor.ref(), clock.instant());
        write(asked);
        approvals.ask(
                actor,
                new Approvals.Request(
                        id.value(),
                        ACTION,
                        "/office/eligibility/proposals/" + id.ref(),
                        Role.MERCHANT_OFFICER,
                        null,
                        asked.payload()));
        return ledger.record(
                actor,
                new ProposalRecords.Proposed(
                        id,
                        rules.version(),
                        rules.noticedOn(),
                        rules.from().toString(),
                        rules.written()));
    }

    /**
     * Announces rules as the page showed them; the notice counts from today at the earliest.
     *
     * @throws Conflict as {@link Approvals#approve} does, or when they cannot be announced any more
     */
    LedgerReceipt approve(Actor actor, ProposalId id, String shown) {
        Proposal asked = find(id);
        return approvals.approve(
                actor, id.value(), asked.payload(), shown, () -> announce(actor, asked));
    }

    /** Does not announce them; who asked takes them back so. */
    LedgerReceipt decline(Actor actor, ProposalId id) {
        return approvals.decline(
                actor, id.value(), () -> ledger.record(actor, new ProposalRecords.Declined(id)));
    }

    /** Rules that were asked for, whatever became of them. */
    @Transactional(readOnly = true)
    public Proposal find(ProposalId id) {
        return row(id).orElseThrow(() -> new NotFound("proposal " + id));
    }

    /** What became of them. */
    @Transactional(readOnly = true)
    Approval approval(ProposalId id) {
        return approvals.find(id.value()).orElseThrow(() -> new NotFound("approval of " + id));
    }

    /** The newest that nobody decided, also those that expired in the last days. */
    @Transactional(readOnly = true)
    List<Approval> undecided() {
        return approvals.undecided(ACTION);
    }

    /** The mark of what a page shows. */
    String mark(Proposal asked) {
        return approvals.mark(asked.id().value(), asked.payload());
    }

    private LedgerReceipt announce(Actor actor, Proposal asked) {
        Rules rules = asked.rules();
        var form = RulesForm.of(rules);
        var errors = new BeanPropertyBindingResult(form, "form");
        check.refuse(form, errors);
        if (errors.hasErrors()) {
            var first = errors.getAllErrors().getFirst();
            throw new Conflict(String.valueOf(first.getCode()));
        }
        return eligibility.announce(actor, asked.id(), rules.announcedOn(later(rules.noticedOn())));
    }

    /** Before the second officer approved, nothing was announced to anybody. */
    private LocalDate later(LocalDate noticed) {
        var today = LocalDate.now(clock.withZone(Formats.ZONE));
        return noticed.isBefore(today) ? today : noticed;
    }

    private void write(Proposal asked) {
        Rules rules = asked.rules();
        jdbc.sql(
                        "insert into eligibility_proposal"
                                + " (id, version, noticed_on, from_at, rules, asked_by, asked_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(asked.id().value(), rules.version(), rules.noticedOn())
                .params(rules.from().atOffset(ZoneOffset.UTC))
                .params(json.writeValueAsString(rules.byKind()), asked.askedBy())
                .params(asked.askedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Proposal> row(ProposalId id) {
        return jdbc.sql("select * from eligibility_proposal where id = ?")
                .param(id.value())
                .query((row, number) -> proposal(row))
                .optional();
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                new ProposalId(row.getObject("id", UUID.class)),
                new Rules(
                        row.getInt("version"),
                        row.getObject("noticed_on", LocalDate.class),
                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                        json.readValue(row.getString("rules"), BY_KIND)),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
