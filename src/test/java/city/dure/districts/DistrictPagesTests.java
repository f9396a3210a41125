package city.dure.districts;

import static city.dure.districts.TestOutlines.LIST;
import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.TestForm;
import city.dure.city.City;
import city.dure.city.District;
import city.dure.city.Districts;
import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Rule;
import city.dure.eligibility.Rules;
import city.dure.shared.Actor;
import city.dure.shared.MoneyKind;
import city.dure.shared.Role;
import city.dure.shared.Spot;
import city.dure.web.Formats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** From a file of outlines to the districts of the city, as an administrator goes. */
@GroundTest
class DistrictPagesTests {
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);

    @Autowired MockMvcTester mvc;
    @Autowired City city;
    @Autowired Districts districts;
    @Autowired Eligibility eligibility;
    @Autowired JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"goyang, 39, 주교동", "gimpo, 14, 통진읍", "chuncheon, 25, 신북읍"})
    void takeTheRealOutlinesOfACity(String name, int count, String first) throws IOException {
        TestOutlines.inForce(mvc, TestOutlines.real(name + "-dong-2021.geojson"));
        assertThat(city.districts()).hasSize(count);
        District one = city.districts().getFirst();
        assertThat(one.name()).isEqualTo(first);
        assertThat(one.code()).isEqualTo(one.ministryCode()).matches("\\d{10}");
        assertThat(one.kostatCode()).matches("\\d{7}");
        assertThat(districts.map().screen().json().length).isLessThanOrEqualTo(64 * 1024);
        assertThat(TestOutlines.page(mvc, LIST, "auditor"))
                .contains(first, one.code(), count + "개 동네")
                .doesNotContain("??", LIST + "/new");
    }

    @Test
    void replaceOnceWithOneOpenEntry() throws IOException {
        String path = TestOutlines.waiting(mvc, TestOutlines.squares("고운동", "노을동"));
        String page = TestOutlines.page(mvc, path, "admin");
        assertThat(page).contains("고운동", "노을동", "아직 아무것도").doesNotContain("??");
        int before = districts.map().version();
        assertThat(TestOutlines.apply(mvc, path, page)).hasRedirectedUrl(LIST);
        assertThat(TestOutlines.apply(mvc, path, page)).as("pressed twice").hasRedirectedUrl(LIST);
        assertThat(districts.map().version()).isEqualTo(before + 1);
        assertThat(entries(before + 1))
                .singleElement()
                .asString()
                .contains("\"count\":\"2\"", "\"고운동\":\"고운동\"", "\"노을동\":\"노을동\"");
        assertThat(districts.map().place(new Spot(37.65, 126.95), null)).isEqualTo("노을동");
        assertThat(districts.map().place(new Spot(37.75, 126.95), "고운동")).isNull();
        assertThat(districts.map().place(null, null, "지어낸시 노을동 1")).isEqualTo("노을동");
    }

    @Test
    void keepTheCodesOfDistrictsThatStay() throws IOException {
        TestOutlines.inForce(mvc, TestOutlines.squares("다온동", "라온동"));
        String named =
                new String(TestOutlines.squares("마루동", "라온동"), StandardCharsets.UTF_8)
                        .replace("마루동\"", "다온동\",\"adm_cd2\":\"4128151000\"");
        TestOutlines.inForce(mvc, named.replace("}},", "}},").getBytes(StandardCharsets.UTF_8));
        assertThat(city.district("다온동").orElseThrow().ministryCode()).isEqualTo("4128151000");
        String renamed = named.replace("다온동", "새온동");
        String path = TestOutlines.waiting(mvc, renamed.getBytes(StandardCharsets.UTF_8));
        String page = TestOutlines.page(mvc, path, "admin");
        assertThat(page).contains("다온동 → 새온동");
        TestOutlines.apply(mvc, path, page);
        assertThat(city.district("다온동").orElseThrow().name()).isEqualTo("새온동");
        assertThat(
                        jdbc.sql("select count(*) from city_district where code = '다온동'")
                                .query(Long.class)
                                .single())
                .as("a row for each version")
                .isEqualTo(3);
    }

    @Test
    void warnOfRulesWhoseDistrictGoes() throws IOException {
        TestOutlines.inForce(mvc, TestOutlines.squares("차람동", "카람동"));
        int version = eligibility.newestVersion() + 1;
        String warning = "규칙 제" + version + "판은 없어지는 동네에서만";
        String goes = TestOutlines.waiting(mvc, TestOutlines.squares("카람동", "타람동"));
        assertThat(TestOutlines.page(mvc, goes, "admin")).doesNotContain(warning);
        eligibility.announce(OFFICER, () -> "rp-T", onlyIn("차람동", version - 1));
        try {
            assertThat(TestOutlines.page(mvc, goes, "admin")).containsOnlyOnce(warning);
            String stays = TestOutlines.waiting(mvc, TestOutlines.squares("차람동", "타람동"));
            assertThat(TestOutlines.page(mvc, stays, "admin")).doesNotContain(warning);
        } finally {
            eligibility.withdraw(OFFICER, version);
        }
        assertThat(TestOutlines.page(mvc, goes, "admin")).doesNotContain(warning);
    }

    @Test
    void tellTheSecondAdministratorThatTheyAreLate() throws IOException {
        String path = TestOutlines.waiting(mvc, TestOutlines.squares("바람동"));
        String page = TestOutlines.page(mvc, path, "admin");
        TestOutlines.inForce(mvc, TestOutlines.squares("사랑동"));
        assertThat(TestOutlines.apply(mvc, path, page)).hasStatus(409);
        assertThat(city.districts()).extracting(District::name).containsExactly("사랑동");
    }

    @Test
    void refuseAFileWithASentenceAndKeepNothing() throws IOException {
        long kept = uploads();
        String crossing =
                new String(TestOutlines.squares("가람동"), StandardCharsets.UTF_8)
                        .replace("[126.9,37.6],[126.9,37.7]", "[126.9,37.7],[126.9,37.6]");
        var answer = TestOutlines.upload(mvc, crossing.getBytes(StandardCharsets.UTF_8));
        assertThat(answer).hasStatus(422).bodyText().contains("구역 1 (지어낸도 지어낸시 가람동)", "스스로 엇갈립니다");
        assertThat(TestOutlines.upload(mvc, TestOutlines.real("korea-sido-2018-simple.topojson")))
                .hasStatus(422)
                .bodyText()
                .contains("TopoJSON");
        assertThat(TestOutlines.upload(mvc, new byte[0])).hasStatus(422);
        assertThat(uploads()).isEqualTo(kept);
    }

    @Test
    void refuseColumnsThatDoNotTellDistrictsApart() throws IOException {
        var answer = TestOutlines.upload(mvc, TestOutlines.squares("아람동", "아람동"));
        String path = String.valueOf(answer.getResponse().getRedirectedUrl());
        assertThat(TestForm.post(mvc, path, "admin", "name=adm_nm"))
                .hasStatus(422)
                .bodyText()
                .contains("이름이 같습니다");
        assertThat(TestForm.post(mvc, path, "admin", "name=nothing")).hasStatus(422);
        assertThat(TestForm.post(mvc, path, "admin", "name=adm_nm", "kostat=adm_nm"))
                .hasStatus(422);
        String upload = path.replace("/columns", "");
        assertThat(mvc.get().uri(upload).with(as("admin"))).hasRedirectedUrl(path);
        assertThat(TestForm.post(mvc, upload + "/removal", "admin")).hasRedirectedUrl(LIST);
        assertThat(mvc.get().uri(upload).with(as("admin"))).hasStatus(404);
    }

    @Test
    void showWhatWouldBecomeOfTheBusinesses() throws IOException {
        String path = TestOutlines.waiting(mvc, TestOutlines.squares("자람동"));
        assertThat(TestOutlines.page(mvc, path + "?effects=yes", "admin"))
                .contains("업소 ", "동네가 바뀝니다");
        assertThat(TestOutlines.page(mvc, path + "/outlines", "admin"))
                .contains("\"code\":\"자람동\"", "\"MultiPolygon\"");
    }

    @Test
    void areForAdministratorsAndToBeReadByAuditors() {
        for (String user : List.of("citizen.kim", "officer.merchants")) {
            assertThat(mvc.get().uri(LIST).with(as(user))).hasStatus(403);
        }
        assertThat(mvc.get().uri(LIST + ".csv").with(as("auditor"))).hasStatusOk();
        assertThat(mvc.get().uri(LIST + "/new").with(as("auditor"))).hasStatus(403);
        assertThat(mvc.get().uri("/merchants/map/outlines")).hasStatusOk();
    }

    private static Rules onlyIn(String district, int after) {
        var rule = new Rule(null, Map.of(), true, Set.of(district), Set.of());
        var day = LocalDate.of(2090, 1, 1);
        var from = day.atStartOfDay(Formats.ZONE).toInstant();
        return new Rules(after, day, from, Map.of(MoneyKind.POLICY, rule));
    }

    private long uploads() {
        return jdbc.sql("select count(*) from district_upload").query(Long.class).single();
    }

    private List<String> entries(int revision) {
        return jdbc
                .sql("select leaf from ledger_entry where kind = 'city.districts_replaced/1'")
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list()
                .stream()
                .filter(leaf -> leaf.contains("\"revision\":\"" + revision + "\""))
                .toList();
    }
}
