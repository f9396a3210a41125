package city.dure.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.identity.TestSignIn;
import city.dure.web.Conflict;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A list that is not wanted: what goes, what stays, and what the officer is told of both. */
class DiscardingTests extends ImportsByHand {
    @Autowired MockMvcTester mvc;

    @Test
    void throwsAListAway() {
        ImportId id = tried(big(6_000));
        decide(() -> imports.discard(OFFICER, id, 0));
        drain(steps(), id);
        assertThat(imports.find(id).state()).isEqualTo(Run.State.DISCARDED);
        assertThat(imports.find(id).counts()).isEqualTo(Run.Counts.NONE);
        assertNothingStaged(id);
        assertThat(entries(id)).containsExactly("import.discarded/1");
    }

    @Test
    void throwsAwayAFileOfWhichOnlyAPartWasRead() {
        ImportId id = uploaded(big(2_500));
        decide(() -> imports.choose(id, columns(), source));
        ImportSteps steps = steps();
        steps.step(id);
        decide(() -> imports.discard(OFFICER, id, 0));
        drain(steps, id);
        assertThat(imports.find(id).state()).isEqualTo(Run.State.DISCARDED);
        assertNothingStaged(id);
    }

    @Test
    void keepsWhatAStoppedListTookOver() {
        ImportId id = stopped();
        decide(() -> imports.discard(OFFICER, id, 500));
        drain(steps(), id);
        assertNothingStaged(id);
        assertThat(notebook.taken(id)).hasSize(500);
        assertThat(imports.find(id).counts()).isEqualTo(new Run.Counts(500, 0, 0, 0, 0));
        assertThat(entries(id)).containsExactlyInAnyOrder("import.stopped/1", "import.discarded/1");
        assertThatThrownBy(() -> decide(() -> imports.apply(OFFICER, id)))
                .isInstanceOf(Conflict.class);
    }

    /** Somebody went on and is still at it; went on and stopped again; went on to the end. */
    @ParameterizedTest
    @CsvSource({"0, false, APPLYING", "1, true, STOPPED", "3, false, FINISHED"})
    void keepsAListThatSomebodyWentOnWith(int batches, boolean stop, Run.State state) {
        ImportId id = stopped();
        decide(() -> imports.apply(OFFICER, id));
        IntStream.range(0, batches).forEach(i -> steps().step(id));
        if (stop) {
            decide(() -> imports.stop(OFFICER, id));
        }
        assertThatThrownBy(() -> decide(() -> imports.discard(OFFICER, id, 500)))
                .isInstanceOf(Conflict.class);
        assertThat(imports.find(id).state()).isEqualTo(state);
        assertThat(entries(id)).doesNotContain("import.discarded/1");
    }

