package city.dure.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@PortalTest
class ErrorPagesTests {
    private static final Pattern CASUAL = Pattern.compile("요[.<]");
    private static final Pattern FORMAL = Pattern.compile("(니다|십시오)[.<]");

    @Autowired MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 409, 413, 422, 429, 500, 503})
    void saysWhatIsWrongAndWhatToDo(int status) {
        assertThat(failed(status))
                .hasStatus(status)
                .bodyText()
                .contains("<html lang=\"ko\"", "처음 화면으로")
                .doesNotContain("??", "th:", "Exception");
        assertThat(failed(status).param("lang", "en"))
                .hasStatus(status)
                .bodyText()
                .contains("<html lang=\"en\"", "To the home page")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 409, 413, 422, 429, 500, 503})
    void speaksToOfficialsAndToCitizensAsTheirOtherPagesDo(int status) {
        var conflict = new Conflict("web.once.running");
        for (String page : List.of("/office/ledger", "/desk", "/office")) {
            var official = failed(status, page, conflict);
            assertThat(official).bodyText().doesNotContainPattern(CASUAL).containsPattern(FORMAL);
        }
        for (String page : List.of("/merchants", "/officers", "/")) {
            var citizen = failed(status, page, conflict);
            assertThat(citizen).bodyText().doesNotContainPattern(FORMAL).containsPattern(CASUAL);
        }
    }

    @Test
    void speaksInPlaceAsThePageAroundDoes() {
        var answer = failed(409, "/ledger/history", new Conflict("web.once.taken"));
        answer.header("HX-Request", "true").header("HX-Current-URL", "http://here/office/imports");
        assertThat(answer).bodyText().doesNotContainPattern(CASUAL).containsPattern(FORMAL);
        var odd = failed(409, "/ledger/history", new Conflict("web.once.taken"));
        odd.header("HX-Request", "true").header("HX-Current-URL", "not an address");
        assertThat(odd).bodyText().doesNotContainPattern(FORMAL).containsPattern(CASUAL);
    }

    /** Two payments stood in each other's way: one of them may simply be pressed again. */
    @Test
    void letsWhoMetAnotherPressAgain() {
        for (var lost :
                List.of(new CannotAcquireLockException("key 7"), new QueryTimeoutException("x"))) {
            assertThat(failed(500).requestAttr(RequestDispatcher.ERROR_EXCEPTION, lost))
                    .hasStatus(409)
                    .bodyText()
                    .contains("다시 눌러 주세요")
                    .doesNotContain("key 7");
        }
    }

    private MockMvcRequestBuilder failed(int status, String page, Conflict conflict) {
        return failed(status)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, page)
                .requestAttr(RequestDispatcher.ERROR_EXCEPTION, conflict);
    }

    @Test
    void givesAnIncidentNumberAndNothingOfTheMachine() {
        var broken = failed(500).requestAttr(RequestDispatcher.ERROR_EXCEPTION, secret());
        assertThat(broken)
                .bodyText()
                .containsPattern("문의하실 때 이 번호를 알려 주세요: [0-9a-f]{8}")
                .doesNotContain("secret of the machine", "IllegalState", "at city.dure");
    }

    @Test
    void tellsWhoWasFaster() {
        var conflict = new Conflict.Changed("web.person", "김하늘");
        assertThat(failed(409).requestAttr(RequestDispatcher.ERROR_EXCEPTION, conflict))
                .bodyText()
                .contains("<h1>그사이에 바뀌었어요</h1>", "김하늘 님");
    }

    @Test
    void doesNotSayThatSomethingChangedWhereNothingDid() {
        var conflict = new Conflict("web.once.taken");
        assertThat(failed(409).requestAttr(RequestDispatcher.ERROR_EXCEPTION, conflict))
                .bodyText()
                .contains("<h1>지금은 할 수 없어요</h1>", "다른 분이 열었던 것")
                .doesNotContain("그사이에 바뀌었어요");
    }

    @Test
    void answersHtmxInPlace() {
        assertThat(failed(409).header("HX-Request", "true"))
                .hasStatus(409)
                .hasHeader("HX-Retarget", "#flash")
                .bodyText()
                .startsWith("<div class=\"du-flash");
    }

    @Test
    void answersMachinesWithAProblemDocument() {
        assertThat(failed(500).accept(MediaType.APPLICATION_JSON))
                .hasStatus(500)
                .bodyJson()
                .hasPathSatisfying("incident", incident -> assertThat(incident).isNotNull());
    }

    @Test
    void doesNotSayMoreThanNotFoundAboutAnAddressTypedIn() {
        assertThat(mvc.get().uri("/error").with(ErrorPagesTests::asError)).hasStatus(404);
    }

    private MockMvcRequestBuilder failed(int status) {
        return mvc.get()
                .uri("/error")
                .accept(MediaType.TEXT_HTML)
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/somewhere")
                .with(ErrorPagesTests::asError);
    }

    private static org.springframework.mock.web.MockHttpServletRequest asError(
            org.springframework.mock.web.MockHttpServletRequest request) {
        request.setDispatcherType(DispatcherType.ERROR);
        return request;
    }

    private static Exception secret() {
        return new IllegalStateException("secret of the machine");
    }
}
