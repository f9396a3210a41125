package city.dure.listings;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.history.Comparison;
import city.dure.history.Comparisons;
import city.dure.history.Gone;
import city.dure.imports.ImportId;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.imports.StagedRow;
import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.uploads.UploadInspector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists of businesses through the whole engine, its worker being awake. */
@PortalTest
abstract class ListsAtWork {
    static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);

    @Autowired Imports imports;
    @Autowired Comparisons comparisons;
    @Autowired BusinessList list;
    @Autowired Merchants merchants;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    final String tag = UUID.randomUUID().toString().substring(0, 8);
    final String source = "목록 " + tag;

    /** Uploads a list and tries it. */
    ImportId tried(String source, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        ImportId id = transaction.execute(status -> uploaded(bytes));
        List<String> header = imports.find(id).file().header();
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (var column : Columns.ALL) {
            column.headers().stream()
                    .filter(header::contains)
                    .findFirst()
                    .ifPresent(name -> columns.put(column.name(), header.indexOf(name)));
        }
        transaction.executeWithoutResult(status -> imports.choose(id, columns, source));
        await(id, Run.State.READY);
        return id;
    }

    private ImportId uploaded(byte[] bytes) {
        try {
            var table = UploadInspector.inspect(() -> new ByteArrayInputStream(bytes));
            return imports.upload(
                    OFFICER, list, "list.csv", table, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Uploads a list and takes it over. */
    ImportId taken(String source, String content) {
        ImportId id = tried(source, content);
        take(id, Comparison.Decision.STAY);
        return id;
    }

    void take(ImportId id, Comparison.Decision decision) {
        transaction.executeWithoutResult(status -> comparisons.apply(OFFICER, id, decision, true));
        await(id, Run.State.FINISHED);
    }

    void await(ImportId id, Run.State state) {
        for (int i = 0; i < 2_400 && imports.find(id).state() != state; i++) {
            try {
                Thread.sleep(25);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(imports.find(id).state()).isEqualTo(state);
    }

    /** The names of the rows of a kind. */
    Set<String> names(ImportId id, StagedRow.Filter filter) {
        return imports.rows(imports.find(id), filter, "", 0, 10_000).rows().stream()
                .map(row -> row.get(Columns.NAME))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> gone(ImportId id) {
        return comparisons.gone(id, "", "", 10_000).rows().stream()
                .map(Gone::title)
                .map(title -> title.substring(0, title.indexOf(" · ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The businesses of this test in a state, by name. */
    Map<String, MerchantSummary> shops(MerchantStatus status) {
        return merchants
                .all(new MerchantFilter(tag, "", "", Set.of(status)))
                .collect(Collectors.toMap(MerchantSummary::name, shop -> shop));
    }

    /** The one business of this name. */
    MerchantSummary shop(String name) {
        return merchants.search(name, 10).stream()
                .filter(shop -> shop.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<String> kinds(ImportId id) {
        Sealed.everything(jdbc);
        return jdbc.sql(
                        """
                        select distinct e.kind from ledger_entry e
                        join ledger_subject s on s.entry_id = e.id where s.subject = ?
                        """)
                .param(id.ref())
                .query((row, i) -> row.getString(1))
                .list();
    }
}
