package city.dure.payments;

import city.dure.citizens.Citizen;
import city.dure.citizens.CitizenId;
import city.dure.citizens.Citizens;
import city.dure.ledger.LedgerFollower;
import city.dure.ledger.SealedEntry;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.notices.Notice;
import city.dure.notices.Notices;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells citizens of what they paid, once it is sealed, so that no payment waits for a notice. */
@Component
class PaymentNews implements LedgerFollower {
    private final Citizens citizens;
    private final Merchants merchants;
    private final Notices notices;

    PaymentNews(Citizens citizens, Merchants merchants, Notices notices) {
        this.citizens = citizens;
        this.merchants = merchants;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "payment-news";
    }

    @Override
    public void follow(SealedEntry entry) {
        if (entry.kind().equals("payment.made")) {
            // Who goes by another id by now, or left, is not told.
            citizens.find(CitizenId.valueOf(entry.text("citizen")))
                    .map(Citizen::account)
                    .ifPresent(account -> notices.tell(account, notice(entry)));
        }
    }

    private Notice notice(SealedEntry entry) {
        String won = String.format(Locale.ROOT, "%,d", Long.parseLong(entry.text("amount")));
        String shop =
                merchants
                        .find(MerchantId.valueOf(entry.text("merchant")))
                        .map(MerchantSummary::name)
                        .orElse("");
        String path = MineController.PATH + "/" + entry.text("transfer");
        return Notice.of("payments.notice.paid", path, shop, won);
    }
}
