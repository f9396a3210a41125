package city.dure.intake;

import city.dure.applications.NewApplication;
import city.dure.applications.PaperType;
import city.dure.papers.Paper;
import city.dure.papers.PaperKind;
import city.dure.shared.Actor;
import city.dure.vault.Keys;
import city.dure.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Applications that are being written: kept as typed, sealed, each for its author alone. */
@Service
@Transactional
public class Drafts {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String KEY = "application-draft";
    private static final TypeReference<Map<String, String>> TYPED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Keys keys;
    private final JsonMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Keys keys, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** Begins one; those untouched for 30 days go. */
    DraftId begin(Actor author, Answers answers) {
        jdbc.sql("delete from application_draft where updated_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        DraftId id = DraftId.random();
        jdbc.sql(
                        "insert into application_draft (id, author, sealed, updated_at)"
                                + " values (?, ?, ?, ?)")
                .params(id.value(), author.ref(), seal(id, answers), now())
                .update();
        return id;
    }

    /** How many an author is writing. */
    @Transactional(readOnly = true)
    int count(Actor author) {
        return jdbc.sql("select count(*) from application_draft where author = ?")
                .param(author.ref())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** Those an author is writing, newest first. */
    @Transactional(readOnly = true)
    List<Draft> of(Actor author) {
        return jdbc.sql(
                        "select id, sealed, updated_at from application_draft where author = ?"
                                + " order by updated_at desc")
                .param(author.ref())
                .query((row, number) -> draft(row, List.of()))
                .list();
    }

    /** What an author has typed into those, by the name of the field. */
    @Transactional(readOnly = true)
    public List<Map<String, String>> typed(Actor author) {
        return of(author).stream()
                .map(draft -> json.convertValue(draft.answers(), TYPED))
                .map(typed -> {
                    typed.values().removeIf(Objects::isNull);
                    return typed;
                })
                .toList();
    }

    /**
     * One of the author's own.
     *
     * @throws NotFound when it is another's, or gone
     */
    @Transactional(readOnly = true)
    Draft own(Actor author, DraftId id) {
        List<Draft.Sheet> sheets = sheets(id);
        return jdbc.sql(
                        "select id, sealed, updated_at from application_draft"
                                + " where id = ? and author = ?")
                .params(id.value(), author.ref())
                .query((row, number) -> draft(row, sheets))
                .optional()
                .orElseThrow(() -> new NotFound(id.toString()));
    }

    void save(Actor author, DraftId id, Answers answers) {
        int saved =
                jdbc.sql(
                                "update application_draft set sealed = ?, updated_at = ?"
                                        + " where id = ? and author = ?")
                        .params(seal(id, answers), now(), id.value(), author.ref())
                        .update();
        if (saved == 0) {
            throw new NotFound(id.toString());
        }
    }

    // The answers are left alone: they may be typed at this moment. Who adds next waits here.
    private void touch(Actor author, DraftId id) {
        int found =
                jdbc.sql("update application_draft set updated_at = ? where id = ? and author = ?")
                        .params(now(), id.value(), author.ref())
                        .update();
        if (found == 0) {
            throw new NotFound(id.toString());
        }
    }

    void addSheet(Actor author, DraftId id, PaperType type, Paper paper) {
        touch(author, id);
        UUID sheet = UUID.randomUUID();
        jdbc.sql(
                        "insert into application_draft_paper"
                                + " (id, draft_id, type, kind, size, sealed, added_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        sheet,
                        id.value(),
                        type.name(),
                        paper.kind().name(),
                        paper.bytes().length,
                        keys.seal(KEY, context(id, sheet), paper.bytes()),
                        now())
                .update();
    }

    void removeSheet(Actor author, DraftId id, UUID sheet) {
        own(author, id);
        jdbc.sql("delete from application_draft_paper where id = ? and draft_id = ?")
                .params(sheet, id.value())
                .update();
    }

    @Transactional(readOnly = true)
    Paper paper(Actor author, DraftId id, UUID sheet) {
        return own(author, id).sheets().stream()
                .filter(each -> each.id().equals(sheet))
                .findFirst()
                .map(each -> open(id, each))
                .orElseThrow(() -> new NotFound(sheet.toString()));
    }

    /** All its papers, opened, to be sent in. */
    @Transactional(readOnly = true)
    List<NewApplication.Sheet> papers(Draft draft) {
        return draft.sheets().stream()
                .map(sheet -> new NewApplication.Sheet(sheet.type(), open(draft.id(), sheet)))
                .toList();
    }

    /** Removes all that an author is writing. */
    public void forget(Actor author) {
        jdbc.sql("delete from application_draft where author = ?").param(author.ref()).update();
    }

    /**
     * Removes one; pressed again there is nothing left to do.
     *
     * @throws NotFound when it is another's
     */
    void remove(Actor author, DraftId id) {
        jdbc.sql("delete from application_draft where id = ? and author = ?")
                .params(id.value(), author.ref())
                .update();
        boolean anothers =
                jdbc.sql("select count(*) from application_draft where id = ?")
                                .param(id.value())
                                .query((row, number) -> row.getInt(1))
                                .single()
                        > 0;
        if (anothers) {
            throw new NotFound(id.toString());
        }
    }

    private Paper open(DraftId id, Draft.Sheet sheet) {
        byte[] sealed =
                jdbc.sql("select sealed from application_draft_paper where id = ?")
                        .param(sheet.id())
                        .query((row, number) -> row.getBytes(1))
                        .single();
        return new Paper(sheet.kind(), keys.unseal(KEY, context(id, sheet.id()), sealed));
    }

    private List<Draft.Sheet> sheets(DraftId id) {
        return jdbc.sql(
                        "select id, type, kind, size from application_draft_paper"
                                + " where draft_id = ? order by added_at, id")
                .param(id.value())
                .query((row, number) ->
                        new Draft.Sheet(
                                row.getObject("id", UUID.class),
                                PaperType.valueOf(row.getString("type")),
                                PaperKind.valueOf(row.getString("kind")),
                                row.getInt("size")))
                .list();
    }

    private Draft draft(ResultSet row, List<Draft.Sheet> sheets) throws SQLException {
        var id = new DraftId(row.getObject("id", UUID.class));
        byte[] plain = keys.unseal(KEY, id.toString(), row.getBytes("sealed"));
        return new Draft(
                id,
                json.readValue(plain, Answers.class),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                sheets);
    }

    private byte[] seal(DraftId id, Answers answers) {
        return keys.seal(KEY, id.toString(), json.writeValueAsBytes(answers));
    }

    private static String context(DraftId id, UUID sheet) {
        return id + "|" + sheet;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
