package city.dure.money;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.book.Asked;
import city.dure.book.Book;
import city.dure.book.Draft;
import city.dure.book.Holder;
import city.dure.book.Lot;
import city.dure.book.Movement;
import city.dure.book.Terms;
import city.dure.book.Transfer;
import city.dure.book.TransferId;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Actor;
import city.dure.shared.Days;
import city.dure.shared.MoneyKind;
import city.dure.shared.PublicId;
import city.dure.shared.Role;
import city.dure.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Money of people and shops that nobody else knows. */
@Component
public class TestMoney {
    static final Actor CITIZEN = new Actor("u-TESTCITIZEN", Role.CITIZEN);
    public static final Actor OWNER = new Actor("u-TESTOWNER", Role.OWNER);

    private final Book book;
    private final Money money;
    private final WalletRows wallets;
    private final Expiring expiring;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final TransactionOperations transaction;

    TestMoney(
            Book book,
            Money money,
            WalletRows wallets,
            Expiring expiring,
            JdbcClient jdbc,
            Ledger ledger,
            TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.book = book;
        this.money = money;
        this.wallets = wallets;
        this.expiring = expiring;
        this.transaction = transaction;
    }

    /** Somebody, or some shop, that nobody knows. */
    public static Subject someone(String prefix) {
        String ref = PublicId.write(prefix, UUID.randomUUID());
        return () -> ref;
    }

    /** A key or an id that nobody used. */
    public static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** The city may sell this month, and has something to give. */
    public void allow(long amount) {
        Holder right = Measures.right(book.now());
        bring(
                Transfer.Kind.ALLOWED,
                Holder.RIGHTS,
                right,
                amount,
                made -> new MoneyRecords.Allowed(made.id(), "2026-11", amount, made.written()));
        bring(
                Transfer.Kind.FUNDED,
                Holder.ISSUANCE,
                Loading.BONUS,
                amount,
                made -> new MoneyRecords.Funded(made.id(), "bonus", amount, made.written()));
    }

    private void bring(
            Transfer.Kind kind,
            Holder from,
            Holder to,
            long amount,
            Function<Transfer, LedgerRecord> entry) {
        transaction.executeWithoutResult(status -> {
            book.open(to);
            var movements = List.of(Movement.of(from, -amount), Movement.of(to, amount));
            var draft = Draft.of(kind, new Asked(fresh(), "test", null), movements);
            assertThat(book.post(Actor.SYSTEM, draft, entry)).isPresent();
        });
    }

    /** Tops up, as the quote of now says. */
    public Outcome load(Subject citizen, long amount) {
        Quote quote = money.quote(citizen, amount);
        var topUp = new TopUp(fresh(), "o-TEST", citizen, amount, quote.paid(), quote.given());
        return topUp(topUp);
    }

    Outcome topUp(TopUp topUp) {
        return done(() -> money.topUp(CITIZEN, topUp));
    }

    /** Pays a shop out a part of what it took, as settlement will. */
    public void payOut(Subject shop, long amount) {
        transaction.executeWithoutResult(status -> {
            var from = Movement.of(Holder.shop(shop), -amount);
            var to = Movement.of(Holder.RETIRED, amount);
            var asked = new Asked(fresh(), "test", null);
            var draft = Draft.of(Transfer.Kind.CORRECTED, asked, List.of(from, to));
            assertThat(book.post(Actor.SYSTEM, draft, made -> paidOut(made, shop))).isPresent();
        });
    }

    /** Makes a transfer look two days old. */
    public void age(TransferId id) {
        transaction.executeWithoutResult(status -> {
            var before = book.now().minus(Duration.ofDays(2)).atOffset(ZoneOffset.UTC);
            jdbc.sql("update money_transfer set at = ? where id = ?")
                    .params(before, id.value())
                    .update();
            jdbc.sql("update money_movement set at = ? where transfer = ?")
                    .params(before, id.value())
                    .update();
            ledger.record(Actor.SYSTEM, new MoneyRecords.MeasureDeclined("allow", null));
        });
    }

