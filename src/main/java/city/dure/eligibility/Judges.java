package city.dure.eligibility;

import city.dure.city.City;
import city.dure.web.Formats;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Makes judges by the rules of a moment. */
@Component
class Judges {
    private final RuleRows rules;
    private final City city;

    Judges(RuleRows rules, City city) {
        this.rules = rules;
        this.city = city;
    }

    /** The rules that hold at a moment. */
    Rules rulesAt(Instant moment) {
        return rules.at(moment).orElseGet(Rules::national);
    }

    /** A judge by the rules that hold at a moment. */
    Judge at(Instant moment) {
        return by(rulesAt(moment), moment);
    }

    /** A judge by other rules, as if they held at a moment. */
    Judge by(Rules other, Instant moment) {
        return new Judge(other, city::category, year(moment));
    }

    /** The year of a moment in the city. */
    static int year(Instant moment) {
        return moment.atZone(Formats.ZONE).getYear();
    }
}
