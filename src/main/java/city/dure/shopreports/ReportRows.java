package city.dure.shopreports;

import city.dure.merchants.MerchantId;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reports in the database. */
@Component
class ReportRows {
    private static final Key BEFORE_ALL =
            new Key(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A report as officials see it: never whose it is.
     *
     * @param what the code of what happened; null for a closed shop
     */
    record Seen(@Nullable String what, LocalDate seenOn, Instant filedAt) {}

    /**
     * A report as who filed it sees it.
     *
     * @param shop the shop's public id
     * @param outcome the code of what came of it; null until an official has settled it
     */
    record Own(
            UUID id,
            String shop,
            String name,
            String kind,
            @Nullable String what,
            LocalDate seenOn,
            Instant filedAt,
            @Nullable String outcome) {
        /** What came of it, for message keys. */
        public String state() {
            return outcome == null ? "received" : outcome;
        }
    }

    /** How many reports a person has filed on a day. */
    int filed(Actor person, LocalDate day) {
        return jdbc.sql(
                        "select coalesce(max(nth), 0) from shop_report"
                                + " where reporter = ? and filed_on = ?")
                .params(person.ref(), day)
                .query(Integer.class)
                .single();
    }

    boolean has(CaseId shopCase, Actor person) {
        return jdbc.sql("select 1 from shop_report where case_id = ? and reporter = ?")
                .params(shopCase.value(), person.ref())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Files a report as a person's nth of a day.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another one is just that
     */
    void add(
            ReportRecords.ReportId id,
            CaseId shopCase,
            Actor person,
            ShopReports.Sighting sighting,
            Instant at,
            LocalDate day,
            int nth) {
        jdbc.sql("insert into shop_report values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(id.value(), shopCase.value(), person.ref())
                .param(sighting.what())
                .params(sighting.seen(), at.atOffset(ZoneOffset.UTC), day, nth)
                .update();
    }

    /** The newest reports of a case. */
    List<Seen> of(CaseId shopCase, int most) {
        return jdbc.sql(
                        "select refusal, seen_on, filed_at from shop_report where case_id = ?"
                                + " order by filed_at desc, id desc limit ?")
                .params(shopCase.value(), most)
                .query((row, number) ->
                        new Seen(
                                row.getString("refusal"),
                                row.getObject("seen_on", LocalDate.class),
                                filedAt(row)))
                .list();
    }

    /** A page of the reports of a person, newest first. */
    Page<Own> of(Actor person, @Nullable String after, int size) {
        var key = Key.read(after).orElse(BEFORE_ALL);
        var found =
                jdbc.sql(
                                """
                                select r.*, c.kind, c.outcome, c.merchant_id, m.name
                                from shop_report r join shop_report_case c on c.id = r.case_id
                                    join merchant m on m.id = c.merchant_id
                                where r.reporter = ? and r.filed_at <= ?
                                    and (r.filed_at < ? or r.id < ?)
                                order by r.filed_at desc, r.id desc limit ?
                                """)
                        .params(person.ref(), key.at(), key.at(), key.id(), size + 1)
                        .query((row, number) -> own(row))
                        .list();
        return Key.page(found, size, each -> new Key(each.filedAt(), each.id()));
    }

    private static Own own(ResultSet row) throws SQLException {
        return new Own(
                row.getObject("id", UUID.class),
                new MerchantId(row.getObject("merchant_id", UUID.class)).ref(),
                row.getString("name"),
                row.getString("kind"),
                row.getString("refusal"),
                row.getObject("seen_on", LocalDate.class),
                filedAt(row),
                row.getString("outcome"));
    }

    private static Instant filedAt(ResultSet row) throws SQLException {
        return row.getObject("filed_at", OffsetDateTime.class).toInstant();
    }
}
