package city.dure.citizens;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ids under which citizens were known before a list of residents was found to name them; what
 * was noted under one of those still belongs to them.
 */
@Service
@Transactional(readOnly = true)
public class FormerIds {
    private final JdbcClient jdbc;

    FormerIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All ids of a citizen, the present one first. */
    public List<CitizenId> all(CitizenId id) {
        var former =
                jdbc.sql("select former from citizen_former where citizen_id = ?")
                        .param(id.value())
                        .query((row, number) -> new CitizenId(row.getObject(1, UUID.class)))
                        .list();
        return Stream.concat(Stream.of(id), former.stream()).toList();
    }

    /** The id that somebody goes by now who was known under this one. */
    public CitizenId present(CitizenId id) {
        return jdbc.sql("select citizen_id from citizen_former where former = ?")
                .param(id.value())
                .query((row, number) -> new CitizenId(row.getObject(1, UUID.class)))
                .optional()
                .orElse(id);
    }

    /** The same as they are written. */
    public List<String> refs(CitizenId id) {
        return all(id).stream().map(CitizenId::ref).toList();
    }

    /** Notes that somebody goes by another id from now on, in the caller's transaction. */
    @Transactional
    void add(CitizenId former, CitizenId now) {
        jdbc.sql("insert into citizen_former (former, citizen_id) values (?, ?)")
                .params(former.value(), now.value())
                .update();
    }
}
