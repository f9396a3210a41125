package city.dure.money;

import city.dure.book.Draft;
import city.dure.book.Holder;
import city.dure.book.Transfer;
import city.dure.book.TransferId;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger is told of money. Each transfer's has the movements (as {@link
 * Transfer#written()}) and the terms of new lots, from which every balance can be computed again. A
 * shop is named in it, but is none of its subjects: who may look at a shop may not look at who paid
 * there.
 */
final class MoneyRecords {
    private MoneyRecords() {}

    /** An officer asks for a change; what it is, unless that is about one person. */
    @LedgerKind(value = "money.measure_asked", open = true)
    record MeasureAsked(String measure, @Nullable String asked) implements LedgerRecord {}

    /** What an officer asked for is not done. */
    @LedgerKind(value = "money.measure_declined", open = true)
    record MeasureDeclined(String measure, @Nullable String asked) implements LedgerRecord {}

    /** The city may sell so much more of its currency in a month. */
    @LedgerKind(value = "money.allowed", open = true)
    record Allowed(TransferId transfer, String month, long amount, List<String> movements)
            implements LedgerRecord {}

    /** Money of the city came into a fund. */
    @LedgerKind(value = "money.funded", open = true)
    record Funded(TransferId transfer, String fund, long amount, List<String> movements)
            implements LedgerRecord {}

    /** Other limits hold from a moment on. */
    @LedgerKind(value = "money.limited", open = true)
    record Limited(int limits, String since, String values) implements LedgerRecord {}

    /** A transfer was wrong, and all its movements are countered. */
    @LedgerKind("money.corrected")
    record Corrected(
            TransferId transfer,
            TransferId wrong,
            @Nullable Subject citizen,
            @Nullable String merchant,
            List<String> movements)
            implements LedgerRecord {
        static Corrected of(Transfer made, TransferId wrong) {
            return new Corrected(
                    made.id(),
                    wrong,
                    holder(made, Holder.Kind.CITIZEN),
                    ref(holder(made, Holder.Kind.SHOP)),
                    made.written());
        }

        private static @Nullable String ref(@Nullable Subject shop) {
            return shop == null ? null : shop.ref();
        }

        private static @Nullable Subject holder(Transfer made, Holder.Kind kind) {
            boolean some = made.movements().stream().anyMatch(each -> each.holder().kind() == kind);
            return some ? made.holder(kind) : null;
        }
    }

    /** A citizen bought local currency; what the city gave besides, and by which limits. */
    @LedgerKind("wallet.topped_up")
    record ToppedUp(
            TransferId transfer,
            Subject citizen,
            String order,
            long paid,
            long given,
            int limits,
            List<String> movements,
            Map<String, String> terms)
            implements LedgerRecord {}

    /** A citizen's money came, and nothing is loaded for it. */
    @LedgerKind("wallet.top_up_refused")
    record TopUpRefused(String order, Subject citizen, long amount, String refusal)
            implements LedgerRecord {}

    /** A wallet goes to the id that its person has from now on. */
    @LedgerKind("wallet.handed_over")
    record HandedOver(
            @Nullable TransferId transfer,
            Subject citizen,
            Subject former,
            List<String> movements,
            Map<String, String> terms)
            implements LedgerRecord {
        static HandedOver of(Transfer made, Draft draft, Subject citizen, Subject former) {
            return new HandedOver(made.id(), citizen, former, made.written(), draft.terms());
        }

        /** Nothing was left in it; only what counts for the limits goes on. */
        static HandedOver empty(Subject citizen, Subject former) {
            return new HandedOver(null, citizen, former, List.of(), Map.of());
        }
    }

    /** Who left the portal left what was in the wallet to the funds it came from. */
    @LedgerKind("wallet.given_up")
    record GivenUp(TransferId transfer, Subject citizen, long amount, List<String> movements)
            implements LedgerRecord {
        static GivenUp of(Transfer made) {
            Holder citizen = made.holder(Holder.Kind.CITIZEN);
            return new GivenUp(made.id(), citizen, -made.change(citizen), made.written());
        }
    }

    /** A citizen paid at a shop; by which card and at which till, where it was by one. */
    @LedgerKind("payment.made")
    record Paid(
            TransferId transfer,
            String payment,
            Subject citizen,
            String merchant,
            long amount,
            List<String> movements,
            @Nullable String card,
            @Nullable String till)
            implements LedgerRecord {}

    /** A payment was refused before anything moved. */
    @LedgerKind("payment.refused")
    record PaymentRefused(
            String payment,
            Subject citizen,
            String merchant,
            long amount,
            String refusal,
            @Nullable String card,
            @Nullable String till)
            implements LedgerRecord {}

    /** A shop gave back what was paid, or a part of it; into the same lots. */
    @LedgerKind("payment.refunded")
    record Refunded(
            TransferId transfer,
            String refund,
            TransferId payment,
            Subject citizen,
            String merchant,
            long amount,
            List<String> movements,
            Map<String, String> terms)
            implements LedgerRecord {}

    /** What a citizen did not spend in time went back to where it came from. */
    @LedgerKind("money.expired")
    record Expired(TransferId transfer, Subject citizen, long amount, List<String> movements)
            implements LedgerRecord {
        static Expired of(Transfer made) {
            Holder citizen = made.holder(Holder.Kind.CITIZEN);
            return new Expired(made.id(), citizen, -made.change(citizen), made.written());
        }
    }
}
