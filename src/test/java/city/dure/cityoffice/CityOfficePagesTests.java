package city.dure.cityoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.city.City;
import city.dure.identity.TestSignIn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Others share this city: whatever a test changes, it changes back. */
@PortalTest
class CityOfficePagesTests {
    @Autowired MockMvcTester mvc;
    @Autowired City city;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void callsItAsBefore() {
        if (!city.profile().name().equals("한들시") || city.profile().languages().size() != 2) {
            call("한들시", true, city.profile().version(), UUID.randomUUID());
        }
    }

    @Test
    void callsTheCityOtherwiseOnceAndShowsItAtOnce() {
        int seen = city.profile().version();
        var operation = UUID.randomUUID();
        assertThat(call("새벽시", true, seen, operation)).hasRedirectedUrl("/office/city");
        assertThat(mvc.get().uri("/")).bodyText().contains("새벽시 지역화폐 한들페이");
        assertThat(call("새벽시", true, seen, operation)).hasRedirectedUrl("/office/city");
        assertThat(city.profile().version()).isEqualTo(seen + 1);
        assertThat(call("다른시", true, seen, UUID.randomUUID()))
                .hasStatus(409)
                .bodyText()
                .contains("다른 관리자가", "value=\"다른시\"", "<strong>새벽시</strong>")
                .contains("name=\"version\" value=\"%d\"".formatted(seen + 1));
        assertThat(city.profile().name()).isEqualTo("새벽시");
    }

    @Test
    void speaksNoLanguageThatIsNotOffered() {
        call("한들시", false, city.profile().version(), UUID.randomUUID());
        assertThat(mvc.get().uri("/?lang=en"))
                .bodyText()
                .contains("lang=\"ko\"")
                .doesNotContain("Handeul City", "du-languages");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(call(" ", true, city.profile().version(), UUID.randomUUID()))
                .hasStatus(422)
                .bodyText()
                .contains("시 이름을 적어 주십시오");
    }

    @Test
    void showsACleanedEmblemToEverybody() {
        int before = city.profile().version();
        String svg =
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script>"
                        + "<rect width='9' height='9'/></svg>";
        assertThat(emblem(svg, before))
                .hasStatus(302)
                .flash()
                .extractingByKey("flash")
                .hasFieldOrPropertyWithValue("key", "cityoffice.emblem.cleaned");
        String path = city.profile().emblem();
        assertThat(mvc.get().uri(path))
                .hasStatusOk()
                .hasHeader("Content-Type", "image/svg+xml")
                .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox")
                .bodyText()
                .contains("<rect")
                .doesNotContain("script");
        assertThat(emblem("<html/>", before + 1)).hasStatus(422).bodyText().contains("SVG나 PNG");
        assertThat(mvc.get().uri("/city/emblem/none")).hasStatus(404);
    }

    @Test
    void changesACategoryAndKeepsNamesApart() {
        String code = "c" + UUID.randomUUID().toString().substring(0, 8);
        String name = "이름 " + code;
        assertThat(
                        category(
                                "new",
                                "code=" + code,
                                "version=0",
                                "name=" + name,
                                "nameEn=X",
                                "accepted=general",
                                "listNames=" + name + "업"))
                .hasStatus(302);
        assertThat(city.categoryOf(name + "업")).map(c -> c.code()).hasValue(code);
        assertThat(city.category(code).orElseThrow().excludedCodes())
                .containsExactly("policy", "points", "volunteer");
        assertThat(category("new", "code=" + code, "version=0", "name=Y", "nameEn=Y"))
                .hasStatus(422)
                .bodyText()
                .contains("이미 쓰는 부호입니다");
        assertThat(
                        category(
                                "bakery",
                                "version=1",
                                "name=제과",
                                "nameEn=Bakeries",
                                "accepted=general",
                                "listNames=" + name + "업"))
                .hasStatus(422)
                .bodyText()
                .contains("이미 ‘" + name + "’ 업종의 이름입니다");
        assertThat(category(code, "version=7", "name=Y", "nameEn=Y"))
                .hasStatus(409)
                .bodyText()
                .contains("value=\"Y\"", "<strong>" + name + "</strong>");
    }

    @Test
    void isChangedByAdministratorsAlone() {
        assertThat(mvc.get().uri("/office/city").with(TestSignIn.as("auditor"))).hasStatus(403);
        assertThat(mvc.get().uri("/office/city/categories").with(TestSignIn.as("auditor")))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("업종 더하기");
        assertThat(TestForm.post(mvc, "/office/city/categories/new", "officer.merchants"))
                .hasStatus(403);
    }

    @Test
    void beginsWithUsualCategoriesOnlyWithoutAny() {
        long before = jdbc.sql("select count(*) from city_category").query(Long.class).single();
        assertThat(TestForm.post(mvc, "/office/city/categories/usual", "admin")).hasStatus(302);
        assertThat(jdbc.sql("select count(*) from city_category").query(Long.class).single())
                .isEqualTo(before);
    }

    private MvcTestResult category(String path, String... fields) {
        return TestForm.post(mvc, "/office/city/categories/" + path, "admin", fields);
    }

    private MvcTestResult call(String name, boolean english, int version, UUID operation) {
        var fields =
                new ArrayList<>(
                        List.of(
                                "name=" + name,
                                "nameEn=Handeul City",
                                "currency=한들페이",
                                "currencyEn=Handeul Pay",
                                "version=" + version,
                                "operation=" + operation));
        if (english) {
            fields.add("english=true");
        }
        return TestForm.post(mvc, "/office/city", "admin", fields.toArray(String[]::new));
    }

    private MvcTestResult emblem(String svg, int version) {
        return mvc.post()
                .uri("/office/city/emblem")
                .multipart()
                .file(
                        new MockMultipartFile(
                                "emblem",
                                "emblem.svg",
                                "image/svg+xml",
                                svg.getBytes(StandardCharsets.UTF_8)))
                .param("operation", UUID.randomUUID().toString())
                .param("version", Integer.toString(version))
                .with(csrf())
                .with(TestSignIn.as("admin"))
                .exchange();
    }
}
