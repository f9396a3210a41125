package city.dure.city;

import city.dure.shared.Actor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The districts as stored: each has a row for every version, and the one in force has no end; and
 * the files of outlines that were put into force, with the shapes of each.
 */
@Component
class DistrictRows {
    private final JdbcClient jdbc;

    DistrictRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<District> inForce() {
        return jdbc.sql("select * from city_district where until_at is null order by position")
                .query((row, number) ->
                        new District(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("name_en"),
                                row.getString("ministry_code"),
                                row.getString("kostat_code")))
                .list();
    }

    /** Writes the first districts of a city. */
    void begin(List<District> districts, Instant since) {
        for (int i = 0; i < districts.size(); i++) {
            write(districts.get(i), 1, i, since);
        }
    }

    /** Ends the rows of what goes or changes, and begins those of what comes or changed. */
    void replace(List<District> next, Instant at) {
        var before = inForce().stream().collect(Collectors.toSet());
        var codes = next.stream().map(District::code).collect(Collectors.toSet());
        before.stream()
                .filter(one -> !codes.contains(one.code()) || !next.contains(one))
                .forEach(one -> end(one, at));
        Map<String, Integer> versions = versions();
        for (int i = 0; i < next.size(); i++) {
            District one = next.get(i);
            if (before.contains(one)) {
                move(one, i);
            } else {
                write(one, versions.getOrDefault(one.code(), 0) + 1, i, at);
            }
        }
    }

    private Map<String, Integer> versions() {
        return jdbc
                .sql("select code, max(version) as newest from city_district group by code")
                .query((row, number) -> Map.entry(row.getString("code"), row.getInt("newest")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void end(District district, Instant at) {
        jdbc.sql("update city_district set until_at = ? where code = ? and until_at is null")
                .params(utc(at), district.code())
                .update();
    }

    private void move(District district, int position) {
        jdbc.sql(
                        "update city_district set position = ? where code = ? and until_at is null"
                                + " and position <> ?")
                .params(position, district.code(), position)
                .update();
    }

    private void write(District district, int version, int position, Instant since) {
        jdbc.sql(
                        "insert into city_district (code, version, name, name_en, ministry_code,"
                                + " kostat_code, position, since) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(district.code(), version, district.name(), district.nameEn())
                .param(district.ministryCode())
                .param(district.kostatCode())
                .params(position, utc(since))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** The version in force; 0 while there is none. */
    int newestOutlines() {
        return jdbc.sql("select coalesce(max(version), 0) from city_outlines")
                .query(Integer.class)
                .single();
    }

    List<Districts.Version> history() {
        return jdbc.sql("select * from city_outlines order by version desc")
                .query((row, number) ->
                        new Districts.Version(
                                row.getInt("version"),
                                row.getObject("since", OffsetDateTime.class).toInstant(),
                                row.getString("actor"),
                                row.getObject("entry", UUID.class),
                                new Districts.File(
                                        row.getString("file_name"),
                                        row.getLong("bytes"),
                                        row.getString("sha256"),
                                        row.getInt("points")),
                                row.getInt("districts")))
                .list();
    }

    void writeOutlines(
            int version,
            Instant since,
            Actor actor,
            UUID entry,
            Districts.File file,
            Map<String, Geometry> shapes) {
        jdbc.sql(
                        "insert into city_outlines (version, since, actor, entry, file_name, bytes,"
                                + " sha256, points, districts) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(version, since.atOffset(ZoneOffset.UTC), actor.ref(), entry)
                .params(file.name(), file.bytes(), file.sha256(), file.points(), shapes.size())
                .update();
        var writer = new WKBWriter();
        shapes.forEach((code, shape) ->
                jdbc.sql("insert into city_outline (version, code, shape) values (?, ?, ?)")
                        .params(version, code, writer.write(shape))
                        .update());
    }

    /** The shapes of one version by the codes of their districts. */
    Map<String, Geometry> shapes(int version) {
        var shapes = new HashMap<String, Geometry>();
        jdbc.sql("select code, shape from city_outline where version = ?")
                .param(version)
                .query(row -> {
                    shapes.put(row.getString("code"), shape(row.getBytes("shape")));
                });
        return shapes;
    }

    private static Geometry shape(byte[] stored) {
        try {
            return new WKBReader().read(stored);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
