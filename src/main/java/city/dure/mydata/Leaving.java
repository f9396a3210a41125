package city.dure.mydata;

import city.dure.applications.Applications;
import city.dure.book.Lot;
import city.dure.cards.Cards;
import city.dure.citizendesk.DeskVisits;
import city.dure.citizens.CitizenId;
import city.dure.citizens.Citizens;
import city.dure.citizens.FormerIds;
import city.dure.consents.Consents;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.Passwords;
import city.dure.intake.Drafts;
import city.dure.merchants.Member;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.Merchants;
import city.dure.money.Money;
import city.dure.notices.Notices;
import city.dure.passkeys.Passkeys;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets a person: keys are destroyed and nothing leads from the account to them any more, while
 * what the ledger says stays, as it never held anything personal.
 */
@Service
@Transactional
class Leaving {
    private final Citizens citizens;
    private final FormerIds formerIds;
    private final DeskVisits visits;
    private final Cards cards;
    private final Money money;
    private final Consents consents;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Passkeys passkeys;
    private final Merchants merchants;
    private final Applications applications;
    private final LeftBehind leftBehind;
    private final Drafts drafts;
    private final Notices notices;

    Leaving(
            Citizens citizens,
            FormerIds formerIds,
            DeskVisits visits,
            Cards cards,
            Money money,
            Consents consents,
            Accounts accounts,
            Passwords passwords,
            Passkeys passkeys,
            Merchants merchants,
            Applications applications,
            LeftBehind leftBehind,
            Drafts drafts,
            Notices notices) {
        this.citizens = citizens;
        this.formerIds = formerIds;
        this.visits = visits;
        this.cards = cards;
        this.money = money;
        this.consents = consents;
        this.accounts = accounts;
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.merchants = merchants;
        this.applications = applications;
        this.leftBehind = leftBehind;
        this.drafts = drafts;
        this.notices = notices;
    }

    /** What has to be brought to an end first, as ends of message keys. */
    @Transactional(readOnly = true)
    public List<String> barriers(Actor actor) {
        var found = new ArrayList<String>();
        if (merchants.shopsOf(actor).stream().anyMatch(this::answersFor)) {
            found.add("shop");
        }
        if (applications.waits(actor)) {
            found.add("application");
        }
        return found;
    }

    /** What is in the wallet of who would leave, in won: it goes back to the city. */
    @Transactional(readOnly = true)
    public long wallet(Actor actor) {
        return citizens.of(actor).stream()
                .flatMap(own -> formerIds.all(own.id()).stream())
                .flatMap(id -> money.spendable(id).stream())
                .mapToLong(Lot::remaining)
                .sum();
    }

    /**
     * Forgets who acts; they are nobody afterwards.
     *
     * @return whether nothing stays with a shop that is open
     * @throws Conflict while something has to be brought to an end first
     */
    public boolean forget(Actor actor) {
        var account = AccountId.valueOf(actor.ref());
        accounts.lock(account); // What else they do waits, and finds nobody
        if (!barriers(actor).isEmpty()) {
            throw new Conflict("mydata.barrier");
        }
        boolean all = leftBehind.leave(actor, account);
        consents.withdrawAll(actor);
        merchants
                .shopsOf(actor)
                .forEach(shop -> merchants.removeMember(actor, shop.merchant(), actor));
        citizens.lock(actor).ifPresent(own -> giveUp(actor, own.id()));
        citizens.erase(actor);
        drafts.forget(actor);
        notices.forget(account);
        passkeys.removeAll(account);
        passwords.remove(actor, account);
        accounts.close(actor, account);
        return all;
    }

    /** Cards and money may still be on their way from an id that they went by before. */
    private void giveUp(Actor actor, CitizenId own) {
        visits.end(actor, own, "left");
        var all = formerIds.all(own);
        cards.forget(actor, all); // Before the wallet, as who pays by card
        // In the order in which one wallet is handed to another, which may be going on
        all.stream()
                .sorted(Comparator.comparing(CitizenId::ref))
                .forEach(id -> money.giveUp(actor, id));
    }

    private boolean answersFor(Member member) {
        return member.membership() == Membership.OWNER
                && merchants.summary(member.merchant()).status() != MerchantStatus.CLOSED;
    }
}
