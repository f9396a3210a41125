package city.dure.city;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * The settings of the city. They are kept in memory and read again every half minute, so that a
 * change made on another instance counts here by then, and no page waits for them.
 */
@Service
public class City {
    private static final Logger LOG = LoggerFactory.getLogger(City.class);

    private final SettingRows rows;
    private volatile @Nullable Settings settings;
    private volatile boolean stale;

    City(SettingRows rows) {
        this.rows = rows;
    }

    /** What the city and its currency are called. */
    public CityProfile profile() {
        return settings().profile;
    }

    /** All parts of the city in their order. */
    public List<District> districts() {
        return settings().districts;
    }

    /** The part of the city with this code. */
    public Optional<District> district(String code) {
        return settings().district(code);
    }

    /** The part of the city that an address names, as far as it does. */
    public Optional<District> districtOf(String address) {
        return settings().districtOf(address);
    }

    /** All kinds of business in their order. */
    public List<Category> categories() {
        return settings().categories;
    }

    /** The kind of business with this code. */
    public Optional<Category> category(String code) {
        return settings().category(code);
    }

    /** The kind of business that a list calls by this name, such as {@code 노래연습장업}. */
    public Optional<Category> categoryOf(String listName) {
        return settings().categoryOf(listName);
    }

    /** The profile as last read; nothing as long as the database never answered. */
    Optional<CityProfile> known() {
        if (stale) {
            refresh();
        }
        return Optional.ofNullable(settings).map(known -> known.profile);
    }

    /** Reads the settings again; keeps those it has when the database does not answer. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void refresh() {
        try {
            stale = false; // Before the reading: what changes during it is read again.
            rows.newest().ifPresent(newest -> settings = newest);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the city's settings could not be read again: {}", e.getMessage());
        }
    }

    /** What is kept in memory no longer holds; the next one who asks reads it again. */
    void changed() {
        stale = true;
    }

    private Settings settings() {
        Settings known = settings;
        if (known == null || stale) {
            stale = false;
            known =
                    rows.newest()
                            .orElseThrow(() -> new IllegalStateException("no city is founded"));
            settings = known;
        }
        return known;
    }
}
