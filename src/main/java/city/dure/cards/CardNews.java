package city.dure.cards;

import city.dure.citizens.Citizen;
import city.dure.citizens.CitizenId;
import city.dure.citizens.Citizens;
import city.dure.ledger.LedgerFollower;
import city.dure.ledger.SealedEntry;
import city.dure.notices.Notice;
import city.dure.notices.Notices;
import city.dure.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets cards follow their people, and tells these what became of a card: each entry once. */
@Component
class CardNews implements LedgerFollower {
    private static final Map<String, String> TOLD =
            Map.of(
                    "card.sent", "sent",
                    "card.activated", "active",
                    "card.blocked", "blocked");

    private final Citizens citizens;
    private final Cards cards;
    private final Notices notices;

    CardNews(Citizens citizens, Cards cards, Notices notices) {
        this.citizens = citizens;
        this.cards = cards;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "card-news";
    }

    @Override
    public void follow(SealedEntry entry) {
        if (entry.kind().equals("citizen.matched")) {
            var former = CitizenId.valueOf(entry.text("former"));
            cards.handOver(Actor.SYSTEM, former, CitizenId.valueOf(entry.text("citizen")));
        }
        String told = TOLD.get(entry.kind());
        if (told != null) {
            tell(entry, told);
        }
    }

    private void tell(SealedEntry entry, String what) {
        // Who goes by another id by now, or left, is not told.
        citizens.find(CitizenId.valueOf(entry.text("citizen")))
                .map(Citizen::account)
                .ifPresent(account ->
                        notices.tell(
                                account, Notice.of("cards.notice." + what, CardController.PATH)));
    }
}
