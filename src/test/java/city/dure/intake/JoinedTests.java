package city.dure.intake;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.applications.ApplicationId;
import city.dure.applications.Applications;
import city.dure.applications.TestApplications;
import city.dure.identity.Passwords;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who wrote an application for an owner sees the person until that owner has joined. */
@PortalTest
class JoinedTests {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final String OWNER = "citizen.kim";
    private static final List<String> PERSON = List.of("카나리아", "010-2468-1357", "301-9876-5432-11");

    @Autowired MockMvcTester mvc;
    @Autowired Applications applications;
    @Autowired Passwords people;

    @ParameterizedTest
    @CsvSource({"desk.agent,DESK_AGENT", "officer2.merchants,MERCHANT_OFFICER"})
    void masksThePersonToTheWriterOnceTheOwnerHasJoined(String writer, Role role) {
        var author = new Actor(people.find(writer).orElseThrow().account().ref(), role);
        var made = TestApplications.bakery("연결될 빵집 " + TestApplications.unique());
        ApplicationId id = applications.submit(author, made);
        String page = "/merchants/applications/" + id;
        String paper = page + "/papers/" + applications.own(author, id).sheets().getFirst().id();
        assertThat(body(get(page, writer)))
                .contains(PERSON)
                .contains(made.owner().number().written(), paper);
        assertThat(get(paper, writer)).hasStatusOk();

        join(applications.own(author, id).joinCode());

        assertThat(body(get(page, writer)))
                .contains(made.name(), "카○○○", "***-****-1357", "주인에게만 보입니다", "서류 1장이 있습니다")
                .doesNotContain(PERSON)
                .doesNotContain(
                        made.owner().number().written(), paper, "김나래", page + "/withdrawal");
        assertThat(withdraw(page, writer)).hasStatus(409);
        assertThat(applications.concerns(author, id)).as("sees its closed entries").isFalse();
        assertThat(get(paper, writer)).hasStatus(404);
        assertThat(body(get(page, OWNER)))
                .contains(PERSON)
                .contains(made.owner().number().written(), paper, page + "/withdrawal")
                .doesNotContain("주인에게만 보입니다");
        assertThat(get(paper, OWNER)).hasStatusOk();
        assertThat(withdraw(page, OWNER)).hasStatus3xxRedirection();
    }

    private void join(@Nullable String code) {
        String[] form = {
            "code=" + Objects.requireNonNull(code),
            "phone=010-2468-1357",
            "operation=" + UUID.randomUUID()
        };
        var joined = TestForm.post(mvc, "/merchants/applications/join", OWNER, form);
        assertThat(joined).hasStatus3xxRedirection();
        assertThat(TestForm.post(mvc, "/merchants/applications/join", OWNER, form))
                .as("pressed twice")
                .hasRedirectedUrl(joined.getResponse().getRedirectedUrl());
    }

    private MvcTestResult withdraw(String page, String user) {
        var version = VERSION.matcher(body(get(page, OWNER)));
        assertThat(version.find()).isTrue();
        return TestForm.post(
                mvc,
                page + "/withdrawal",
                user,
                "version=" + version.group(1),
                "operation=" + UUID.randomUUID());
    }

    private MvcTestResult get(String path, String user) {
        return mvc.get().uri(path).with(as(user)).exchange();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
