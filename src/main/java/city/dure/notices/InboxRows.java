package city.dure.notices;

import city.dure.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The inboxes, as they are stored, and the languages that their holders chose last. */
@Component
class InboxRows {
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final JsonMapper json;
    private final Clock clock;

    InboxRows(JdbcClient jdbc, JdbcTemplate batch, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
        this.clock = clock;
    }

    void add(List<String> accounts, Notice notice) {
        String arguments = json.writeValueAsString(notice.arguments());
        batch.batchUpdate(
                "insert into notice (account, text_key, arguments, href, at)"
                        + " values (?, ?, ?, ?, ?)",
                accounts.stream()
                        .map(ref ->
                                new @Nullable Object[] {
                                    ref, notice.key(), arguments, notice.href(), now()
                                })
                        .toList());
    }

    Page<Told> page(String account, boolean unread, @Nullable Long before, int size) {
        var rows =
                jdbc.sql(
                                "select * from notice where account = ? and id < ?"
                                        + (unread ? " and read_at is null" : "")
                                        + " order by id desc limit ?")
                        .params(account, before == null ? Long.MAX_VALUE : before, size + 1)
                        .query(this::told)
                        .list();
        var shown = rows.subList(0, Math.min(size, rows.size()));
        return new Page<>(shown, rows.size() > size ? String.valueOf(shown.getLast().id()) : null);
    }

    Optional<Told> find(String account, long id) {
        return jdbc.sql("select * from notice where account = ? and id = ?")
                .params(account, id)
                .query(this::told)
                .optional();
    }

    /** How many are unread; counts no further than this. */
    int unread(String account, int most) {
        return jdbc.sql(
                        "select count(*) from (select id from notice where account = ?"
                                + " and read_at is null limit ?) u")
                .params(account, most)
                .query(Integer.class)
                .single();
    }

    void read(String account, long id) {
        jdbc.sql(
                        "update notice set read_at = ? where account = ? and id = ?"
                                + " and read_at is null")
                .params(now(), account, id)
                .update();
    }

    /** Reads all up to one of them, so that none is read that came after the page was made. */
    void readAll(String account, long upTo) {
        jdbc.sql(
                        "update notice set read_at = ? where account = ? and id <= ?"
                                + " and read_at is null")
                .params(now(), account, upTo)
                .update();
    }

    /** Keeps the language that somebody chose. */
    @Transactional
    public void choose(String account, Locale language) {
        int changed =
                jdbc.sql("update notice_language set language = ? where account = ?")
                        .params(language.getLanguage(), account)
                        .update();
        if (changed == 0) {
            jdbc.sql(
                            "insert into notice_language (account, language) values (?, ?)"
                                    + " on conflict do nothing")
                    .params(account, language.getLanguage())
                    .update();
        }
    }

    /** The languages of those among some hundred accounts who chose one. */
    Map<String, Locale> languages(Collection<String> accounts) {
        var languages = new HashMap<String, Locale>();
        if (!accounts.isEmpty()) {
            jdbc.sql("select * from notice_language where account in (:accounts)")
                    .param("accounts", accounts)
                    .query(row -> {
                        languages.put(
                                row.getString("account"), Locale.of(row.getString("language")));
                    });
        }
        return languages;
    }

    void forget(String account) {
        jdbc.sql("delete from notice where account = ?").param(account).update();
        jdbc.sql("delete from notice_language where account = ?").param(account).update();
    }

    void sweep(Duration kept) {
        jdbc.sql("delete from notice where read_at < ?").param(now().minus(kept)).update();
    }

    private Told told(ResultSet row, int number) throws SQLException {
        var read = row.getObject("read_at", OffsetDateTime.class);
        String[] arguments = json.readValue(row.getString("arguments"), String[].class);
        return new Told(
                row.getLong("id"),
                new Notice(row.getString("text_key"), List.of(arguments), row.getString("href")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
