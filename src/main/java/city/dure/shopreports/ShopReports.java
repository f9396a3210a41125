package city.dure.shopreports;

import city.dure.identity.Accounts;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.web.Conflict;
import city.dure.web.Formats;
import city.dure.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what citizens report about shops, and lets officials settle it, each once. */
@Service
@Transactional
public class ShopReports {
    static final int MOST_A_DAY = 10;
    static final int OLDEST_DAYS = 30;
    private static final int SHOWN = 100;
    private static final int TRIES = 3;

    private final CaseRows cases;
    private final ReportRows reports;
    private final Merchants merchants;
    private final Accounts accounts;
    private final Formats formats;
    private final Ledger ledger;
    private final Clock clock;

    ShopReports(
            CaseRows cases,
            ReportRows reports,
            Merchants merchants,
            Accounts accounts,
            Formats formats,
            Ledger ledger,
            Clock clock) {
        this.cases = cases;
        this.reports = reports;
        this.merchants = merchants;
        this.accounts = accounts;
        this.formats = formats;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What somebody saw.
     *
     * @param refusal what happened at the counter; null for a closed shop
     */
    record Sighting(ReportKind kind, @Nullable Refusal refusal, LocalDate seen) {
        @Nullable String what() {
            return refusal == null ? null : refusal.code();
        }
    }

    /** A report is not taken, for a reason that the reporter is told in a friendly sentence. */
    static class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean already;

        private NotTaken(boolean already) {
            this.already = already;
        }

        /** Whether the person has reported this; else the person has reported enough today. */
        boolean already() {
            return already;
        }
    }

    /**
     * Files a person's report; it joins the open case about that shop, or opens one.
     *
     * @throws Conflict when such a shop cannot be reported for that
     * @throws NotTaken when the person has reported it already, or too much today
     * @throws org.springframework.dao.DuplicateKeyException when the person files another one at
     *     this moment
     */
    LedgerReceipt file(Actor person, MerchantId shop, Sighting sighting) {
        requireReportable(merchants.summary(shop), sighting.kind());
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Formats.ZONE);
        ShopCase open = join(shop, sighting, now);
        if (reports.has(open.id(), person)) {
            throw new NotTaken(true);
        }
        int nth = reports.filed(person, today) + 1;
        if (nth > MOST_A_DAY) {
            throw new NotTaken(false);
        }
        var id = new ReportRecords.ReportId(UUID.randomUUID());
        reports.add(id, open.id(), person, sighting, now, today, nth);
        cases.join(open.id(), sighting.seen());
        return ledger.record(
                person,
                new ReportRecords.Filed(
                        id,
                        open.id(),
                        new ReportedShop(shop),
                        sighting.kind().code(),
                        sighting.what(),
                        sighting.seen()));
    }

    /**
     * Settles all that was reported.
     *
     * @param seenVersion the version the decision was made on
     * @throws Conflict.Changed when somebody settled it meanwhile, or more was reported
     * @throws Conflict when the official reported it themselves
     */
    LedgerReceipt settle(Actor official, CaseId id, Outcome outcome, int seenVersion) {
        ShopCase open = cases.lock(id).orElseThrow(() -> new NotFound(id.ref()));
        requireUnchanged(open, seenVersion);
        if (reports.has(id, official)) {
            throw new Conflict("shopreports.settle.own");
        }
        cases.settle(id, outcome, official, clock.instant());
        return ledger.record(
                official,
                new ReportRecords.Settled(
                        id, open.shop(), open.kind().code(), outcome.code(), open.reports()));
    }

    /**
     * What somebody reported, as far as it is kept.
     *
     * @param shop whose reference it is
     * @param what was refused; null for another kind of report
     * @param outcome how the case was settled; null while it is open
     */
    public record Filed(
            String shop,
            String kind,
            @Nullable String what,
            LocalDate seenOn,
            Instant filedAt,
            @Nullable String outcome) {}

    /** A page of what somebody reported, newest first. */
    @Transactional(readOnly = true)
    public Page<Filed> filed(Actor person, @Nullable String after, int size) {
        var page = reports.of(person, after, size);
        var filed =
                page.rows().stream()
                        .map(own ->
                                new Filed(
                                        own.shop(),
                                        own.kind(),
                                        own.what(),
                                        own.seenOn(),
                                        own.filedAt(),
                                        own.outcome()))
                        .toList();
        return new Page<>(filed, page.next());
    }

    /** A page of what a person reported, newest first. */
    @Transactional(readOnly = true)
    Page<ReportRows.Own> own(Actor person, @Nullable String after, int size) {
        return reports.of(person, after, size);
    }

    /**
     * A case.
     *
     * @throws NotFound when there is none
     */
    @Transactional(readOnly = true)
    ShopCase find(CaseId id) {
        return cases.find(id).orElseThrow(() -> new NotFound(id.ref()));
    }

    /** The newest reports of a case, a hundred at most. */
    @Transactional(readOnly = true)
    List<ReportRows.Seen> of(CaseId id) {
        return reports.of(id, SHOWN);
    }

    /** Whether somebody has reported in a case, and so may not settle it. */
    @Transactional(readOnly = true)
    boolean reportedBy(CaseId id, Actor person) {
        return reports.has(id, person);
    }

    /**
     * Refuses what cannot be said of a shop as it stands.
     *
     * @throws Conflict with the reason
     */
    static void requireReportable(MerchantSummary shop, ReportKind kind) {
        if (shop.status() == MerchantStatus.CLOSED) {
            throw new Conflict("shopreports.shop.closed");
        }
        if (kind == ReportKind.REFUSES && !shop.isMerchant()) {
            throw new Conflict("shopreports.kind.no-merchant");
        }
    }

    // Who settles the case at this moment, or opens it, is waited for; then it is looked for again.
    private ShopCase join(MerchantId shop, Sighting sighting, Instant now) {
        for (int i = 0; i < TRIES; i++) {
            Optional<ShopCase> open = cases.lockOpen(shop, sighting.kind());
            if (open.isPresent()) {
                return open.get();
            }
            cases.open(shop, sighting.kind(), sighting.seen(), now);
        }
        return cases.lockOpen(shop, sighting.kind())
                .orElseThrow(() -> new Conflict("shopreports.busy"));
    }

    private void requireUnchanged(ShopCase shopCase, int seenVersion) {
        if (!shopCase.open()) {
            throw new Conflict.Changed(
                    "shopreports.settle.settled",
                    accounts.displayName(Objects.requireNonNull(shopCase.settledBy())),
                    formats.dateTime(shopCase.settledAt()));
        }
        if (shopCase.version() != seenVersion) {
            throw new Conflict.Changed("shopreports.settle.more");
        }
    }
}
