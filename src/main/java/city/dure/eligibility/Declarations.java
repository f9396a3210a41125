package city.dure.eligibility;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
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

    /** Notes down what a shop declared for a year; empty when it is known already. */
    public Optional<LedgerReceipt> declare(Actor actor, MerchantId shop, Turnover declared) {
        if (turnovers.of(merchants.summary(shop).id()).contains(declared)) {
            return Optional.empty();
        }
        return Optional.of(declare(actor, List.of(new Declared(shop, declared))).getFirst());
    }

    /** Notes down what shops declared, each once a year in the list, with an entry each. */
    public List<LedgerReceipt> declare(Actor actor, List<Declared> declared) {
        if (declared.isEmpty()) {
            return List.of();
        }
        turnovers.write(declared, clock.instant());
        return ledger.recordAll(actor, declared.stream().map(Declared::event).toList());
    }

    /** What a shop declared, newest year first. */
    @Transactional(readOnly = true)
    public List<Turnover> of(MerchantId shop) {
        return turnovers.of(shop);
    }

    /** What these shops declared, by year; those that declared nothing are missing. */
    @Transactional(readOnly = true)
    public Map<MerchantId, Map<Integer, Long>> of(Collection<MerchantId> shops) {
        return turnovers.of(shops);
    }
}
