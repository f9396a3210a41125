package city.dure.eligibility;

import city.dure.shared.MoneyKind;
import java.util.List;

/**
 * Whether a shop may accept a kind of money, and why not.
 *
 * @param reason {@code yes}, or the condition it does not meet; its sentence is the message {@code
 *     eligibility.reason.<reason>}
 * @param args what the sentence is filled with after the name of the money: amounts in won, codes
 * @param version the rules that answered
 */
public record Answer(MoneyKind kind, String reason, List<String> args, int version) {
    public Answer {
        args = List.copyOf(args);
    }

    /** Whether it may. */
    public boolean yes() {
        return reason.equals("yes");
    }
}
