package city.dure.consents;

import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.notices.Notice;
import city.dure.notices.Notices;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells those who agreed to earlier words of new ones, once a person and version: piece after
 * piece, each in a transaction that also keeps how far it came, and none while the queue of
 * messages is long.
 */
@Component
class NewWords {
    static final int PIECE = 100;

    /** About a second's work; what else is done every few seconds waits for it. */
    private static final int PIECES = 20;

    /** By then whoever was about to agree to the earlier words has done so. */
    static final Duration SETTLED = Duration.ofMinutes(1);

    /** Nobody has two open consents of a kind. */
    private static final String EARLIER =
            " from consent where kind = :kind and version < :version and withdrawn_at is null";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Notices notices;
    private final Clock clock;
    private final TransactionOperations transaction;

    NewWords(
            JdbcClient jdbc,
            Accounts accounts,
            Notices notices,
            Clock clock,
            TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.notices = notices;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Tells of these words from now on, in place of earlier ones of their kind. */
    void begin(ConsentText text) {
        jdbc.sql("delete from consent_news where kind = ?").param(text.kind().code()).update();
        if (text.version() > 1) {
            jdbc.sql(
                            "insert into consent_news (kind, version, told_to, from_at)"
                                    + " values (?, ?, '', ?)")
                    .params(text.kind().code(), text.version(), utc(clock).plus(SETTLED))
                    .update();
        }
    }

    @Scheduled(fixedDelay = 5, initialDelay = 30, timeUnit = TimeUnit.SECONDS)
    void tell() {
        for (int i = 0; i < PIECES && !notices.busy() && tellSome(PIECE); i++) {}
    }

    /** Tells at most so many people; false when nothing is left to do. */
    boolean tellSome(int most) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> {
                    var next = next();
                    next.ifPresent(news -> tellSome(news, most));
                    return next.isPresent();
                }));
    }

    /** Words of which people are being told, and the last person who was. */
    private record News(String kind, int version, String toldTo) {}

    /** Another instance passes over what this one is at. */
    private Optional<News> next() {
        return jdbc.sql(
                        "select * from consent_news where from_at <= ?"
                                + " order by kind limit 1 for update skip locked")
                .param(utc(clock))
                .query((row, number) ->
                        new News(
                                row.getString("kind"),
                                row.getInt("version"),
                                row.getString("told_to")))
                .optional();
    }

    private void tellSome(News news, int most) {
        var people = after(news, most);
        if (people.isEmpty()) {
            jdbc.sql("delete from consent_news where kind = ?").param(news.kind()).update();
            return;
        }
        notices.tellAll(
                stillThere(news, people),
                Notice.of(
                        "consents.notice.new",
                        "/me/consents",
                        Notice.word("consents.kind." + news.kind())));
        jdbc.sql("update consent_news set told_to = ? where kind = ?")
                .params(people.getLast(), news.kind())
                .update();
    }

    /** Those who did not leave or agree to the new words meanwhile; now they wait with that. */
    private List<AccountId> stillThere(News news, List<String> people) {
        var open = accounts.lockOpen(people.stream().map(AccountId::valueOf).toList());
        var agreeing =
                jdbc.sql("select person" + EARLIER + " and person in (:people)")
                        .param("kind", news.kind())
                        .param("version", news.version())
                        .param("people", people)
                        .query((row, number) -> row.getString(1))
                        .set();
        return open.stream().filter(one -> agreeing.contains(one.ref())).toList();
    }

    /** Who agrees to earlier words and was not told yet. */
    private List<String> after(News news, int most) {
        return jdbc.sql(
                        "select person"
                                + EARLIER
                                + " and person > :last order by person limit :most")
                .param("kind", news.kind())
                .param("version", news.version())
                .param("last", news.toldTo())
                .param("most", most)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static OffsetDateTime utc(Clock clock) {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
