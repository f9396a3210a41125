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

/** The rows of the settings, each with its versions. */
@Component
class SettingRows {
    private final JdbcClient jdbc;

    SettingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version of everything; nothing before the city is founded. */
    Optional<Settings> newest() {
        return profile().map(profile -> new Settings(profile, districts(), categories()));
    }

    /**
     * Writes the first version of everything.
     *
     * @throws org.springframework.dao.DuplicateKeyException when there is one already
     */
    void write(Settings settings, Instant since) {
        var profile = settings.profile;
        jdbc.sql("insert into city_profile values (1, ?, ?, ?, ?, ?, ?, ?)")
                .params(profile.id().value(), profile.name(), profile.nameEn())
                .params(profile.currency(), profile.currencyEn(), profile.emblem())
                .param(since.atOffset(ZoneOffset.UTC))
                .update();
        int position = 0;
        for (District district : settings.districts) {
            write(district, position++, since);
        }
        for (Category category : settings.categories) {
            write(category, position++, since);
        }
    }

    private void write(District district, int position, Instant since) {
        jdbc.sql("insert into city_district values (?, 1, ?, ?, ?, ?)")
                .params(district.code(), district.name(), district.nameEn())
                .params(position, since.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void write(Category category, int position, Instant since) {
        String excluded =
                category.excludedFor().stream()
                        .map(MoneyKind::code)
                        .collect(Collectors.joining(","));
        jdbc.sql("insert into city_category values (?, 1, ?, ?, ?, ?, ?, ?)")
                .params(category.code(), category.name(), category.nameEn(), position, excluded)
                .params(String.join(",", category.listNames()), since.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<CityProfile> profile() {
        return jdbc.sql("select * from city_profile order by version desc fetch first 1 row only")
                .query((row, number) ->
                        new CityProfile(
                                new CityId(row.getObject("id", UUID.class)),
                                row.getString("name"),
                                row.getString("name_en"),
                                row.getString("currency"),
                                row.getString("currency_en"),
                                row.getString("emblem")))
                .optional();
    }

    private List<District> districts() {
        return jdbc.sql(
                        "select * from city_district d where version = (select max(version)"
                                + " from city_district where code = d.code) order by position")
                .query((row, number) ->
                        new District(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("name_en")))
                .list();
    }

    private List<Category> categories() {
        return jdbc.sql(
                        "select * from city_category c where version = (select max(version)"
                                + " from city_category where code = c.code) order by position")
                .query((row, number) ->
                        new Category(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("name_en"),
                                excluded(row),
                                split(row.getString("list_names"))))
                .list();
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
