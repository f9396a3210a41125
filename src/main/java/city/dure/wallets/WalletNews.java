package city.dure.wallets;

import city.dure.citizens.Citizen;
import city.dure.citizens.CitizenId;
import city.dure.citizens.Citizens;
import city.dure.ledger.LedgerFollower;
import city.dure.ledger.SealedEntry;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.money.Money;
import city.dure.notices.Notice;
import city.dure.notices.Notices;
import city.dure.shared.Actor;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets wallets follow their people, and tells these of what came and went without their doing: each
 * entry once.
 */
@Component
class WalletNews implements LedgerFollower {
    private final Citizens citizens;
    private final Money money;
    private final Merchants merchants;
    private final Notices notices;

    WalletNews(Citizens citizens, Money money, Merchants merchants, Notices notices) {
        this.merchants = merchants;
        this.citizens = citizens;
        this.money = money;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "wallet-news";
    }

    @Override
    public void follow(SealedEntry entry) {
        switch (entry.kind()) {
            case "citizen.matched" -> handOver(entry);
            case "wallet.topped_up" -> tell(entry, "topped_up", total(entry));
            case "payment.refunded" -> tell(entry, "refunded", entry.text("amount"));
            case "refund.owed" -> tell(entry, "owed", entry.text("amount"));
            case "money.expired" -> tell(entry, "expired", entry.text("amount"));
            default -> {}
        }
    }

    private void handOver(SealedEntry entry) {
        var former = CitizenId.valueOf(entry.text("former"));
        money.handOver(Actor.SYSTEM, former, CitizenId.valueOf(entry.text("citizen")));
    }

    private void tell(SealedEntry entry, String what, String amount) {
        String won = String.format(Locale.ROOT, "%,d", Long.parseLong(amount));
        // Who goes by another id by now, or left, is not told.
        citizens.find(CitizenId.valueOf(entry.text("citizen")))
                .map(Citizen::account)
                .ifPresent(account ->
                        notices.tell(
                                account,
                                Notice.of(
                                        "wallets.notice." + what,
                                        WalletController.PATH,
                                        won,
                                        shop(entry))));
    }

    /** The name of the shop in an entry; blank where there is none. */
    private String shop(SealedEntry entry) {
        return Optional.of(entry.text("merchant"))
                .filter(id -> !id.isEmpty())
                .flatMap(id -> merchants.find(MerchantId.valueOf(id)))
                .map(MerchantSummary::name)
                .orElse("");
    }

    private static String total(SealedEntry entry) {
        long paid = Long.parseLong(entry.text("paid"));
        return Long.toString(paid + Long.parseLong(entry.text("given")));
    }
}
