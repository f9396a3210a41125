package city.dure.city;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Changes the settings of the city: each change is a new version of its row with its entry, made on
 * the version that was shown.
 */
@Service
@Transactional
public class CitySettings {
    private final City city;
    private final SettingRows rows;
    private final Ledger ledger;
    private final Clock clock;

    CitySettings(City city, SettingRows rows, Ledger ledger, Clock clock) {
        this.city = city;
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Calls the city and its currency otherwise, or says for the first time that they are called
     * right; empty when nothing differs.
     *
     * @param wanted with the version that was shown
     * @throws Conflict.Changed when somebody changed it meanwhile
     */
    public Optional<LedgerReceipt> call(Actor actor, CityProfile wanted) {
        var known = profile(wanted.version());
        if (known.equals(wanted) && known.version() > 1) {
            return Optional.empty();
        }
        var next = wanted.under(known.emblem()).next();
        write(next);
        return Optional.of(
                ledger.record(
                        actor,
                        new CityRecords.ProfileChanged(
                                next.id(),
                                next.version(),
                                next.name(),
                                next.currency(),
                                next.languages())));
    }

    /**
     * Gives the city another emblem.
     *
     * @param path where the picture is
     * @param seenVersion the version of the profile that was shown
     * @throws Conflict.Changed when somebody changed it meanwhile
     */
    public LedgerReceipt show(Actor actor, String path, String sha256, int seenVersion) {
        var next = profile(seenVersion).under(path).next();
        write(next);
        return ledger.record(
                actor, new CityRecords.EmblemChanged(next.id(), next.version(), sha256));
    }

    /**
     * Begins with the usual categories; empty when the city has some.
     *
     * @throws Conflict.Changed when somebody did so at the same moment
     */
    public Optional<LedgerReceipt> beginCategories(Actor actor) {
        var now = settings();
        if (!now.categories.isEmpty()) {
            return Optional.empty();
        }
        var usual = UsualCategories.all();
        for (int i = 0; i < usual.size(); i++) {
            int position = i;
            orChanged(() -> rows.write(usual.get(position), position, clock.instant()));
        }
        refreshAfterCommit();
        return Optional.of(
                ledger.record(
                        actor,
                        new CityRecords.CategoriesBegun(
                                now.profile.id(),
                                Founding.names(usual),
                                Founding.exclusions(usual))));
    }

    /**
     * Makes a category, version 0, or changes one; empty when nothing differs.
     *
     * @param wanted with the version that was shown
     * @throws Conflict.Changed when somebody changed it meanwhile, or its code is taken
     */
    public Optional<LedgerReceipt> set(Actor actor, Category wanted) {
        var now = settings();
        var known = now.category(wanted.code());
        if (known.map(Category::version).orElse(0) != wanted.version()) {
            throw changed();
        }
        if (known.isPresent() && known.get().equals(wanted)) {
            return Optional.empty();
        }
        var next = wanted.next();
        int position = known.map(now.categories::indexOf).orElse(now.categories.size());
        orChanged(() -> rows.write(next, position, clock.instant()));
        refreshAfterCommit();
        return Optional.of(
                ledger.record(
                        actor,
                        new CityRecords.CategorySet(
                                now.profile.id(),
                                next.code(),
                                next.version(),
                                next.name(),
                                next.excludedCodes(),
                                next.listNames())));
    }

    private CityProfile profile(int seenVersion) {
        var profile = settings().profile;
        if (profile.version() != seenVersion) {
            throw changed();
        }
        return profile;
    }

    private Settings settings() {
        return rows.newest().orElseThrow();
    }

    private void write(CityProfile profile) {
        orChanged(() -> rows.write(profile, clock.instant()));
        refreshAfterCommit();
    }

    /** The same version written twice is two people at the same moment. */
    private static void orChanged(Runnable writing) {
        try {
            writing.run();
        } catch (org.springframework.dao.DuplicateKeyException e) {
            throw changed();
        }
    }

    private static Conflict changed() {
        return new Conflict.Changed("city.changed");
    }

    /** This instance shows the change at once; others within half a minute. */
    private void refreshAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        city.changed();
                    }
                });
    }
}
