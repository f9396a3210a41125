package city.dure.eligibility;

import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The shops whose turnover has to be asked for again, as every year. */
@Service
@Transactional(readOnly = true)
public class Rechecks {
    private final Judges judges;
    private final RuleConditions conditions;
    private final Turnovers turnovers;
    private final Clock clock;

    Rechecks(Judges judges, RuleConditions conditions, Turnovers turnovers, Clock clock) {
        this.judges = judges;
        this.conditions = conditions;
        this.turnovers = turnovers;
        this.clock = clock;
    }

    /**
     * A shop whose turnover is due.
     *
     * @param last what it declared last; null when it never did
     */
    public record Due(MerchantSummary shop, @Nullable Turnover last) {}

    /** The year for which turnovers are due: the last full one. */
    public int year() {
        return Judges.year(clock.instant()) - 1;
    }

    /**
     * The shops that may accept some money only up to a ceiling and declared nothing for that year;
     * empty when no ceiling is in force.
     *
     * @param category a category's code; empty for any
     * @param district a district's code; empty for any
     */
    public Optional<MerchantFilter> due(String category, String district) {
        var merchants = new MerchantFilter("", category, district, Set.of(MerchantStatus.APPROVED));
        return conditions.due(judges.rulesAt(clock.instant()), year()).map(merchants::and);
    }

    /** The same shops with what they declared last; one statement, however many. */
    public List<Due> rows(List<MerchantSummary> shops) {
        Map<MerchantId, Turnover> last =
                turnovers.newest(shops.stream().map(MerchantSummary::id).toList());
        return shops.stream().map(shop -> new Due(shop, last.get(shop.id()))).toList();
    }
}