    /** Puts something back into a lot, whatever became of it. */
    void refill(Lot lot, long amount) {
        transaction.executeWithoutResult(status -> {
            var movements =
                    List.of(Movement.of(Holder.ISSUANCE, -amount), Movement.of(lot, amount));
            var draft =
                    Draft.of(Transfer.Kind.CORRECTED, new Asked(fresh(), "test", null), movements);
            assertThat(book.post(Actor.SYSTEM, draft, made -> paidOut(made, someone("m"))))
                    .isPresent();
        });
    }

    private static LedgerRecord paidOut(Transfer made, Subject shop) {
        return new MoneyRecords.Corrected(made.id(), made.id(), null, shop.ref(), made.written());
    }

    /** Gives somebody money without any limit. */
    public Transfer fill(Subject citizen, long amount) {
        return fill(citizen, amount, Days.endAfter(book.now(), 60));
    }

    /** Gives somebody an allowance of the city. */
    public void allowance(Subject citizen, long amount) {
        var until = Days.endAfter(book.now(), 12);
        var allowance = Holder.fund("allowance");
        fill(citizen, amount, new Terms(MoneyKind.POLICY, allowance, 0, null, false, until));
    }

    /** The same, up to a moment. */
    Transfer fill(Subject citizen, long amount, Instant until) {
        return fill(citizen, amount, Terms.general(Loading.OWN, 10_000, true, until));
    }

    private Transfer fill(Subject citizen, long amount, Terms terms) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    var holder = Holder.citizen(citizen);
                    book.open(holder);
                    wallets.open(holder, Days.of(book.now()));
                    var lot = Lot.made(holder, terms, book.now(), amount);
                    var asked = new Asked(fresh(), "test", null);
                    var from = List.of(Movement.of(Holder.ISSUANCE, -amount));
                    var draft = Draft.of(Transfer.Kind.TOPPED_UP, asked, from).making(List.of(lot));
                    return book.post(CITIZEN, draft, made -> filled(citizen, amount, draft, made))
                            .orElseThrow()
                            .transfer();
                }));
    }

    private static LedgerRecord filled(Subject citizen, long amount, Draft draft, Transfer made) {
        return new MoneyRecords.ToppedUp(
                made.id(), citizen, "o-TEST", amount, 0, 0, made.written(), draft.terms());
    }

    /** Somebody loads, pays, and gets a part back; somebody else does too little in time. */
    public Lot live() {
        allow(1_000_000);
        Subject citizen = someone("c");
        load(citizen, 50_000);
        var payment = ((Outcome.Done) pay(fresh(), citizen, someone("m"), 7_000)).transfer();
        giveBack(fresh(), payment, 2_000);
        fill(someone("c"), 3_000, book.now());
        expiring.expire();
        return money.spendable(citizen).getFirst();
    }

    /** Pays general money. */
    public Outcome pay(String key, Subject citizen, Subject shop, long amount) {
        return done(() -> money.pay(CITIZEN, spending(key, citizen, shop, amount)));
    }

    static Spending spending(String key, Subject citizen, Subject shop, long amount) {
        return new Spending(
                key,
                "p-TEST",
                citizen,
                shop,
                amount,
                Set.of(MoneyKind.GENERAL),
                Set.of(),
                new Spending.Means(null, null, null),
                null);
    }

    Outcome giveBack(String key, Transfer payment, long amount) {
        var back = new GivingBack(key, "r-TEST", payment.id(), amount);
        return done(() -> money.giveBack(OWNER, back));
    }

    public void giveUp(Subject citizen) {
        transaction.executeWithoutResult(status -> money.giveUp(Actor.SYSTEM, citizen));
    }

    public void handOver(Subject former, Subject present) {
        transaction.executeWithoutResult(status -> money.handOver(Actor.SYSTEM, former, present));
    }

    /** What somebody can spend, in won. */
    public long spendable(Subject citizen) {
        return money.spendable(citizen).stream().mapToLong(lot -> lot.remaining()).sum();
    }

    private Outcome done(Supplier<Outcome> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
