package city.dure.recordproofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.ledger.LedgerEntries;
import city.dure.publishing.PublishedLog;
import city.dure.recordproofs.Verdict.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What no request brings about: the database changed behind the published log; and lines told. */
@PortalTest
class ProofCheckTests {
    private static final long NUMBER = 1;

    @Autowired PublishedLog log;
    @Autowired LedgerEntries entries;
    @Autowired MockMvcTester mvc;
    @Autowired JdbcClient jdbc;
    private String proof = "";

    @BeforeEach
    void hasAProof() {
        Sealed.everything(jdbc);
        var answer = mvc.get().uri("/ledger/entries/" + NUMBER + "/proof").exchange();
        proof = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void blamesTheDatabaseForAnEntryThatChangedThere() {
        assertThat(against(entries).kind()).isEqualTo(Kind.HERE);
        var changed = mock(LedgerEntries.class);
        when(changed.find(NUMBER)).thenReturn(entries.find(NUMBER - 1));
        var verdict = against(changed);
        assertThat(verdict.kind()).isEqualTo(Kind.CONTRADICTION);
        assertThat(verdict.key()).isEqualTo("contradiction.entry");
        var gone = mock(LedgerEntries.class);
        when(gone.find(NUMBER)).thenReturn(Optional.empty());
        assertThat(against(gone)).isEqualTo(verdict);
    }

    @Test
    void tellsTheLineAlsoBehindAnOptionalOne() {
        String[] lines = proof.split("\n");
        String altered = proof.replace(lines[3], lines[2]);
        var checks = new ProofCheck(log, entries);
        assertThat(checks.check(altered, null, null).line()).isEqualTo(4);
        String extra = altered.replace("\nindex ", "\nextra AAAA\nindex ");
        assertThat(checks.check(extra, null, null).line()).isEqualTo(5);
    }

    private Verdict against(LedgerEntries stored) {
        return new ProofCheck(log, stored).check(proof, null, null);
    }
}
