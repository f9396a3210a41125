package city.dure.imports;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.identity.TestSignIn;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class ImportEngineTests extends ImportsByHand {
    @Autowired MockMvcTester mvc;

    @Test
    void triesAndTakesOver() {
        ImportId id = tried("상호,주소,좌표\n가,1,x\n나,2,x\n,3,x\n가,1,x\n다,4,x\n라\n마,5,y\n");
        Run run = imports.find(id);
        assertThat(run.state()).isEqualTo(Run.State.READY);
        assertThat(run.trial()).isEqualTo(new Run.Counts(4, 0, 1, 2, 4));
        assertThat(notebook.taken(id)).isEmpty();
        assertThat(reasons(run))
                .containsExactly(
                        "2 imports.row.whole[]",
                        "3 imports.row.whole[]",
                        "4 imports.columns.required[]",
                        "5 imports.note.repeat[2]",
                        "6 imports.row.whole[]",
                        "7 uploads.row.fewer[3, 1]");

        apply(id);
        run = imports.find(id);
        assertThat(run.state()).isEqualTo(Run.State.FINISHED);
        assertThat(run.done()).isEqualTo(run.trial());
        assertThat(notebook.taken(id)).containsExactly(2L, 3L, 6L, 8L);
        assertThat(entries(id)).containsExactly("import.finished/1");
        assertThat(
                        jdbc.sql("select count(*) from upload_piece where upload = ?")
                                .param(id.value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void changesNothingTheSecondTimeAndSaysSoUpFront() {
        String list = "상호,주소,좌표\n가,1,\n나,2,\n";
        ImportId first = tried(list);
        assertThat(imports.sameFile(imports.find(first))).isEmpty();
        apply(first);
        ImportId again = tried(list);
        assertThat(imports.sameFile(imports.find(again)).orElseThrow().id()).isEqualTo(first);
        assertThat(imports.probableSource(imports.find(again))).isEqualTo(source);
        assertThat(imports.find(again).trial()).isEqualTo(new Run.Counts(0, 0, 2, 0, 0));
        apply(again);
        assertThat(imports.find(again).done().nothing()).isTrue();

        ImportId newer = tried("상호,주소,좌표\n가,1,\n나,3,\n다,4,\n");
        assertThat(imports.find(newer).trial()).isEqualTo(new Run.Counts(1, 1, 1, 0, 0));
    }

    @Test
    void goesOnAfterAKillAtAnyPointOfABatchOnAnotherInstance() {
        ImportId id = tried(big(1_250));
        decide(() -> imports.apply(OFFICER, id));
        ImportSteps first = steps();
        assertThat(first.step(id)).isTrue();
        assertThat(imports.find(id).atRow()).isEqualTo(500);
        notebook.fail(1);
        try {
            first.step(id);
        } catch (IllegalStateException killed) {
            assertThat(killed).hasMessage("injected");
        }
        assertThat(imports.find(id).atRow()).isEqualTo(500);
        assertThat(notebook.taken(id)).hasSize(500);

        drain(steps(), id);
        assertThat(imports.find(id).state()).isEqualTo(Run.State.FINISHED);
        assertThat(notebook.taken(id))
                .containsExactlyElementsOf(LongStream.rangeClosed(2, 1_251).boxed().toList());
        assertThat(entries(id)).containsExactly("import.finished/1");
    }

    @Test
    void readsOnWhereAnotherInstanceStoppedReading() {
        ImportId id = uploaded(big(2_500));
        decide(() -> imports.choose(id, columns(), source));
        steps().step(id);
        ImportSteps second = steps();
        second.step(id);
        drain(steps(), id);
        assertThat(imports.find(id).trial()).isEqualTo(new Run.Counts(2_500, 0, 0, 0, 0));
    }

    @Test
    void takesEachRowOverOnceWithTwoInstancesAtOnce() {
        ImportId id = tried(big(5_000));
        decide(() -> imports.apply(OFFICER, id));
        var instances =
                IntStream.range(0, 3)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> drainAll(id)))
                        .toList();
        instances.forEach(CompletableFuture::join);
        assertThat(imports.find(id).state()).isEqualTo(Run.State.FINISHED);
        assertThat(notebook.taken(id)).hasSize(5_000).doesNotHaveDuplicates();
        assertThat(entries(id)).containsExactly("import.finished/1");
    }

    @Test
    void stopsAndGoesOn() {
        ImportId id = tried(big(1_200));
        decide(() -> imports.apply(OFFICER, id));
        steps().step(id);
        decide(() -> imports.stop(OFFICER, id));
        assertThat(steps().step(id)).isFalse();
        assertThat(imports.find(id).state()).isEqualTo(Run.State.STOPPED);
        assertThat(imports.find(id).done().total()).isEqualTo(500);
        apply(id);
        assertThat(notebook.taken(id)).hasSize(1_200).doesNotHaveDuplicates();
        assertThat(entries(id)).containsExactlyInAnyOrder("import.stopped/1", "import.finished/1");
    }

    @Test
    void putsARunAsideThatFailsAgainAndAgain() throws InterruptedException {
        ImportId id = tried(big(10));
        notebook.fail(3);
        worker.start();
        decide(() -> imports.apply(OFFICER, id));
        await(id, Run.State.STOPPED);
        assertThat(imports.find(id).parked()).isTrue();
        decide(() -> imports.apply(OFFICER, id));
        await(id, Run.State.FINISHED);
        assertThat(notebook.taken(id)).hasSize(10);
    }

    @Test
    void countsTheRowsOfTheFileInEachPassOfTheTrialRun() throws Exception {
        ImportId id = uploaded(big(1_236));
        decide(() -> imports.choose(id, columns(), source));
        ImportSteps steps = steps();
        assertThat(progress(id)).contains("첫째: 행을 읽는 중", ">0 / 1,236 (0%)<");
        steps.step(id);
        assertThat(progress(id)).contains("첫째: 행을 읽는 중", ">1,000 / 1,236 (80%)<");
        steps.step(id);
        steps.step(id);
        assertThat(progress(id)).contains("둘째: 지금 자료와 견주는 중", ">500 / 1,236 (40%)<");
        drain(steps, id);
        assertThat(imports.find(id).trial().total()).isEqualTo(1_236);
    }

    @Test
    void takesOverAListInJsonAndTellsTheNumbersOfItsObjects() {
        ImportId id =
                tried(
                        """
                        {"data":[{"상호":"가","주소":"1","좌표":null},{"상호":"","주소":"2","좌표":""},
                        {"상호":"다","주소":["3"],"좌표":""},4,{"상호":"마","주소":"5"}]}
                        """);
        Run run = imports.find(id);
        assertThat(run.trial()).isEqualTo(new Run.Counts(2, 0, 0, 3, 0));
        assertThat(reasons(run))
                .containsExactly(
                        "2 imports.columns.required[]",
                        "3 uploads.row.nested[]",
                        "4 uploads.json.no-object[]");
        apply(id);
        assertThat(notebook.taken(id)).containsExactly(1L, 5L);
    }

    private String progress(ImportId id) throws Exception {
        return mvc.get()
                .uri("/office/imports/" + id + "/progress")
                .with(TestSignIn.as("officer.merchants"))
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsAValueThatEveryRowShares() {
        ImportId id = tried(big(1_200).replaceAll(",x\\d+", ",x"));
        assertThat(imports.find(id).trial().noted()).isEqualTo(1_200);
    }
}
