package city.dure.calendar;

import city.dure.shared.Actor;
import city.dure.uploads.Uploads;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of holidays from their upload until they are taken over or thrown away; the last few, for
 * some days. A list is read again for each page, so that any instance can show it.
 */
@Service
@Transactional
class WaitingLists {
    static final int MOST = 10;
    private static final Duration KEPT_FOR = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Uploads files;
    private final Holidays holidays;
    private final Clock clock;

    WaitingLists(JdbcClient jdbc, Uploads files, Holidays holidays, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.holidays = holidays;
        this.clock = clock;
    }

    /** Keeps a list that was found sound; the oldest goes when there are too many. */
    UUID keep(Actor actor, String fileName, byte[] file) {
        all().stream().skip(MOST - 1L).forEach(list -> remove(list.id()));
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "insert into holiday_upload (id, actor, file_name, sha256, created_at)"
                                + " values (?, ?, ?, ?, ?)")
                .params(id, actor.ref(), fileName, SentList.sha256(file))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        try {
            files.keep(id, new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    /**
     * A list that waits.
     *
     * @throws NotFound when it was taken over, or thrown away
     */
    @Transactional(readOnly = true)
    WaitingList find(UUID id) {
        return jdbc.sql("select * from holiday_upload where id = ?")
                .param(id)
                .query(WaitingLists::list)
                .optional()
                .orElseThrow(() -> new NotFound("holiday upload %s".formatted(id)));
    }

    /** Those that wait, newest first. */
    @Transactional(readOnly = true)
    List<WaitingList> all() {
        return jdbc.sql("select * from holiday_upload order by created_at desc, id")
                .query(WaitingLists::list)
                .list();
    }

    /** What a list says. */
    @Transactional(readOnly = true)
    HolidayFile read(WaitingList list) {
        try (var file = files.open(list.id())) {
            return HolidayFile.read(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes a list over and lets it go.
     *
     * @param seenVersion the version of the difference that was shown
     * @throws Conflict.Changed when the holidays of its years changed since
     * @throws Conflict when it was taken over or thrown away already
     */
    Holidays.Change apply(Actor actor, UUID id, int seenVersion) {
        WaitingList list = locked(id);
        var wanted = read(list).byDay();
        remove(id);
        return holidays.replace(actor, wanted, seenVersion, list.sha256());
    }

    /** Throws a list away; false when it was gone already. */
    boolean remove(UUID id) {
        boolean waited =
                jdbc.sql("delete from holiday_upload where id = ?").param(id).update() == 1;
        files.drop(id); // after its row, which whoever takes it over locks first
        return waited;
    }

    /** Throws away what nobody came back to. */
    @Scheduled(cron = "0 50 4 * * *", zone = "Asia/Seoul")
    void forgetOld() {
        Instant before = clock.instant().minus(KEPT_FOR);
        all().stream()
                .filter(list -> list.createdAt().isBefore(before))
                .forEach(list -> remove(list.id()));
    }

    /** Whoever applies it at the same moment waits, and then finds it gone. */
    private WaitingList locked(UUID id) {
        return jdbc.sql("select * from holiday_upload where id = ? for update")
                .param(id)
                .query(WaitingLists::list)
                .optional()
                .orElseThrow(() -> new Conflict("calendar.upload.gone"));
    }

    private static WaitingList list(ResultSet row, int number) throws SQLException {
        return new WaitingList(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
