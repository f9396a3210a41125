package city.dure.payments;

import static java.util.stream.Collectors.toMap;

import city.dure.book.Book;
import city.dure.book.Holder;
import city.dure.book.Lot;
import city.dure.book.LotId;
import city.dure.book.Movement;
import city.dure.book.Passbook;
import city.dure.book.Terms;
import city.dure.book.Transfer;
import city.dure.book.TransferId;
import city.dure.citizens.Citizens;
import city.dure.citizens.FormerIds;
import city.dure.ledger.LedgerEntries;
import city.dure.ledger.SealedEntry;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.money.Spending.Part;
import city.dure.refunds.RefundsOwed;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.web.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Payments as those see them who made or took them, and nobody else. */
@Component
@Transactional(readOnly = true)
class Receipts {
    private static final int ENTRIES = 20;

    private final Book book;
    private final Passbook passbook;
    private final Citizens citizens;
    private final FormerIds formerIds;
    private final Merchants merchants;
    private final RefundsOwed owed;
    private final LedgerEntries entries;

    Receipts(
            Book book,
            Passbook passbook,
            Citizens citizens,
            FormerIds formerIds,
            Merchants merchants,
            RefundsOwed owed,
            LedgerEntries entries) {
        this.book = book;
        this.passbook = passbook;
        this.citizens = citizens;
        this.formerIds = formerIds;
        this.merchants = merchants;
        this.owed = owed;
        this.entries = entries;
    }

    /** A page of what somebody paid, with the names of the shops by their ids. */
    record Mine(Page<Passbook.Line> page, Map<String, String> shops) {}

    /** A page of what somebody paid, under whatever id they went at the time. */
    Mine mine(Actor actor, @Nullable String after, int size) {
        var wallets = wallets(actor);
        var page =
                wallets.isEmpty()
                        ? new Page<Passbook.Line>(List.of(), null)
                        : passbook.paid(wallets, after, size);
        return new Mine(page, names(page.rows()));
    }

    /**
     * A payment for who made it.
     *
     * @throws NotFound when there is none of theirs
     */
    Receipt made(Actor actor, TransferId id) {
        Transfer payment = payment(id);
        if (!wallets(actor).contains(payment.holder(Holder.Kind.CITIZEN))) {
            throw new NotFound(id.ref());
        }
        var told = entries.about(id.ref(), true, null, ENTRIES).rows();
        return receipt(payment, PurseSum.of(parts(payment)), told);
    }

    /**
     * A payment for the shop that took it, without what it came out of.
     *
     * @throws NotFound when it took none such
     */
    Receipt taken(MerchantId shop, TransferId id) {
        Transfer payment = payment(id);
        if (!payment.holder(Holder.Kind.SHOP).ref().equals(shop.ref())) {
            throw new NotFound(id.ref());
        }
        return receipt(payment, List.of(), List.of());
    }

    private Transfer payment(TransferId id) {
        return book.find(id)
                .filter(found -> found.kind() == Transfer.Kind.PAID)
                .orElseThrow(() -> new NotFound(id.ref()));
    }

    private Receipt receipt(Transfer payment, List<PurseSum> purses, List<SealedEntry> told) {
        Holder shop = payment.holder(Holder.Kind.SHOP);
        return new Receipt(
                payment,
                merchants.summary(MerchantId.valueOf(shop.ref())),
                payment.change(shop),
                purses,
                passbook.refunds(payment.id()),
                owed.of(payment.id()),
                told);
    }

    private List<Holder> wallets(Actor actor) {
        return citizens.of(actor).stream()
                .flatMap(own -> formerIds.all(own.id()).stream())
                .map(Holder::citizen)
                .toList();
    }

    private List<Part> parts(Transfer payment) {
        Collection<LotId> ids =
                payment.movements().stream().map(Movement::lot).filter(Objects::nonNull).toList();
        Map<LotId, Terms> terms = book.lots(ids).stream().collect(toMap(Lot::id, Lot::terms));
        return payment.movements().stream()
                .filter(each -> each.lot() != null)
                .map(each ->
                        new Part(Objects.requireNonNull(terms.get(each.lot())), -each.amount()))
                .toList();
    }

    private Map<String, String> names(List<Passbook.Line> lines) {
        var ids =
                lines.stream()
                        .map(line -> MerchantId.valueOf(line.shop().ref()))
                        .distinct()
                        .toList();
        return merchants.summaries(ids).stream()
                .collect(toMap(MerchantSummary::ref, MerchantSummary::name));
    }
}
