package city.dure.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.TestDatabase;
import city.dure.applications.Applications;
import city.dure.applications.TestApplications;
import city.dure.history.Comparison.Decision;
import city.dure.history.ListMemory.Dependent;
import city.dure.history.TakeBack;
import city.dure.history.TakeBacks;
import city.dure.imports.ImportId;
import city.dure.imports.Run;
import city.dure.merchants.Decisions;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import city.dure.replay.Replays;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.verification.LedgerVerification;
import city.dure.web.Conflict;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;

class TakeBackTests extends ListsAtWork {
    @Autowired TakeBacks takeBacks;
    @Autowired Decisions decisions;
    @Autowired SmartLifecycle importWorker;
    @Autowired Run.Work takingBack;
    @Autowired Applications applications;

    @AfterEach
    void wakeTheWorker() {
        importWorker.start();
    }

    /** Whatever was taken over and back, the entries say how it stands. */
    @AfterEach
    void followsFromItsEntries() throws SQLException {
        var report =
                LedgerVerification.check(
                        TestDatabase.unguarded("portal"), null, Replays.all(), number -> {});
        assertThat(report.replayed()).as(report.damages().toString()).isNotEmpty();
        assertThat(report.damageCount()).isEqualTo(report.damages().size());
        var shops =
                jdbc.sql("select id from merchant where name like ?")
                        .param("%" + tag + "%")
                        .query((row, i) -> new MerchantId(row.getObject(1, UUID.class)).ref())
                        .list();
        assertThat(shops).isNotEmpty();
        assertThat(report.damages())
                .noneMatch(damage -> shops.stream().anyMatch(damage.sentence()::contains));
    }

    @Test
    void putsEveryRowBackAsItWas() {
        var lists = new Snapshots(31, tag, 1_400);
        taken(source, lists.older);
        var before = rows();
        ImportId newer = tried(source, lists.newer);
        take(newer, Decision.CLOSE);
        assertThat(rows()).isNotEqualTo(before);

        takeBack(newer);
        assertThat(withoutAdded(rows(), lists)).isEqualTo(before);
        assertThat(shops(MerchantStatus.CLOSED)).containsOnlyKeys(lists.added);
        assertThat(takeBacks.find(newer))
                .isEqualTo(
                        new TakeBack(
                                lists.added.size() + lists.changed.size() + lists.gone.size(),
                                lists.added.size(),
                                lists.changed.size(),
                                lists.gone.size(),
                                0,
                                0));
        assertThat(kinds(newer))
                .contains("import.taken_back/1", "merchant.changed/1", "merchant.listed/1");
    }

    @Test
    void canGoOnWithTheRunBefore() {
        var lists = new Snapshots(32, tag, 50);
        ImportId first = taken(source, lists.older);
        ImportId second = taken(source, lists.newer);
        assertThat(why(first)).isNotEmpty().containsValue("listings.why.listed");
        takeBack(second);
        takeBack(first);
        assertThat(shops(MerchantStatus.LISTED)).isEmpty();
        assertThat(entries()).isEmpty();

        taken(source, lists.older);
        assertThat(shops(MerchantStatus.LISTED)).as("a later list brings them back").hasSize(50);
    }

    @Test
    void isRefusedAsAWholeWhileAnythingDependsOnIt() {
        var lists = new Snapshots(33, tag, 12);
        ImportId run = taken(source, lists.older);
        String admitted = "견줌 " + tag + " 1호";
        String closed = "견줌 " + tag + " 2호";
        merchants.admit(OFFICER, shop(admitted).id());
        decisions.close(OFFICER, shop(closed).id(), "owner_request", shop(closed).version());
        assertThat(why(run))
                .isEqualTo(
                        Map.of(admitted, "listings.why.merchant", closed, "listings.why.changed"));
        var before = rows();
        assertThatThrownBy(() -> begin(run)).isInstanceOf(Conflict.class);
        assertThat(imports.find(run).state()).isEqualTo(Run.State.FINISHED);
        assertThat(rows()).isEqualTo(before);
        assertThat(takeBacks.dependents(imports.find(run), " 2호", "", 10).rows()).hasSize(1);
        assertThat(takeBacks.dependents(imports.find(run), "", "", 1).next()).isNotNull();
    }