    @Test
    void tellsWhoIsTooLateAtOnceWhileABatchIsUnderWay() {
        ImportId id = stopped();
        decide(() -> imports.apply(OFFICER, id));
        decide(() -> {
            runs.lock(id);
            var late =
                    CompletableFuture.runAsync(
                            () -> decide(() -> imports.discard(OFFICER, id, 500)));
            assertThatThrownBy(() -> late.get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(Conflict.class);
        });
    }

    @Test
    void recordsOnceHoweverManyThrowItAway() {
        ImportId id = tried(big(10));
        var officers =
                IntStream.range(0, 3)
                        .mapToObj(i ->
                                CompletableFuture.runAsync(
                                        () -> decide(() -> imports.discard(OFFICER, id, 0))))
                        .toList();
        officers.forEach(CompletableFuture::join);
        assertThat(entries(id)).containsExactly("import.discarded/1");
    }

    @Test
    void triesToDeleteAgainInsteadOfCallingTheTrialRunFailed() {
        ImportId id = tried(big(10));
        decide(() -> imports.discard(OFFICER, id, 0));
        steps().park(id);
        assertThat(imports.find(id).state()).isEqualTo(Run.State.DISCARDING);
    }

    @Test
    void asksFirstAndSaysWhatStays() throws Exception {
        ImportId id = stopped();
        assertThat(get(id, "")).contains("/office/imports/" + id + "/removal");
        assertThat(get(id, "/removal"))
                .contains(
                        "1,200행 가운데 500행까지 처리했고, 새로 500건, 바뀜 0건이", "name=\"taken\" value=\"500\"");
        assertThat(imports.find(id).state()).isEqualTo(Run.State.STOPPED);

        var operation = UUID.randomUUID();
        assertThat(discard(id, operation, 500)).hasStatus(302);
        assertThat(discard(id, operation, 500)).hasRedirectedUrl("/office/imports/" + id);
        drain(steps(), id);
        assertThat(get(id, ""))
                .contains("1,200행 가운데 500행까지 처리했고, 새로 500건", "나머지 700행")
                .doesNotContain(id + "/application", id + "/removal");
        assertThat(mvc.get().uri("/office/imports/" + id + "/removal").with(officer()))
                .hasRedirectedUrl("/office/imports/" + id);
        assertThat(mvc.get().uri("/office/imports/" + id + "/rows").with(officer()))
                .hasRedirectedUrl("/office/imports/" + id);
        assertThat(mvc.get().uri("/office/imports/" + id + "/rows.csv").with(officer()))
                .hasStatus(409);
        assertThat(entries(id)).containsExactlyInAnyOrder("import.stopped/1", "import.discarded/1");
    }

    @Test
    void answersWhoWasTooLateWithAConflict() {
        ImportId id = stopped();
        decide(() -> imports.apply(OFFICER, id));
        assertThat(discard(id, UUID.randomUUID(), 500)).hasStatus(409);
        assertThat(imports.find(id).state()).isEqualTo(Run.State.APPLYING);
        steps().step(id);
        decide(() -> imports.stop(OFFICER, id));
        assertThat(discard(id, UUID.randomUUID(), 500)).hasStatus(409);
        assertThat(imports.find(id).state()).isEqualTo(Run.State.STOPPED);
    }

    @Test
    void doesNotCallRefusedRowsTakenOver() throws Exception {
        ImportId id = stopped("상호,주소,좌표\n" + ",길,x\n".repeat(500) + "가게,길,x\n");
        assertThat(imports.find(id).done()).isEqualTo(new Run.Counts(0, 0, 0, 500, 0));
        assertThat(get(id, "/removal"))
                .contains("이 파일에서 올라간 것은 없습니다", "name=\"taken\" value=\"500\"")
                .doesNotContain("500행");
        assertThat(discard(id, UUID.randomUUID(), 0)).hasStatus(409);
        assertThat(discard(id, UUID.randomUUID(), 500)).hasStatus(302);
        drain(steps(), id);
        assertThat(entries(id)).contains("import.discarded/1");
        assertThat(get(id, "")).contains("이 파일에서 올라간 것은 없습니다").doesNotContain("500행", "나머지 1행");
        assertThat(mvc.get().uri("/ledger/history?subject=" + id.ref()).exchange())
                .bodyText()
                .contains("501행 가운데 500행까지 처리했고, 올라간 것은 새로 0건, 바뀜 0건이에요");
    }

    private ImportId stopped() {
        return stopped(big(1_200));
    }

    private ImportId stopped(String list) {
        ImportId id = tried(list);
        decide(() -> imports.apply(OFFICER, id));
        steps().step(id);
        decide(() -> imports.stop(OFFICER, id));
        return id;
    }

    private void assertNothingStaged(ImportId id) {
        assertThat(count("select count(*) from import_row where run_id = ?", id)).isZero();
        assertThat(count("select count(*) from upload_piece where upload = ?", id)).isZero();
        assertThat(imports.find(id).file().samples()).isEmpty();
    }

    private int count(String sql, ImportId id) {
        return jdbc.sql(sql).param(id.value()).query(Integer.class).single();
    }

    private MvcTestResult discard(ImportId id, UUID operation, long taken) {
        return mvc.post()
                .uri("/office/imports/" + id + "/removal")
                .param("operation", operation.toString())
                .param("taken", String.valueOf(taken))
                .with(officer())
                .with(csrf())
                .exchange();
    }

    private String get(ImportId id, String page) throws Exception {
        var answer = mvc.get().uri("/office/imports/" + id + page).with(officer()).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor officer() {
        return TestSignIn.as("officer.merchants");
    }
}
