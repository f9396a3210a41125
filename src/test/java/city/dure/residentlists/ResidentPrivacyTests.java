package city.dure.residentlists;

import static city.dure.residentlists.ListsOfResidents.HEADER;
import static city.dure.residentlists.ListsOfResidents.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.citizens.Profile;
import city.dure.citizens.TestCitizens;
import city.dure.identity.TestSignIn;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.imports.StagedRow;
import city.dure.ledger.LedgerEntries;
import city.dure.personal.Phone;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is staged of residents, who sees it, and which files are not even kept. */
@PortalTest
class ResidentPrivacyTests {
    @Autowired ListsOfResidents lists;
    @Autowired ForgottenLists forgotten;
    @Autowired Imports imports;
    @Autowired LedgerEntries entries;
    @Autowired MockMvcTester mvc;
    @Autowired JdbcClient jdbc;

    private final Profile person = TestCitizens.someone();

    @Test
    void stagesNothingInClearAndNothingLongerThanItRuns() {
        String name = person.name().plain();
        Phone phone = Objects.requireNonNull(person.phone());
        var uploaded = lists.uploaded(HEADER + row(person, "호수동", ""));
        assertThat(stored()).doesNotContain(name).contains("residents.csv");
        Run tried = lists.tried(row(person, "호수동", ""));
        assertThat(stored()).doesNotContain(name, phone.digits(), phone.plain());
        assertThat(page("officer.programs", "/office/imports/" + tried.id() + "/rows?kind=all"))
                .hasStatusOk()
                .bodyText()
                .contains("호수동")
                .doesNotContain(name, person.name().masked(), phone.masked());
        Run done = lists.taken(tried);
        assertThat(seals(done)).isZero();
        assertThat(page("officer.programs", "/office/imports/" + done.id() + "/rows?kind=all"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("호수동", name);
        assertThat(page("officer.programs", "/office/imports/" + uploaded + "/columns"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(name);
    }

    /** A resident number that only a row holds goes with the row. */
    @Test
    void keepsNothingOfARefusedRow() {
        var second = TestCitizens.someone();
        Run tried =
                lists.tried(
                        row(person, "호수동", "")
                                + row(second, "호수동", "850301 - 1234567")
                                + "%s,1985-03-07,,,,hosu\n".formatted(second.name().plain()));
        assertThat(rows(tried)).containsExactly(true, false, false);
    }

    private List<Boolean> rows(Run run) {
        return imports.rows(run, StagedRow.Filter.ALL, "", 0, 10).rows().stream()
                .map(row -> row.values().values().stream().anyMatch(cell -> !cell.isEmpty()))
                .toList();
    }

    @Test
    void throwsAwayWhatNobodyBringsToAnEnd() {
        Run left = lists.tried(row(person, "호수동", ""));
        Run fresh = lists.tried(row(person, "나래동", ""));
        jdbc.sql("update import_run set created_at = created_at - interval '31' day where id = ?")
                .param(left.id().value())
                .update();
        forgotten.discard();
        assertThat(imports.find(left.id()).isDiscarded()).isTrue();
        assertThat(seals(left)).isZero();
        assertThat(imports.find(fresh.id()).isDiscarded()).isFalse();
        assertThat(seals(fresh)).isOne();
        Sealed.everything(jdbc);
        assertThat(entries.about(left.id().ref(), true, null, 10).rows())
                .extracting(entry -> entry.kind())
                .containsExactly("import.discarded");
    }

    @Test
    void keepsOtherOfficersOut() {
        Run tried = lists.tried(row(person, "호수동", ""));
        String path = "/office/imports/" + tried.id();
        assertThat(page("officer.merchants", path)).hasStatus(403);
        assertThat(page("officer.merchants", path + "/rows.csv")).hasStatus(403);
        assertThat(page("officer.merchants", "/office/imports/new?target=residents"))
                .hasStatus(403);
        assertThat(page("officer.merchants", "/office/imports"))
                .bodyText()
                .doesNotContain(tried.source());
        assertThat(page("officer.programs", "/office/imports")).bodyText().contains(tried.source());
        assertThat(page("officer.programs", "/office/imports/new"))
                .bodyText()
                .contains("residents")
                .doesNotContain("turnovers");
        String content = HEADER + row(person, "호수동", "");
        assertThat(upload("officer.merchants", content)).hasStatus(403);
        assertThat(upload("officer.merchants", content, "!target"))
                .as("by another name that forms are bound from")
                .hasStatus(403);
    }

    @Test
    void refusesFilesWithResidentNumbersAsAWhole() {
        assertThat(
                        upload(
                                "officer.programs",
                                "이름,주민등록번호,동\n%s,,hosu\n".formatted(person.name().plain())))
                .hasStatus(422)
                .bodyText()
                .contains("주민등록번호가 든 파일입니다");
        assertThat(upload("officer.programs", "이름,번호,동\n가나다,850301-1******,hosu\n")).hasStatus(422);
        assertThat(upload("officer.programs", "가나다,1985-03-01,hosu\n라마바,1985-03-01,hosu\n"))
                .hasStatus(422)
                .bodyText()
                .contains("칸의 이름이 없고");
        assertThat(stored()).doesNotContain("주민등록번호");
    }

    private MvcTestResult upload(String user, String content) {
        return upload(user, content, "target");
    }

    private MvcTestResult upload(String user, String content, String parameter) {
        return mvc.post()
                .uri("/office/imports")
                .multipart()
                .file(
                        new MockMultipartFile(
                                "file",
                                "list.csv",
                                "text/csv",
                                content.getBytes(StandardCharsets.UTF_8)))
                .param(parameter, "residents")
                .param("operation", UUID.randomUUID().toString())
                .with(TestSignIn.as(user))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult page(String user, String path) {
        return mvc.get().uri(path).with(TestSignIn.as(user)).exchange();
    }

    /** All that is staged of the lists of residents, as text. */
    private String stored() {
        var text = new StringBuilder();
        jdbc.sql(
                        "select r.cells, r.notes, i.samples, i.header, i.file_name from import_run i"
                                + " left join import_row r on r.run_id = i.id"
                                + " where i.target = 'residents'")
                .query(row -> {
                    for (int i = 1; i <= 5; i++) {
                        text.append(row.getString(i)).append('\n');
                    }
                });
        jdbc.sql(
                        "select p.bytes from upload_piece p join import_run i on i.id = p.upload"
                                + " where i.target = 'residents'")
                .query(row -> {
                    text.append(new String(row.getBytes(1), StandardCharsets.UTF_8));
                });
        return text.toString();
    }

    private long seals(Run run) {
        return jdbc.sql("select count(*) from import_seal where run_id = ?")
                .param(run.id().value())
                .query(Long.class)
                .single();
    }
}
