package city.dure.city;

import city.dure.shared.MoneyKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the settings, each with its versions; the keys let nobody write a version twice. */
@Component
class SettingRows {
    private final JdbcClient jdbc;
    private final DistrictRows districts;

    SettingRows(JdbcClient jdbc, DistrictRows districts) {
        this.jdbc = jdbc;
        this.districts = districts;
    }

    /** The newest version of everything; nothing before the city is founded. */
    Optional<Settings> newest() {
        return profile().map(profile -> new Settings(profile, districts.inForce(), categories()));
    }

    /**
     * Writes the first version of everything.
     *
     * @throws org.springframework.dao.DuplicateKeyException when there is one already
     */
    void write(Settings settings, Instant since) {
        write(settings.profile, since);
        districts.begin(settings.districts, since);
        int position = 0;
        for (Category category : settings.categories) {
            write(category, position++, since);
        }
    }

    void write(CityProfile profile, Instant since) {
        jdbc.sql(
                        """
                        insert into city_profile (version, id, name, name_en, currency, currency_en,
                            emblem, languages, demo, since)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(profile.version(), profile.id().value(), profile.name(), profile.nameEn())
                .params(profile.currency(), profile.currencyEn(), profile.emblem())
                .params(String.join(",", profile.languages()), profile.demo())
                .param(since.atOffset(ZoneOffset.UTC))
                .update();
    }

    void write(Category category, int position, Instant since) {
        jdbc.sql(
                        """
                        insert into city_category (code, version, name, name_en, position,
                            excluded_for, list_names, since)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(category.code(), category.version(), category.name(), category.nameEn())
                .params(position, String.join(",", category.excludedCodes()))
                .params(String.join(",", category.listNames()), since.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<CityProfile> profile() {
        return jdbc.sql("select * from city_profile order by version desc fetch first 1 row only")
                .query((row, number) -> profile(row))
                .optional();
    }

    private static CityProfile profile(ResultSet row) throws SQLException {
        return new CityProfile(
                new CityId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("currency"),
                row.getString("currency_en"),
                row.getString("emblem"),
                split(row.getString("languages")),
                row.getBoolean("demo"));
    }

    private List<Category> categories() {
        return jdbc.sql(
                        "select * from city_category c where version = (select max(version)"
                                + " from city_category where code = c.code) order by position, code")
                .query((row, number) -> category(row))
                .list();
    }

    private static Category category(ResultSet row) throws SQLException {
        return new Category(
                row.getString("code"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("name_en"),
                excluded(row),
                split(row.getString("list_names")));
    }

    private static Set<MoneyKind> excluded(ResultSet row) throws SQLException {
        return split(row.getString("excluded_for")).stream()
                .map(code -> MoneyKind.of(code).orElseThrow())
                .collect(Collectors.toSet());
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(",")).filter(part -> !part.isEmpty()).toList();
    }
}
