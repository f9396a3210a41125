package city.dure.residentlists;

import city.dure.citizens.Profile;
import city.dure.history.Comparison;
import city.dure.history.Comparisons;
import city.dure.imports.ImportId;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.imports.StagedRow;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.uploads.UploadInspector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes lists of residents over as the pages do, the engine being awake. */
@Component
public class ListsOfResidents {
    public static final Actor OFFICER = new Actor("u-TESTPROGRAMS", Role.PROGRAM_OFFICER);
    static final String HEADER = "이름,생년월일,휴대전화,이메일,주소,동,전입일\n";
    private static final List<String> HEADINGS =
            List.of("이름", "생년월일", "휴대전화", "이메일", "주소", "동", "전입일");

    private final Imports imports;
    private final Comparisons comparisons;
    private final ResidentList list;
    private final TransactionTemplate transaction;

    ListsOfResidents(
            Imports imports,
            Comparisons comparisons,
            ResidentList list,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.comparisons = comparisons;
        this.list = list;
        this.transaction = transaction;
    }

    /** A list that names this person and nobody else was taken over. */
    public void name(Profile person, String district) {
        name(person, district, "2024-05-06");
    }

    /** The same, with the day on which they moved in, or none. */
    public void name(Profile person, String district, String since) {
        taken(row(person, district, since));
    }

    static String row(Profile person, String district, String since) {
        var phone = person.phone();
        return "%s,%s,%s,,,%s,%s\n"
                .formatted(
                        person.name().plain(),
                        person.birth().plain(),
                        phone == null ? "" : phone.plain(),
                        district,
                        since);
    }

    Run taken(String rows) {
        return taken(tried(rows));
    }

    Run taken(Run tried) {
        transaction.executeWithoutResult(
                status -> comparisons.apply(OFFICER, tried.id(), Comparison.Decision.STAY, false));
        return await(tried.id(), Run.State.FINISHED);
    }

    Run tried(String rows) {
        ImportId id = uploaded(HEADER + rows);
        transaction.executeWithoutResult(
                status -> imports.choose(id, columns(), "명단 " + UUID.randomUUID()));
        return await(id, Run.State.READY);
    }

    ImportId uploaded(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    try {
                        var table = UploadInspector.inspect(() -> new ByteArrayInputStream(bytes));
                        var file = new ByteArrayInputStream(bytes);
                        return imports.upload(OFFICER, list, "residents.csv", table, file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    /** The line and the reason of each note. */
    List<String> notes(Run run) {
        return imports.rows(run, StagedRow.Filter.ALL, "", 0, 100).rows().stream()
                .flatMap(row ->
                        row.told().notes().stream()
                                .map(note -> row.line() + " " + note.reasonKey()))
                .toList();
    }

    static Map<String, Integer> columns() {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < HEADINGS.size(); i++) {
            columns.put(Columns.ALL.get(i).name(), i);
        }
        return columns;
    }

    private Run await(ImportId id, Run.State state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> imports.find(id).state() == state);
        return imports.find(id);
    }
}
