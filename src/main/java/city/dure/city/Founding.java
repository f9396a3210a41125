package city.dure.city;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.shared.StartRefused;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How a database gets its city: the demonstration makes its own in an empty one, a real one is made
 * by {@code init}; without a city, or with the other kind of one, the portal does not start.
 */
@Service
public class Founding implements SmartInitializingSingleton {
    private final City city;
    private final SettingRows rows;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final boolean demo;
    private final boolean empty;

    /**
     * Founds within the transactions of this manager.
     *
     * @param demo whether this is the demonstration
     * @param empty whether the portal starts also without a city, to make one
     */
    Founding(
            City city,
            SettingRows rows,
            Ledger ledger,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${dure.demo:false}") boolean demo,
            @Value("${dure.empty:false}") boolean empty) {
        this.city = city;
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.demo = demo;
        this.empty = empty;
    }

    /** Before the portal answers anybody. */
    @Override
    public void afterSingletonsInstantiated() {
        if (demo) {
            found(DemoCity.settings());
            refuseDemoOf(city.profile());
        } else if (!empty && rows.newest().isEmpty()) {
            throw new StartRefused(
                    "This database holds no city yet.",
                    "Make one: java -jar dure.jar init, with the same settings.");
        }
    }

    /** Whether the database holds a city. */
    @Transactional(readOnly = true)
    public boolean isFounded() {
        return rows.newest().isPresent();
    }

    /**
     * Founds a real city, within the caller's transaction; everything but its names is set later.
     *
     * @throws DuplicateKeyException when there is one already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public LedgerReceipt found(String name, String nameEn, String currency, String currencyEn) {
        var profile =
                new CityProfile(
                        new CityId(UUID.randomUUID()),
                        1,
                        name,
                        nameEn,
                        currency,
                        currencyEn,
                        CityProfile.NO_EMBLEM,
                        CityProfile.SPOKEN,
                        false);
        return write(new Settings(profile, List.of(), List.of()));
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

    private static void refuseDemoOf(CityProfile profile) {
        if (!profile.demo()) {
            throw new StartRefused(
                    "This database holds a real city, and the people of the demo city have passwords"
                            + " that everybody knows.",
                    "Start it without the profile demo.");
        }
    }

    private LedgerReceipt write(Settings settings) {
        rows.write(settings, clock.instant());
        return ledger.record(
                Actor.SYSTEM,
                new CityRecords.Founded(
                        settings.profile.id(),
                        settings.profile.name(),
                        settings.profile.currency(),
                        settings.districts.stream()
                                .collect(Collectors.toMap(District::code, District::name)),
                        names(settings.categories),
                        exclusions(settings.categories)));
    }

    static Map<String, String> names(List<Category> categories) {
        return categories.stream().collect(Collectors.toMap(Category::code, Category::name));
    }

    static Map<String, String> exclusions(List<Category> categories) {
        return categories.stream()
                .filter(category -> !category.excludedFor().isEmpty())
                .collect(
                        Collectors.toMap(
                                Category::code,
                                category -> String.join(" ", category.excludedCodes())));
    }
}
