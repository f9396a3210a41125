package city.dure.city;

import city.dure.ledger.Ledger;
import city.dure.shared.Actor;
import city.dure.shared.MoneyKind;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives an empty database its city at the first start, before anything else is put into it. */
@Component
@Order(-100)
class Founding implements ApplicationRunner {
    private final City city;
    private final SettingRows rows;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Founding(
            City city,
            SettingRows rows,
            Ledger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.city = city;
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        found(DemoCity.settings());
    }

    /** Founds the city; does nothing where there is one, also when another instance was faster. */
    void found(Settings settings) {
        if (rows.newest().isEmpty()) {
            try {
                transaction.executeWithoutResult(status -> write(settings));
            } catch (DuplicateKeyException e) {
                // Another instance founded it at the same moment; its city counts.
            }
        }
        city.refresh();
    }

    private void write(Settings settings) {
        rows.write(settings, clock.instant());
        ledger.record(Actor.SYSTEM, founded(settings));
    }

    private static CityFounded founded(Settings settings) {
        return new CityFounded(
                settings.profile.id(),
                settings.profile.name(),
                settings.profile.currency(),
                settings.districts.stream()
                        .collect(Collectors.toMap(District::code, District::name)),
                settings.categories.stream()
                        .collect(Collectors.toMap(Category::code, Category::name)),
                settings.categories.stream()
                        .filter(category -> !category.excludedFor().isEmpty())
                        .collect(Collectors.toMap(Category::code, Founding::exclusions)));
    }

    private static String exclusions(Category category) {
        return category.excludedFor().stream()
                .sorted()
                .map(MoneyKind::code)
                .collect(Collectors.joining(" "));
    }
}
