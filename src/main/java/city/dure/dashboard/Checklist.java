package city.dure.dashboard;

import city.dure.calendar.Holidays;
import city.dure.city.City;
import city.dure.consents.Consents;
import city.dure.identity.Accounts;
import city.dure.merchants.MerchantFilter;
import city.dure.merchants.Merchants;
import city.dure.web.Formats;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a new city still needs before citizens can use it, read from what is there. */
@Component
class Checklist {
    private static final MerchantFilter ANY = new MerchantFilter("", "", "", Set.of());
    private static final int FIRST_STAFF = 2;

    private final City city;
    private final Holidays holidays;
    private final Accounts accounts;
    private final Merchants merchants;
    private final Consents consents;
    private final Clock clock;

    Checklist(
            City city,
            Holidays holidays,
            Accounts accounts,
            Merchants merchants,
            Consents consents,
            Clock clock) {
        this.city = city;
        this.holidays = holidays;
        this.accounts = accounts;
        this.merchants = merchants;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * One thing to do.
     *
     * @param key its words are messages under it
     * @param href where it is done
     */
    record Line(String key, String href, boolean done) {}

    /** All lines in the order in which they are best done. */
    List<Line> lines() {
        var profile = city.profile();
        Year year = Year.now(clock.withZone(Formats.ZONE));
        return List.of(
                new Line("profile", "/office/city", profile.version() > 1 || profile.demo()),
                new Line("emblem", "/office/city/emblem", profile.hasEmblem()),
                new Line("districts", "/office/city/districts", !city.districts().isEmpty()),
                new Line("categories", "/office/city/categories", !city.categories().isEmpty()),
                new Line("holidays", "/office/city/holidays", holidays.knows(year)),
                new Line(
                        "staff",
                        "/office/staff/new",
                        accounts.staff(null, FIRST_STAFF + 1).size() > FIRST_STAFF),
                new Line("consents", "/office/consents", !consents.asked().isEmpty()),
                new Line("list", "/office/imports/new", merchants.count(ANY, 1) > 0));
    }
}
