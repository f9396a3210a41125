package city.dure.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.TestDatabase;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.papers.Paper;
import city.dure.papers.PaperKind;
import city.dure.shared.Actor;
import city.dure.shared.PublicId;
import io.micrometer.core.instrument.Metrics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class VaultTests {
    @LedgerKind(value = "test.vault_changed", version = 1)
    record VaultChanged() implements LedgerRecord {}

    @Autowired Vault vault;
    @Autowired Keys keys;
    @Autowired MasterKey master;
    @Autowired Ledger ledger;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    private final String one = PublicId.write("t", UUID.randomUUID());
    private final String two = PublicId.write("t", UUID.randomUUID());

    @Test
    void givesBackWhatWasPutLast() {
        change(() -> vault.put(one, "name", "처음"));
        change(() -> vault.put(one, "name", "김한들"));
        assertThat(vault.get(one, "name")).contains("김한들");
        assertThat(vault.get(one, "phone")).isEmpty();
        assertThat(vault.get(two, "name")).isEmpty();
    }

    /** As in a portal that was not started anew with the new key: nobody could open it later. */
    @Test
    void sealsNothingUnderAMasterKeyThatIsReplaced() {
        change(() -> vault.put(one, "name", "하나"));
        var behind = new JdbcTemplate(TestDatabase.unguarded("portal"));
        behind.update("update vault_master set next_fingerprint = 'of another key'");
        try {
            change(() -> vault.put(one, "name", "한 사람"));
            assertThatThrownBy(() -> change(() -> vault.put(two, "name", "둘")))
                    .hasMessageContaining("another master key is in force");
            var many = List.of(new NewSubject(two, Map.of("name", "둘"), Map.of()));
            assertThatThrownBy(() -> change(() -> vault.putNew(many)))
                    .hasMessageContaining("another master key is in force");
            assertThatThrownBy(() -> keys.secret("test." + UUID.randomUUID()))
                    .hasMessageContaining("another master key is in force");
        } finally {
            behind.update("update vault_master set next_fingerprint = null");
        }
        change(() -> vault.put(two, "name", "둘"));
        assertThat(vault.get(two, "name")).contains("둘");
    }

    @Test
    void readsManySubjectsAtOnce() {
        change(() -> vault.put(one, "name", "하나"));
        change(() -> vault.put(two, "name", "둘"));
        assertThat(vault.gets(List.of(one, two, "t-none"), "name"))
                .containsOnlyKeys(one, two)
                .containsEntry(two, "둘");
        assertThat(vault.all(one)).containsOnlyKeys("name");
    }

    @Test
    void storesNoPlainText() {
        change(() -> vault.putFindable(one, "name", "카나리아"));
        byte[] sealed = sealed(one, "name");
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("카나리아");
    }

    @Test
    void refusesACiphertextMovedToAnotherSubject() {
        change(() -> vault.put(one, "name", "하나"));
        change(() -> vault.put(two, "name", "둘"));
        overwrite(two, "name", sealed(one, "name"));
        double before = Metrics.counter("dure.vault.not.genuine").count();
        assertThatThrownBy(() -> vault.get(two, "name")).isInstanceOf(NotGenuine.class);
        assertThat(Metrics.counter("dure.vault.not.genuine").count()).isGreaterThan(before);
    }

    @Test
    void refusesACiphertextMovedToAnotherField() {
        change(() -> vault.put(one, "name", "하나"));
        change(() -> vault.put(one, "phone", "010"));
        overwrite(one, "phone", sealed(one, "name"));
        assertThatThrownBy(() -> vault.get(one, "phone")).isInstanceOf(NotGenuine.class);
    }

    @Test
    void refusesAMovedCiphertextTogetherWithItsKey() {
        change(() -> vault.put(one, "name", "하나"));
        change(() -> vault.put(two, "name", "둘"));
        change(() ->
                jdbc.sql(
                                "update vault_key set wrapped = (select wrapped from"
                                        + " vault_key where subject = ?) where subject = ?")
                        .params(one, two)
                        .update());
        assertThatThrownBy(() -> vault.get(two, "name")).isInstanceOf(NotGenuine.class);
    }

    @Test
    void findsExactlyWithoutOpening() {
        String phone = "010-" + one;
        change(() -> vault.putFindable(one, "phone", phone));
        change(() -> vault.put(two, "phone", phone));
        assertThat(vault.find("phone", " " + phone.replace("-", ""))).containsExactly(one);
        assertThat(vault.find("fax", phone)).isEmpty();
    }

    @Test
    void findsByATextThatIsNotKept() {
        change(() -> vault.mark(one, "test-end", "5678" + one));
        change(() -> vault.mark(two, "test-end", "5678" + two));
        assertThat(vault.find("test-end", "5678" + one)).containsExactly(one);
        assertThat(vault.find("test-end", List.of("5678" + one, "5678" + two, "none")))
                .containsOnlyKeys("5678" + one, "5678" + two);
        change(() -> vault.mark(one, "test-end", "9999" + one));
        assertThat(vault.find("test-end", "5678" + one)).isEmpty();
        assertThat(vault.all(one)).isEmpty();
    }

    @Test
    void keepsManyNewSubjectsAtOnce() {
        var first = new NewSubject(one, Map.of("name", "하나", "phone", "1"), Map.of("end", one));
        var second = new NewSubject(two, Map.of("name", "둘"), Map.of("end", two));
        change(() -> vault.putNew(List.of(first, second)));
        assertThat(vault.all(List.of(one, two)))
                .containsEntry(one, first.values())
                .containsEntry(two, second.values());
        assertThat(vault.find("end", two)).containsExactly(two);
        assertThatThrownBy(() -> change(() -> vault.putNew(List.of(first))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(first.toString()).doesNotContain("하나");
    }

    @Test
    void forgetsForGood() {
        change(() -> vault.putFindable(one, "name", "하나" + one));
        change(() -> vault.destroy(one));
        assertThat(vault.get(one, "name")).isEmpty();
        assertThat(vault.find("name", "하나" + one)).isEmpty();
        assertThatThrownBy(() -> change(() -> vault.put(one, "name", "다시")))
                .hasMessageContaining("forgotten");
    }

    @Test
    void keepsPapersSealedAndForTheirSubjectOnly() {
        byte[] bytes = new byte[9_000_000];
        Arrays.fill(bytes, (byte) 'A');
        var id = new AtomicReference<FileId>();
        change(() -> id.set(vault.store(one, new Paper(PaperKind.PDF, bytes))));
        assertThat(vault.open(one, id.get()).orElseThrow().bytes()).isEqualTo(bytes);
        assertThat(vault.open(two, id.get())).isEmpty();
        change(() -> vault.destroy(one));
        assertThat(vault.open(one, id.get())).isEmpty();
    }

    @Test
    void keepsASecretAcrossInstances() {
        String name = "test." + one;
        byte[] made = keys.secret(name);
        var another = new Keys(jdbc, master, transactions);
        assertThat(made).hasSize(32).isEqualTo(another.secret(name, () -> new byte[] {1}));
        assertThat(keys.secret("test." + two)).isNotEqualTo(made);
    }

    private void change(Runnable work) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> {
                    work.run();
                    ledger.record(Actor.SYSTEM, new VaultChanged());
                });
    }

    private byte[] sealed(String subject, String field) {
        return jdbc.sql("select sealed from vault_value where subject = ? and field = ?")
                .params(subject, field)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private void overwrite(String subject, String field, byte[] sealed) {
        change(() ->
                jdbc.sql("update vault_value set sealed = ? where subject = ? and field = ?")
                        .params(sealed, subject, field)
                        .update());
    }
}
