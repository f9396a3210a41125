package city.dure.eligibility;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The yearly turnovers that shops declared. */
@Service
@Transactional
public class Declarations {
    private final Turnovers turnovers;
    private final Merchants merchants;
    private final Ledger ledger;
    private final Clock clock;

    Declarations(Turnovers turnovers, Merchants merchants, Ledger ledger, Clock clock) {
        this.turnovers = turnovers;
        this.merchants = merchants;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What one shop declared. */
    public record Declared(MerchantId shop, Turnover turnover) {
        EligibilityRecords.TurnoverDeclared event() {
            return new EligibilityRecords.TurnoverDeclared(shop, turnover.year(), turnover.won());
        }
    }

    /**
     * What is known of a shop's year.
     *
     * @param at when it was noted
     */
    public record Noted(Turnover turnover, Instant at) {
        /** Tells it from whatever was noted for the same shop and year before or after. */
        public int version() {
            return 31 * Long.hashCode(turnover.won()) + Long.hashCode(at.toEpochMilli());
        }
    }

    /** Why what was noted is taken back; its code stands in entries. */
    public enum Mistake {
        WRONG_SHOP,
        WRONG_YEAR,
        WRONG_AMOUNT,
        UNPROVEN;

        /** The code in forms, entries and message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Notes down what a shop declared for a year; empty when it is known already. */
    public Optional<LedgerReceipt> declare(Actor actor, MerchantId shop, Turnover declared) {
        var known = new Declared(merchants.summary(shop).id(), declared);
        return declare(actor, List.of(known)).stream().findFirst();
    }

    /**
     * Notes down what shops declared, each once a year in the list, with an entry each; what is
     * known already has none.
     */
    public List<LedgerReceipt> declare(Actor actor, List<Declared> declared) {
        if (declared.isEmpty()) {
            return List.of();
        }
        var unknown = turnovers.write(declared, clock.instant());
        return unknown.isEmpty()
                ? List.of()
                : ledger.recordAll(actor, unknown.stream().map(Declared::event).toList());
    }

    /**
     * Takes back what was noted by mistake: the shop declared nothing for that year.
     *
     * @param seenVersion the version that was shown
     * @throws Conflict.Changed when something else was noted meanwhile, or it was taken back
     */
    public LedgerReceipt withdraw(
            Actor actor, MerchantId shop, int year, int seenVersion, Mistake why) {
        Turnover noted =
                turnovers
                        .remove(merchants.summary(shop).id(), year, seenVersion)
                        .orElseThrow(() -> new Conflict.Changed("eligibility.mistake.changed"));
        return ledger.record(
                actor,
                new EligibilityRecords.TurnoverWithdrawn(shop, year, noted.won(), why.code()));
    }

    /** What a shop declared, newest year first. */
    @Transactional(readOnly = true)
    public List<Noted> of(MerchantId shop) {
        return turnovers.of(shop);
    }

    /** What these shops declared, by year; those that declared nothing are missing. */
    @Transactional(readOnly = true)
    public Map<MerchantId, Map<Integer, Long>> of(Collection<MerchantId> shops) {
        return turnovers.of(shops);
    }
}
