package city.dure.consents;

import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people agree to: asked by the city in versions, given and taken back by each person. */
@Service
@Transactional
public class Consents {
    private final JdbcClient jdbc;
    private final ConsentTexts texts;
    private final NewWords news;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Clock clock;

    Consents(
            JdbcClient jdbc,
            ConsentTexts texts,
            NewWords news,
            Accounts accounts,
            Ledger ledger,
            Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.news = news;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What is asked now, the required first. */
    @Transactional(readOnly = true)
    public List<ConsentText> asked() {
        return texts.newest();
    }

    /** All versions of what is asked, newest first. */
    @Transactional(readOnly = true)
    public List<ConsentText> versions(ConsentKind kind) {
        return texts.all(kind);
    }

    /** How an account stands to all that is asked now, in two statements. */
    @Transactional(readOnly = true)
    public List<Standing> of(String account) {
        var rows = rows(account);
        return texts.newest().stream().map(text -> standing(text, rows)).toList();
    }

    /**
     * A consent as it was given.
     *
     * @param withdrawn null while it holds
     */
    public record Given(
            ConsentKind kind, int version, Instant given, @Nullable Instant withdrawn) {}

    /** All that an account ever agreed to, newest first. */
    @Transactional(readOnly = true)
    public List<Given> history(String account) {
        return rows(account).stream()
                .sorted(Comparator.comparing(Row::given).reversed())
                .map(row ->
                        new Given(
                                ConsentKind.of(row.kind()).orElseThrow(),
                                row.version(),
                                row.given(),
                                row.withdrawn()))
                .toList();
    }

    /** Whether the city asks for what membership needs, and this account agrees to its words. */
    @Transactional(readOnly = true)
    public boolean agreesToRequired(String account) {
        // Asked at each payment: the words themselves are not read.
        var agreed =
                jdbc.sql(
                                """
                                select exists (select 1 from consent c
                                    where c.person = :person and c.kind = t.kind
                                        and c.version = t.version and c.withdrawn_at is null)
                                from consent_text t
                                where t.kind in (:required) and t.version =
                                    (select max(o.version) from consent_text o
                                        where o.kind = t.kind)
                                """)
                        .param("person", account)
                        .param("required", ConsentKind.requiredCodes())
                        .query(Boolean.class)
                        .list();
        return !agreed.isEmpty() && !agreed.contains(false);
    }

    /** Whether this account agreed to some version and did not take it back. */
    @Transactional(readOnly = true)
    public boolean agrees(String account, ConsentKind kind) {
        return open(rows(account), kind).isPresent();
    }

    /**
     * Agrees to the words that were read; nothing happens where the actor does so already.
     *
     * @param seenVersion of the words
     * @throws Conflict.Changed when the city asks in other words by now
     */
    public Optional<LedgerReceipt> give(Actor actor, ConsentKind kind, int seenVersion) {
        var text = texts.newest(kind).filter(one -> one.version() == seenVersion);
        if (text.isEmpty()) {
            throw new Conflict.Changed("consents.changed");
        }
        accounts.lock(AccountId.valueOf(actor.ref())); // Two tabs act one after the other
        var before = open(rows(actor.ref()), kind);
        if (before.isPresent() && before.get().version() == seenVersion) {
            return Optional.empty();
        }
        before.ifPresent(row -> end(row, now()));
        insert(actor, kind, seenVersion);
        return Optional.of(
                ledger.record(actor, new ConsentRecords.Given(actor, kind.code(), seenVersion)));
    }

    /** Takes a consent back; nothing happens where there is none. */
    public Optional<LedgerReceipt> withdraw(Actor actor, ConsentKind kind) {
        accounts.lock(AccountId.valueOf(actor.ref())); // Two tabs act one after the other
        return open(rows(actor.ref()), kind)
                .map(row -> {
                    end(row, now());
                    return ledger.record(
                            actor, new ConsentRecords.Withdrawn(actor, kind.code(), row.version()));
                });
    }

    /** Takes back all that the actor agreed to, each with its entry. */
    public void withdrawAll(Actor actor) {
        for (ConsentKind kind : ConsentKind.values()) {
            withdraw(actor, kind);
        }
    }

    /**
     * Asks for a consent in new words from now on.
     *
     * @param seenVersion the version that was there when they were written; 0 for none
     * @throws Conflict.Changed when somebody published others meanwhile
     */
    public LedgerReceipt publish(
            Actor actor, ConsentKind kind, int seenVersion, ConsentWords ko, ConsentWords en) {
        int newest = texts.newest(kind).map(ConsentText::version).orElse(0);
        if (newest != seenVersion) {
            throw new Conflict.Changed("consents.text.changed");
        }
        var text = new ConsentText(kind, newest + 1, ko, en, now());
        try {
            String sha256 = texts.insert(actor, text);
            news.begin(text);
            return ledger.record(
                    actor, new ConsentRecords.TextPublished(kind.code(), newest + 1, sha256));
        } catch (DuplicateKeyException e) {
            throw new Conflict.Changed("consents.text.changed");
        }
    }

    private void insert(Actor actor, ConsentKind kind, int version) {
        jdbc.sql(
                        "insert into consent (id, person, kind, version, given_at)"
                                + " values (?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        actor.ref(),
                        kind.code(),
                        version,
                        now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void end(Row row, Instant at) {
        jdbc.sql("update consent set withdrawn_at = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), row.id())
                .update();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private record Row(
            UUID id, String kind, int version, Instant given, @Nullable Instant withdrawn) {}

    private List<Row> rows(String account) {
        return jdbc.sql("select * from consent where person = ?")
                .param(account)
                .query(Consents::row)
                .list();
    }

    private static Optional<Row> open(List<Row> rows, ConsentKind kind) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind.code()) && row.withdrawn() == null)
                .findFirst();
    }

    private static Standing standing(ConsentText text, List<Row> rows) {
        var open = open(rows, text.kind());
        Instant ended =
                rows.stream()
                        .filter(row -> row.kind().equals(text.kind().code()))
                        .flatMap(row -> Optional.ofNullable(row.withdrawn()).stream())
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        return new Standing(
                text, open.map(Row::version).orElse(null), open.map(Row::given).orElse(ended));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getInt("version"),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }
}
