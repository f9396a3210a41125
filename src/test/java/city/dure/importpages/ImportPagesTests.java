package city.dure.importpages;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.dure.imports.ImportId;
import city.dure.imports.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ImportPagesTests extends OfficerAtWork {
    private static final Path GOYANG =
            Path.of("../shared/data/merchants/goyang-licensed-businesses.csv");

    @Test
    void takeTheRealListOfGoyangOver() throws Exception {
        assumeTrue(Files.exists(GOYANG), "no real lists here: " + GOYANG.toAbsolutePath());
        // At addresses of its own: no other test may have listed the same businesses.
        String here = "고양시 " + UUID.randomUUID().toString().substring(0, 8) + " ";
        String list = Files.readString(GOYANG).replace("고양시 ", here);
        String run = uploaded("businesses", "goyang.csv", bytes(list));
        choose(run, "고양시 인허가 업소 " + UUID.randomUUID());
        await(run, Run.State.READY);
        assertThat(get(run)).contains("1,227건 올리기", "누구나 볼 수 있는");

        decide(run, "/application");
        await(run, Run.State.FINISHED);
        Run done = imports.find(id(run));
        assertThat(done.done().added()).isEqualTo(1_227);
        assertThat(done.done().changed()).isZero();
        assertThat(done.done().unchanged()).isEqualTo(9);
        assertThat(done.done().refused()).isZero();
        assertThat(notes(done, "imports.note.repeat")).isEqualTo(9);
        // 163 rows are closed; the 9 repeats are among them.
        assertThat(notes(done, "listings.note.closed")).isEqualTo(163 - 9);
        assertThat(notes(done, "listings.note.crowded")).isEqualTo(32);

        String csv = get(run + "/rows.csv");
        assertThat(csv).startsWith("\uFEFF").contains("한 번만 올립니다");
    }

    @Test
    void sayUpFrontThatAFileWasTakenOverAlready() throws Exception {
        byte[] list = bytes("상호,주소\n가게 " + UUID.randomUUID() + ",길 1\n");
        String source = "list " + UUID.randomUUID();
        String first = uploaded("notebook", "a.csv", list);
        choose(first, source);
        await(first, Run.State.READY);
        decide(first, "/application");
        await(first, Run.State.FINISHED);
        String again = uploaded("notebook", "b.csv", list);
        assertThat(get(again + "/columns")).contains("이미 올렸습니다", "value=\"" + source + "\"");
        choose(again, source);
        await(again, Run.State.READY);
        assertThat(get(again)).contains("이미 올렸습니다", "바뀌는 것이 없습니다");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 빈 파일입니다",
        "'상호,주소\n', 머리글만 있고",
        "'PK\u0003\u0004', 엑셀 문서나 압축 파일입니다",
        "'상호,주소\n가,\"나\n다,라\n', 2행에서 열린 큰따옴표",
        "'상호,주소\n가,나,\n', 첫 줄에는 칸이 2개인데",
    })
    void tellAtTheFieldWhyAFileCannotBeRead(String content, String sentence) {
        var answer = upload("notebook", "list.csv", bytes(content), UUID.randomUUID());
        assertThat(answer).hasStatus(422).bodyText().contains("du-error", sentence);
    }

    @Test
    void askForAFileWhenThereIsNone() {
        assertThat(upload("notebook", "", new byte[0], UUID.randomUUID()))
                .hasStatus(422)
                .bodyText()
                .contains("골라 주십시오");
    }

    @Test
    void askWhetherAListOfAsManyLinesAsExcelKeepsIsWhole() throws Exception {
        String run = uploaded("notebook", "cut.csv", bytes("상호,주소\n" + "가,나\n".repeat(65_535)));
        assertThat(get(run + "/columns")).contains("정확히 65,536줄");
        var refused = columns(run, "a list", List.of("0", "1", ""), false);
        assertThat(refused).hasStatus(422).bodyText().contains("잘리지 않았는지");
        var accepted = columns(run, "list " + UUID.randomUUID(), List.of("0", "1", ""), true);
        assertThat(accepted).hasStatus(302);
        await(run, Run.State.READY);
        assertThat(imports.find(id(run)).trial())
                .isEqualTo(new Run.Counts(1, 0, 65_534, 0, 65_534));
        discard(run);
        await(run, Run.State.DISCARDED);
    }

    @Test
    void tellWhichColumnsAreMissing() throws Exception {
        String run = uploaded("notebook", "odd.csv", bytes("a,b,b\n1,2,3\n"));
        assertThat(get(run + "/columns")).contains("이름이 같은 칸이 둘 이상 있습니다: b");
        assertThat(columns(run, "", List.of("", "1", "1"), false))
                .hasStatus(422)
                .bodyText()
                .contains("이 칸이 없으면", "위에서 이미 고른 칸", "100자 안으로");
        discard(run);
    }

    @Test
    void tellAtTheColumnsForWhichNoFieldArrived() throws Exception {
        String run = uploaded("notebook", "few.csv", bytes("상호,주소\n가,나\n"));
        assertThat(columns(run, "a list", List.of(""), false))
                .hasStatus(422)
                .bodyText()
                .contains("이 칸이 없으면");
        discard(run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz", ""})
    void refuseAFormWhoseOperationCannotBeRead(String operation) {
        String run = uploaded("notebook", "op.csv", bytes("상호,주소\n가,나\n"));
        assertThat(upload("notebook", "a.csv", bytes("상호,주소\n가,나\n"), operation)).hasStatus(400);
        assertThat(columns(run, operation)).hasStatus(400);
        discard(run);
    }

    @Test
    void keepAFileOnceHoweverOftenItIsSent() {
        UUID operation = UUID.randomUUID();
        byte[] list = bytes("상호,주소\n가,나\n");
        var first = upload("notebook", "a.csv", list, operation);
        var second = upload("notebook", "a.csv", list, operation);
        assertThat(second.getResponse().getRedirectedUrl())
                .isEqualTo(first.getResponse().getRedirectedUrl());
    }

    @Test
    void giveTheRowReportWithoutLiveFormulas() throws Exception {
        String run = uploaded("notebook", "f.csv", bytes("상호,주소\n=1+1,나\n=1+1,나\n,달빛로 77\n"));
        choose(run, "list " + UUID.randomUUID());
        await(run, Run.State.READY);
        assertThat(get(run + "/rows?kind=noted")).contains("=1+1").doesNotContain("달빛로 77");
        assertThat(get(run + "/rows.csv")).contains(",'=1+1 · 나,").doesNotContain(",=1+1");
        discard(run);
    }

    @Test
    void loadAnewOnceTheWorkIsOver() throws Exception {
        String run = uploaded("notebook", "p.csv", bytes("상호,주소\n가,나\n"));
        choose(run, "list " + UUID.randomUUID());
        await(run, Run.State.READY);
        MvcTestResult answer =
                mvc.get().uri(run + "/progress").with(as("officer.merchants")).exchange();
        assertThat(answer).hasStatusOk().hasHeader("HX-Refresh", "true");
        assertThat(get("/office/imports")).contains("결정 기다림");
        discard(run);
    }

    @Test
    void findRowsByWhatStandsInThem() throws Exception {
        String list =
                "상호,주소\n100%가게,길 1\n100점가게,길 2\nCAFE \"\"달\"\",길 3\n,Cafe길 4\n"
                        .replace("CAFE \"\"달\"\"", "\"CAFE \"\"달\"\"\"");
        String run = uploaded("notebook", "q.csv", bytes(list));
        choose(run, "list " + UUID.randomUUID());
        await(run, Run.State.READY);
        assertThat(rows(run, "kind=all&q=100%25")).contains("100%가게").doesNotContain("100점가게");
        assertThat(rows(run, "kind=all&q=cafe")).contains("Cafe길 4", "CAFE").doesNotContain("길 2");
        assertThat(rows(run, "kind=all&q=%22달%22".replace("달", "%EB%8B%AC"))).contains("길 3");
        assertThat(rows(run, "kind=refused&q=cafe")).contains("Cafe길 4").doesNotContain("길 3");
        assertThat(rows(run, "kind=all&q=none")).contains("‘none’ 글자가 있는 행이 없습니다");
        assertThat(get(run + "/rows.csv?kind=all&q=cafe"))
                .contains("\n4,새로,", "\n5,거절,")
                .doesNotContain("\n2,", "\n3,");
        discard(run);
    }

    @Test
    void goOnThroughFoundRowsByKey() throws Exception {
        var many = new StringBuilder("상호,주소\n");
        for (int i = 0; i < 120; i++) {
            many.append(i % 2 == 0 ? "짝 " : "홀 ").append(i).append(",길 ").append(i).append('\n');
        }
        String run = uploaded("notebook", "many.csv", bytes(many.toString()));
        choose(run, "list " + UUID.randomUUID());
        await(run, Run.State.READY);
        var next =
                java.util.regex.Pattern.compile("href=\"([^\"]*after=\\d+[^\"]*)\"")
                        .matcher(rows(run, "kind=all&q=%EC%A7%9D"));
        assertThat(next.find()).isTrue();
        String second =
                get(
                        java.net.URLDecoder.decode(
                                next.group(1).replace("&amp;", "&"),
                                java.nio.charset.StandardCharsets.UTF_8));
        assertThat(second).contains("짝 118", "짝 100").doesNotContain("짝 98 ", "홀 ");
        discard(run);
    }

    @Test
    void showTheListsThatAreAsked() throws Exception {
        String source = "list " + UUID.randomUUID();
        String run = uploaded("notebook", "=s.csv", bytes("상호,주소\n가,나\n"));
        choose(run, source);
        await(run, Run.State.READY);
        assertThat(get("/office/imports?state=to-decide")).contains(source);
        assertThat(get("/office/imports?state=no-such-state")).contains(source);
        assertThat(get("/office/imports?state=stopped")).doesNotContain(source);
        assertThat(get("/office/imports.csv?state=to-decide"))
                .startsWith("\uFEFF목록,파일")
                .contains(source + ",'=s.csv,", "결정 기다림,1,1,0,0,0,0,");
        assertThat(get("/office/imports.csv?state=finished")).doesNotContain(source);
        discard(run);
        await(run, Run.State.DISCARDED);
        assertThat(get("/office/imports?state=discarded")).contains(source);
        assertThat(get("/office/imports?state=to-decide")).doesNotContain(source);
    }

    private String rows(String run, String query) throws Exception {
        var answer =
                mvc.get()
                        .uri(java.net.URI.create(run + "/rows?" + query))
                        .with(as("officer.merchants"))
                        .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                .replaceAll("(?s)<head>.*?</head>", "");
    }

    @Test
    void answerAnIdThatIsNoneWithNotFound() {
        assertThat(
                        mvc.get()
                                .uri("/office/imports/" + ImportId.random())
                                .with(as("officer.merchants"))
                                .exchange())
                .hasStatus(404);
    }
}
