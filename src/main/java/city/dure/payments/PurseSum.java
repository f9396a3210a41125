package city.dure.payments;

import city.dure.money.Spending;
import city.dure.money.Spending.Part;
import java.util.List;

/**
 * What comes out of a purse.
 *
 * @param purse the code of its name, as {@link Part#purse}
 * @param amount in won
 */
record PurseSum(String purse, long amount) {
    /** One for each purse, in the order in which they are spent. */
    static List<PurseSum> of(List<Part> parts) {
        return Spending.purses(parts).entrySet().stream()
                .map(each -> new PurseSum(each.getKey(), each.getValue()))
                .toList();
    }
}
