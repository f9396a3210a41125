package city.dure.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.imports.ImportId;
import city.dure.imports.ImportRow;
import city.dure.imports.ImportRun;
import city.dure.imports.RowCheck;
import city.dure.imports.RowNote;
import city.dure.imports.RowOutcome;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the target makes of real lists, read where they lie; the engine around it is tested with its
 * pages.
 */
@PortalTest
class RealListsTests {
    private static final Path LISTS = Path.of("../shared/data/merchants");
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);

    @Autowired BusinessList list;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    @Test
    void takesTheLicensedBusinessesOfGoyang() throws IOException {
        var run = run("고양시 인허가 업소");
        var told = take(run, read("goyang-licensed-businesses.csv", StandardCharsets.UTF_8));
        assertThat(told.rows).isEqualTo(1_236);
        assertThat(told.repeats).isEqualTo(9);
        assertThat(told.kinds).isEqualTo(Map.of(RowOutcome.Kind.NEW, 1_227));
        assertThat(told.reasons)
                .containsEntry("listings.note.closed", 163 - 9) // the nine are closed, too
                .containsEntry("listings.note.crowded", 32)
                .doesNotContainKey("listings.note.category");
        assertThat(count("status = 'CLOSED'", run)).isEqualTo(154);
        assertThat(count("latitude is null", run)).isEqualTo(told.reasons("listings.note.crowded"));
        assertThat(count("category = 'other'", run)).isZero();
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        var rows = read("goyang-licensed-businesses.csv", StandardCharsets.UTF_8);
        take(run("고양시 인허가 업소 (두 번)"), rows);
        var again = run("고양시 인허가 업소 (두 번)");
        assertThat(take(again, rows).kinds).isEqualTo(Map.of(RowOutcome.Kind.UNCHANGED, 1_227));
        Sealed.everything(jdbc);
        assertThat(
                        jdbc.sql("select count(*) from ledger_subject where subject = ?")
                                .param(again.id().ref())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void takesTheGoodPriceShopsOfSeoul() throws IOException {
        var rows = read("seoul-goodprice-shops-cp949.csv", Charset.forName("MS949"));
        var told = take(run("서울시 착한가격업소"), rows);
        assertThat(told.rows).isEqualTo(1_867);
        assertThat(told.refusals).isEmpty();
        assertThat(told.reasons).doesNotContainKey("listings.note.category");
    }

    @Test
    void takesTheSignatureRestaurantsOfGyeonggi() throws IOException {
        var rows = read("gyeonggi-signature-restaurants.csv", StandardCharsets.UTF_8);
        var told = take(run("경기으뜸맛집"), rows);
        assertThat(told.rows).isEqualTo(137);
        assertThat(told.refusals).isEmpty();
        assertThat(told.reasons).doesNotContainKey("listings.note.category");
    }

    @Test
    void takesTheFoodPremisesOfSeoul() throws IOException {
        var run = run("서울시 식품업소");
        var told = take(run, read("seoul-food-premises-10k.csv.gz", StandardCharsets.UTF_8));
        assertThat(told.rows).isEqualTo(10_000);
        assertThat(told.reasons).doesNotContainKey("listings.note.crowded");
        assertThat(count("name like '%' || chr(13) || '%'", run)).isZero();
        assertThat(count("latitude is not null", run)).isPositive();
    }

    private Told take(ImportRun run, List<ImportRow> rows) {
        var told = new Told();
        var sharers = new HashMap<String, Set<String>>();
        var sound = new LinkedHashMap<String, ImportRow>();
        var shared = new HashMap<String, String>();
        for (ImportRow row : rows) {
            told.rows++;
            RowCheck check = list.check(run, row);
            if (!check.refusals().isEmpty()) {
                told.refusals.add(row.line());
            } else if (sound.putIfAbsent(String.valueOf(check.key()), row) != null) {
                told.repeats++;
            } else if (check.shared() != null) {
                shared.put(String.valueOf(check.key()), check.shared());
                sharers.computeIfAbsent(check.shared(), point -> new HashSet<>())
                        .add(String.valueOf(check.sharer()));
            }
        }
        var batch = new ArrayList<ImportRow>();
        sound.forEach((key, row) -> {
            int sharing = sharers.getOrDefault(shared.getOrDefault(key, ""), Set.of()).size();
            batch.add(new ImportRow(row.line(), row.values(), sharing));
        });
        for (int from = 0; from < batch.size(); from += 500) {
            var part = batch.subList(from, Math.min(batch.size(), from + 500));
            told.note(transaction.execute(status -> list.apply(OFFICER, run, part)));
        }
        System.Logger log = System.getLogger("lists");
        log.log(System.Logger.Level.INFO, run.source() + " " + told);
        return told;
    }

    private long count(String condition, ImportRun run) {
        return jdbc.sql("select count(*) from merchant where source = ? and " + condition)
                .param(run.source())
                .query(Long.class)
                .single();
    }

    private static List<ImportRow> read(String name, Charset charset) throws IOException {
        Path file = LISTS.resolve(name);
        assumeTrue(Files.exists(file), "no " + file + ": the real lists are not here");
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in;
                Reader reader = new InputStreamReader(plain, charset)) {
            String tag = UUID.randomUUID().toString().substring(0, 8);
            var rows = new ArrayList<ImportRow>();
            var columns = new LinkedHashMap<String, String>();
            for (NamedCsvRecord record : CsvReader.builder().ofNamedCsvRecord(reader)) {
                if (columns.isEmpty()) {
                    columns.putAll(columns(record.getHeader()));
                }
                var values = new HashMap<String, String>();
                columns.forEach((column, header) ->
                        values.put(
                                column,
                                Normalizer.normalize(
                                        record.getField(header).strip(), Normalizer.Form.NFC)));
                values.computeIfPresent(Columns.NAME, (column, shop) -> own(shop, tag));
                rows.add(new ImportRow(record.getStartingLineNumber(), values, 0));
            }
            return rows;
        }
    }

    /** A name that no other test has listed at the same address. */
    private static String own(String shop, String tag) {
        return shop.isEmpty() ? shop : shop + " " + tag;
    }

    /** The header of each column that the list has. */
    private static Map<String, String> columns(List<String> headers) {
        var columns = new HashMap<String, String>();
        for (var column : Columns.ALL) {
            var known = column.headers().stream().map(RealListsTests::plain).toList();
            headers.stream()
                    .filter(header -> known.contains(plain(header)))
                    .findFirst()
                    .ifPresent(header -> columns.put(column.name(), header));
        }
        return columns;
    }

    private static String plain(String header) {
        return header.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private static ImportRun run(String source) {
        return new ImportRun(ImportId.random(), source);
    }

    /** What the row report would tell. */
    private static final class Told {
        int rows;
        int repeats;
        final List<Long> refusals = new ArrayList<>();
        final Map<RowOutcome.Kind, Integer> kinds = new HashMap<>();
        final Map<String, Integer> reasons = new HashMap<>();

        void note(List<RowOutcome> outcomes) {
            for (RowOutcome outcome : outcomes) {
                kinds.merge(outcome.kind(), 1, Integer::sum);
                for (RowNote note : outcome.notes()) {
                    reasons.merge(note.reasonKey(), 1, Integer::sum);
                }
            }
        }

        long reasons(String key) {
            return reasons.getOrDefault(key, 0);
        }

        @Override
        public String toString() {
            return rows
                    + " rows, "
                    + repeats
                    + " repeats, "
                    + refusals.size()
                    + " refused, "
                    + kinds
                    + ", "
                    + reasons;
        }
    }
}
