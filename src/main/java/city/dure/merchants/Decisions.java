package city.dure.merchants;

import city.dure.identity.Accounts;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Actor;
import city.dure.web.Formats;
import city.dure.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What officials decide about businesses, one after the other: each decides on what was shown, and
 * who comes second is told who was first, and when.
 */
@Service
@Transactional
public class Decisions {
    private final MerchantRepository merchants;
    private final Placing placing;
    private final Accounts accounts;
    private final Formats formats;
    private final Ledger ledger;
    private final Clock clock;

    Decisions(
            MerchantRepository merchants,
            Placing placing,
            Accounts accounts,
            Formats formats,
            Ledger ledger,
            Clock clock) {
        this.merchants = merchants;
        this.placing = placing;
        this.accounts = accounts;
        this.formats = formats;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Forbids a merchant to accept the currency for now.
     *
     * @param reason a reason code
     * @param seenVersion the version the decision was made on
     * @throws MerchantChanged when somebody decided meanwhile
     */
    public LedgerReceipt suspend(Actor actor, MerchantId id, String reason, int seenVersion) {
        return decide(
                        actor,
                        id,
                        seenVersion,
                        merchant -> {
                            merchant.suspend(reason, clock.instant());
                            return new MerchantRecords.Suspended(id, reason);
                        })
                .orElseThrow();
    }

    /**
     * Lets a suspended merchant accept the currency again.
     *
     * @throws MerchantChanged when somebody decided meanwhile
     */
    public LedgerReceipt resume(Actor actor, MerchantId id, int seenVersion) {
        return decide(
                        actor,
                        id,
                        seenVersion,
                        merchant -> {
                            merchant.resume(clock.instant());
                            return new MerchantRecords.Resumed(id);
                        })
                .orElseThrow();
    }

    /**
     * Closes a business; it leaves the finder.
     *
     * @throws MerchantChanged when somebody decided meanwhile
     */
    public LedgerReceipt close(Actor actor, MerchantId id, String reason, int seenVersion) {
        LocalDate today = LocalDate.now(clock.withZone(Formats.ZONE));
        return decide(
                        actor,
                        id,
                        seenVersion,
                        merchant -> {
                            merchant.close(reason, today, clock.instant());
                            return new MerchantRecords.Closed(id, reason, null);
                        })
                .orElseThrow();
    }

    /**
     * Corrects the public facts of a business that is not closed; empty when nothing differs. Its
     * place decides about its district, where both are known.
     *
     * @throws MerchantChanged when somebody decided meanwhile
     */
    public Optional<LedgerReceipt> describe(
            Actor actor, MerchantId id, Business described, int seenVersion) {
        return decide(
                actor,
                id,
                seenVersion,
                merchant -> {
                    var fields = merchant.correct(placing.placed(described));
                    return fields.isEmpty() ? null : new MerchantRecords.Changed(id, fields, null);
                });
    }

    private Optional<LedgerReceipt> decide(
            Actor actor,
            MerchantId id,
            int seenVersion,
            Function<Merchant, @Nullable LedgerRecord> decision) {
        Merchant merchant = lock(id);
        try {
            merchant.requireUnchangedSince(seenVersion);
            var event = Optional.ofNullable(decision.apply(merchant));
            event.ifPresent(done -> merchant.changed(actor, clock.instant()));
            return event.map(done -> ledger.record(actor, done));
        } catch (MerchantChanged e) {
            throw e.told(accounts::officialName, formats::dateTime);
        }
    }

    private Merchant lock(MerchantId id) {
        return merchants.findForChange(id.value()).orElseThrow(() -> new NotFound(id.ref()));
    }
}
