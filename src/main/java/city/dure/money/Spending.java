package city.dure.money;

import city.dure.book.Asked;
import city.dure.book.Terms;
import city.dure.shared.MoneyKind;
import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen wants to pay.
 *
 * @param key who asks twice with one key gets the first answer
 * @param payment the payment's id, which is no secret
 * @param amount in won, above 0
 * @param kinds the kinds of money that the shop may accept now
 * @param networks the networks that the shop is in now
 * @param means by what it is paid
 * @param agreed out of which purses its payer was told that it is paid, as {@link #purses} writes
 *     it; null where nobody was told
 */
public record Spending(
        String key,
        String payment,
        Subject citizen,
        Subject shop,
        long amount,
        Set<MoneyKind> kinds,
        Set<String> networks,
        Means means,
        @Nullable String agreed) {
    /**
     * By what somebody pays, as far as it is known; keyed or random ids, never a number in plain.
     *
     * @param device the phone or browser
     * @param card the prepaid card
     * @param till the machine of the shop
     */
    public record Means(@Nullable String device, @Nullable String card, @Nullable String till) {}

    /**
     * What would become of it now.
     *
     * @param parts what it would be taken out of, in the order of spending; empty when refused
     * @param refused why it would be; null when it would not
     */
    public record Foreseen(List<Part> parts, Outcome.@Nullable Refused refused) {
        public Foreseen {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part of a payment.
     *
     * @param terms those of the lot that it comes out of
     * @param amount in won
     */
    public record Part(Terms terms, long amount) {
        /**
         * The code of the purse that people see: {@code own} for what was topped up, {@code bonus}
         * for what the city gave on it, {@code discounted} for what was bought for less, else the
         * kind's.
         */
        public String purse() {
            if (terms.kind() != MoneyKind.GENERAL) {
                return terms.kind().code();
            }
            if (terms.own()) {
                return "own";
            }
            return terms.paid() == 0 ? "bonus" : "discounted";
        }
    }

    /** How much comes out of each purse, in won, in the order in which they are spent. */
    public static SequencedMap<String, Long> purses(List<Part> parts) {
        var sums = new LinkedHashMap<String, Long>();
        parts.forEach(part -> sums.merge(part.purse(), part.amount(), Long::sum));
        return sums;
    }

    /** Whether its payer was told something else than these parts. */
    boolean differs(List<Part> parts) {
        return agreed != null && !agreed.equals(purses(parts).toString());
    }

    /** The id of a new payment. */
    public static String newPayment() {
        return PublicId.write("p", UUID.randomUUID());
    }

    public Spending {
        kinds = Set.copyOf(kinds);
        networks = Set.copyOf(networks);
        if (amount <= 0) {
            throw new IllegalArgumentException("nothing to pay: " + amount);
        }
    }

    /** Whether a lot may be spent at this shop. */
    boolean accepts(Terms terms) {
        return accepts(kinds, networks, terms);
    }

    /**
     * Whether a lot may be spent at a shop that may accept these kinds and is in these networks.
     */
    static boolean accepts(Set<MoneyKind> kinds, Set<String> networks, Terms terms) {
        String network = terms.network();
        return kinds.contains(terms.kind()) && (network == null || networks.contains(network));
    }

    Asked asked() {
        String question = String.join(" ", "pay", citizen.ref(), shop.ref(), Long.toString(amount));
        return new Asked(key, question, payment);
    }
}
