package city.dure.payments;

import city.dure.book.Terms;
import city.dure.money.Spending.Part;
import city.dure.shared.MoneyKind;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What comes out of a purse.
 *
 * @param purse the code of its name: {@code own} for what was topped up, {@code bonus} for what the
 *     city gave on it, {@code discounted} for what was bought for less, else the kind's
 * @param amount in won
 */
record PurseSum(String purse, long amount) {
    /** One for each purse, in the order in which they are spent. */
    static List<PurseSum> of(List<Part> parts) {
        var sums = new LinkedHashMap<String, Long>();
        parts.forEach(part -> sums.merge(purse(part.terms()), part.amount(), Long::sum));
        return sums.entrySet().stream()
                .map(each -> new PurseSum(each.getKey(), each.getValue()))
                .toList();
    }

    private static String purse(Terms terms) {
        if (terms.kind() != MoneyKind.GENERAL) {
            return terms.kind().code();
        }
        if (terms.own()) {
            return "own";
        }
        return terms.paid() == 0 ? "bonus" : "discounted";
    }
}
