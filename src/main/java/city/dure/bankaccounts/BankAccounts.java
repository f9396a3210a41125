package city.dure.bankaccounts;

import city.dure.applications.GivenAccounts;
import city.dure.approvals.Approvals;
import city.dure.identity.AccountId;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.Merchants;
import city.dure.notices.Notice;
import city.dure.notices.Notices;
import city.dure.papers.Paper;
import city.dure.personal.BankAccount;
import city.dure.shared.Actor;
import city.dure.vault.Vault;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the money of shops is paid to, and what owners want changed about that. */
@Service
@Transactional
public class BankAccounts {
    private final BankRows rows;
    private final SealedAccounts sealed;
    private final GivenAccounts given;
    private final Vault vault;
    private final Approvals approvals;
    private final Merchants merchants;
    private final Notices notices;
    private final Ledger ledger;
    private final Clock clock;

    BankAccounts(
            BankRows rows,
            SealedAccounts sealed,
            GivenAccounts given,
            Vault vault,
            Approvals approvals,
            Merchants merchants,
            Notices notices,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.sealed = sealed;
        this.given = given;
        this.vault = vault;
        this.approvals = approvals;
        this.merchants = merchants;
        this.notices = notices;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Where a shop's money is paid to: the newest approved account, else the one applied with. */
    @Transactional(readOnly = true)
    public Optional<BankAccount> inForce(MerchantId shop) {
        return rows.inForce(shop).map(sealed::require).or(() -> given.of(shop));
    }

    /**
     * Asks for another account, in place of a request that waits; all owners are told.
     *
     * @param paper the copy of the bank book
     * @throws Conflict.Changed when another request came in at the same moment
     */
    LedgerReceipt request(Actor owner, MerchantId shop, BankAccount account, Paper paper) {
        var waiting = rows.waiting(shop);
        waiting.ifPresent(before -> drop(owner, before, BankChangeState.REPLACED));
        BankChange asked = kept(owner, shop, account, paper);
        try {
            rows.add(asked);
        } catch (DuplicateKeyException e) {
            throw new Conflict.Changed("bankaccounts.waits");
        }
        tellOwners(shop, "requested");
        return ledger.record(
                owner,
                new BankRecords.Requested(
                        asked.id(),
                        shop,
                        asked.commitment(),
                        waiting.map(BankChange::id).orElse(null)));
    }

    /**
     * Takes a request back; the account is destroyed.
     *
     * @throws Conflict.Changed when it was decided meanwhile
     */
    LedgerReceipt withdraw(Actor owner, MerchantId shop, BankChangeId id) {
        BankChange asked =
                rows.locked(id)
                        .filter(found -> found.shop().equals(shop))
                        .orElseThrow(() -> new NotFound(id.ref()));
        if (!asked.waits()) {
            throw new Conflict.Changed("bankaccounts.decided.own");
        }
        drop(owner, asked, BankChangeState.WITHDRAWN);
        tellOwners(shop, "withdrawn");
        return ledger.record(owner, new BankRecords.Withdrawn(id, shop));
    }

    /**
     * Forgets the accounts that an owner who leaves, or left, asked for: those that nobody decided
     * about, and those of shops that are closed.
     *
     * @return whether there are others, which stay
     */
    public boolean forget(Actor by, AccountId owner) {
        boolean stays = false;
        for (BankChange asked : rows.askedBy(owner)) {
            if (asked.waits()) {
                withdraw(by, asked.shop(), asked.id());
            } else if (wanted(asked).isPresent()) {
                stays |= !forgets(by, asked);
            }
        }
        return stays;
    }

    private boolean forgets(Actor by, BankChange paid) {
        if (merchants.summary(paid.shop()).status() != MerchantStatus.CLOSED) {
            return false;
        }
        rows.unpay(paid.id());
        sealed.destroy(paid.id());
        ledger.record(by, new BankRecords.Forgotten(paid.id(), paid.shop()));
        return true;
    }

    /**
     * An account that somebody asked to be paid to.
     *
     * @param state how far it is, as a code
     */
    public record Asked(MerchantId shop, Instant at, String state, BankAccount account) {}

    /** The accounts that an owner asked for and that are still kept. */
    @Transactional(readOnly = true)
    public List<Asked> askedBy(Actor owner) {
        return rows.all(AccountId.valueOf(owner.ref())).stream()
                .flatMap(each -> wanted(each).map(account -> asked(each, account)).stream())
                .toList();
    }

    private static Asked asked(BankChange change, BankAccount account) {
        return new Asked(change.shop(), change.requestedAt(), change.state().code(), account);
    }

    /** The newest request of a shop. */
    @Transactional(readOnly = true)
    Optional<BankChange> newest(MerchantId shop) {
        return rows.newest(shop);
    }

    /** The account of a request; empty when it was destroyed. */
    @Transactional(readOnly = true)
    Optional<BankAccount> wanted(BankChange asked) {
        return sealed.read(asked.id());
    }

    /** Tells everybody who owns a shop. */
    void tellOwners(MerchantId shop, String what) {
        String name = merchants.summary(shop).name();
        String href = "/shop/" + shop + "/bank";
        notices.tellAll(
                merchants.owners(shop), Notice.of("bankaccounts.notice." + what, href, name));
    }

    private BankChange kept(Actor owner, MerchantId shop, BankAccount account, Paper paper) {
        BankChangeId id = BankChangeId.random();
        return new BankChange(
                id,
                shop,
                BankChangeState.WAITING,
                sealed.keep(id, account),
                vault.store(id.ref(), paper),
                AccountId.valueOf(owner.ref()),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                null,
                null);
    }

    private void drop(Actor owner, BankChange asked, BankChangeState state) {
        rows.end(asked, state, owner, clock.instant());
        if (asked.proposal() != null) {
            approvals.end(owner, asked.proposal().id());
        }
        sealed.destroy(asked.id());
    }
}
