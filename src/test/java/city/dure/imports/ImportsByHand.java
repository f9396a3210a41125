package city.dure.imports;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.ledger.Ledger;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.uploads.UploadInspector;
import city.dure.uploads.UploadedTable;
import city.dure.uploads.Uploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine by hand, its own worker being asleep: each step is one transaction. */
@PortalTest
abstract class ImportsByHand {
    static final Actor OFFICER = new Actor("u-00000000000000000000000001", Role.MERCHANT_OFFICER);

    @Autowired Imports imports;
    @Autowired ImportWorker worker;
    @Autowired Notebook notebook;
    @Autowired Runs runs;
    @Autowired StagedRows rows;
    @Autowired Uploads uploads;
    @Autowired Targets targets;
    @Autowired Ledger ledger;
    @Autowired Clock clock;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JdbcClient jdbc;

    final String source = "list " + UUID.randomUUID();

    @BeforeEach
    void putTheWorkerToSleep() {
        worker.stop();
    }

    @AfterEach
    void wakeTheWorker() {
        worker.start();
    }

    ImportId uploaded(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try {
            UploadedTable table = UploadInspector.inspect(() -> new ByteArrayInputStream(bytes));
            return new TransactionTemplate(transactions)
                    .execute(status -> {
                        try {
                            return imports.upload(
                                    OFFICER,
                                    notebook,
                                    "list.csv",
                                    table,
                                    new ByteArrayInputStream(bytes));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportId tried(String content) {
        ImportId id = uploaded(content);
        decide(() -> imports.choose(id, columns(), source));
        drain(steps(), id);
        return id;
    }

    void apply(ImportId id) {
        decide(() -> imports.apply(OFFICER, id));
        drain(steps(), id);
    }

    void decide(Runnable decision) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> decision.run());
    }

    void drain(ImportSteps steps, ImportId id) {
        while (steps.step(id)) {
            assertThat(imports.find(id).atRow())
                    .isLessThanOrEqualTo(imports.find(id).file().rows());
        }
    }

    /** Another instance gets no turn while one has the lease, so ask until it is over. */
    void drainAll(ImportId id) {
        ImportSteps steps = steps();
        while (imports.find(id).state().underWay()) {
            steps.step(id);
        }
    }

    ImportSteps steps() {
        return new ImportSteps(runs, rows, uploads, targets, ledger, clock, transactions);
    }

    void await(ImportId id, Run.State state) throws InterruptedException {
        for (int i = 0; i < 1_200 && imports.find(id).state() != state; i++) {
            Thread.sleep(50);
        }
        assertThat(imports.find(id).state()).isEqualTo(state);
    }

    List<String> reasons(Run run) {
        return imports.rows(run, StagedRow.Filter.TOLD, "", 0, 100).rows().stream()
                .map(row ->
                        row.line()
                                + " "
                                + row.told().notes().getFirst().reasonKey()
                                + row.told().notes().getFirst().args())
                .toList();
    }

    List<String> entries(ImportId id) {
        Sealed.everything(jdbc);
        return jdbc.sql(
                        """
                        select e.kind from ledger_entry e
                        join ledger_subject s on s.entry_id = e.id
                        where s.subject = ? and s.relation = 'about'
                        """)
                .param(id.ref())
                .query((row, i) -> row.getString(1))
                .list();
    }

    static Map<String, Integer> columns() {
        Map<String, Integer> columns = new LinkedHashMap<>();
        columns.put("name", 0);
        columns.put("address", 1);
        columns.put("point", 2);
        return columns;
    }

    static String big(int rows) {
        var list = new StringBuilder("상호,주소,좌표\n");
        for (int i = 0; i < rows; i++) {
            list.append("가게 ")
                    .append(i)
                    .append(",길 ")
                    .append(i)
                    .append(",x")
                    .append(i)
                    .append('\n');
        }
        return list.toString();
    }
}