    @Test
    void isRefusedWhileAnOwnerAppliesWithABusinessOfIt() {
        ImportId run = taken(source, new Snapshots(34, tag, 3).older);
        String name = "견줌 " + tag + " 0호";
        var owner = new Actor("u-" + tag, Role.CITIZEN);
        applications.submit(
                owner, TestApplications.bakery(name, shop(name).id(), TestApplications.number()));
        assertThat(why(run)).containsExactly(Map.entry(name, "listings.why.claimed"));
        assertThatThrownBy(() -> begin(run)).isInstanceOf(Conflict.class);
    }

    @Test
    void goesOnAfterAKillInTheMiddleOfABatch() {
        var lists = new Snapshots(35, tag, 1_300);
        taken(source, lists.older);
        var before = rows();
        ImportId newer = tried(source, lists.newer);
        take(newer, Decision.CLOSE);
        var after = rows();
        importWorker.stop();
        begin(newer);
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(status -> {
                            takingBack.step(imports.find(newer), 100);
                            throw new IllegalStateException("killed");
                        }))
                .hasMessage("killed");
        assertThat(rows()).isEqualTo(after);
        transaction.executeWithoutResult(status -> takingBack.step(imports.find(newer), 100));
        assertThat(takeBacks.find(newer).done()).isEqualTo(100);
        importWorker.start();
        await(newer, Run.State.TAKEN_BACK);
        assertThat(withoutAdded(rows(), lists)).isEqualTo(before);
        assertThat(takeBacks.find(newer).left()).isZero();
    }

    @Test
    void leavesWhatSomebodyChangesMeanwhileAndTellsHowMany() {
        var lists = new Snapshots(36, tag, 20);
        ImportId run = taken(source, lists.older);
        importWorker.stop();
        begin(run);
        String name = "견줌 " + tag + " 3호";
        merchants.admit(OFFICER, shop(name).id());
        importWorker.start();
        await(run, Run.State.TAKEN_BACK);
        assertThat(shops(MerchantStatus.APPROVED)).containsOnlyKeys(name);
        assertThat(takeBacks.find(run).left()).isOne();
    }

    @Test
    void doesNotRunBesideAnotherImportOfTheTarget() {
        ImportId done = taken(source, new Snapshots(37, tag, 5).older);
        ImportId other = tried("다른 " + source, new Snapshots(38, tag + " 다른", 5).older);
        importWorker.stop();
        transaction.executeWithoutResult(
                status -> comparisons.apply(OFFICER, other, Decision.STAY, true));
        assertThatThrownBy(() -> begin(done)).isInstanceOf(Conflict.class);
        importWorker.start();
        await(other, Run.State.FINISHED);

        ImportId next = tried("또 다른 " + source, new Snapshots(39, tag + " 또", 5).older);
        importWorker.stop();
        begin(done);
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(
                                status -> comparisons.apply(OFFICER, next, Decision.STAY, true)))
                .isInstanceOf(Conflict.class);
        importWorker.start();
        await(done, Run.State.TAKEN_BACK);
        take(next, Decision.STAY);
    }

    private void takeBack(ImportId run) {
        begin(run);
        await(run, Run.State.TAKEN_BACK);
    }

    private void begin(ImportId run) {
        transaction.executeWithoutResult(status -> takeBacks.begin(OFFICER, run));
    }

    private Map<String, String> why(ImportId run) {
        var why = new TreeMap<String, String>();
        for (Dependent one : takeBacks.dependents(imports.find(run), "", "", 1_000).rows()) {
            why.put(one.title().substring(0, one.title().indexOf(" · ")), one.whyKey());
        }
        return why;
    }

    /** All columns of all rows that the lists of this test have written, by name. */
    private Map<String, Map<String, @Nullable Object>> rows() {
        var rows = new TreeMap<String, Map<String, @Nullable Object>>();
        jdbc.sql("select * from merchant where name like ?")
                .param("%" + tag + "%")
                .query()
                .listOfRows()
                .forEach(row -> rows.put("shop " + row.get("name"), row));
        entries().forEach(row -> rows.put("entry " + row.get("name"), row));
        return rows;
    }

    private List<Map<String, @Nullable Object>> entries() {
        return jdbc.sql("select * from list_entry where source = ?")
                .param(source)
                .query()
                .listOfRows();
    }

    /** What a run added stays, closed, but no list names it any more. */
    private static Map<String, Map<String, @Nullable Object>> withoutAdded(
            Map<String, Map<String, @Nullable Object>> rows, Snapshots lists) {
        lists.added.forEach(name -> rows.remove("shop " + name));
        return rows;
    }
}
