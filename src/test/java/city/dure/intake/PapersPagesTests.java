package city.dure.intake;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.applications.PaperType;
import city.dure.applications.TestApplications;
import city.dure.identity.Passwords;
import city.dure.papers.EvilFiles;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The papers of a draft are kept once, however often the form is sent. */
@PortalTest
class PapersPagesTests {
    private static final String AUTHOR = "citizen.lee";

    @Autowired MockMvcTester mvc;
    @Autowired Drafts drafts;
    @Autowired Passwords people;

    private final UUID operation = UUID.randomUUID();
    private Actor author;
    private DraftId draft;

    @BeforeEach
    void begins() {
        author = new Actor(people.find(AUTHOR).orElseThrow().account().ref(), Role.CITIZEN);
        draft = drafts.begin(author, Answers.none());
    }

    @AfterEach
    void leaves() {
        drafts.remove(author, draft);
    }

    @Test
    void keepsThemOnceWhenSentTwice() throws IOException {
        var photo = EvilFiles.sent("registration", EvilFiles.jpeg(100, 60));
        assertThat(send(operation, photo)).hasRedirectedUrl(place("answers"));
        assertThat(send(operation, photo))
                .hasRedirectedUrl(place("answers"))
                .flash()
                .containsKey("flash");
        assertThat(kept()).containsExactly(PaperType.REGISTRATION);
        assertThat(send(UUID.randomUUID(), photo)).hasRedirectedUrl(place("answers"));
        assertThat(kept()).hasSize(2);
    }

    @Test
    void keepsThemOnceWhenSentTwiceAtTheSameMoment() throws Exception {
        var photo = EvilFiles.sent("registration", EvilFiles.jpeg(100, 60));
        assertThat(atOnce(() -> send(operation, photo)))
                .allSatisfy(answer -> assertThat(answer).hasRedirectedUrl(place("answers")));
        assertThat(kept()).containsExactly(PaperType.REGISTRATION);
    }

    @Test
    void keepsOneOfTwoThatComeAtTheSameMoment() throws Exception {
        has(9);
        var photo = EvilFiles.sent("registration", EvilFiles.jpeg(100, 60));
        assertThat(atOnce(() -> send(UUID.randomUUID(), photo)))
                .extracting(answer -> answer.getResponse().getStatus())
                .containsExactlyInAnyOrder(302, 422);
        assertThat(kept()).hasSize(10);
    }

    @Test
    void givesTheSameAnswerBesideOneThatIsNoPaper() throws IOException {
        var photo = EvilFiles.sent("registration", EvilFiles.jpeg(100, 60));
        var evil = EvilFiles.sent("bankBook", "<html>".getBytes());
        for (int i = 0; i < 2; i++) {
            assertThat(send(operation, photo, evil)).hasStatus(422);
        }
        assertThat(kept()).containsExactly(PaperType.REGISTRATION);
    }

    @Test
    void takesTheRightFileFromTheFormThatHadNoneToKeep() throws IOException {
        assertThat(send(operation, EvilFiles.sent("registration", new byte[0]))).hasStatus(422);
        var photo = EvilFiles.sent("registration", EvilFiles.jpeg(100, 60));
        assertThat(send(operation, photo)).hasRedirectedUrl(place("answers"));
        assertThat(kept()).containsExactly(PaperType.REGISTRATION);
    }

    @Test
    void refusesOneTooManyEachTimeItIsSent() throws IOException {
        has(10);
        var photo = EvilFiles.sent("licence", EvilFiles.jpeg(100, 60));
        for (int i = 0; i < 2; i++) {
            assertThat(send(operation, photo)).hasStatus(422).bodyText().contains("열 장까지");
        }
        assertThat(kept()).hasSize(10);
    }

    @Test
    void keepsNoneOfTwoWhereOnlyOneHasRoom() throws IOException {
        has(9);
        var photo = EvilFiles.sent("registration", EvilFiles.jpeg(100, 60));
        var second = EvilFiles.sent("licence", EvilFiles.jpeg(100, 60));
        for (int i = 0; i < 2; i++) {
            assertThat(send(operation, photo, second)).hasStatus(422);
            assertThat(kept()).hasSize(9);
        }
        assertThat(send(operation, photo)).hasRedirectedUrl(place("answers"));
        assertThat(kept()).hasSize(10).contains(PaperType.REGISTRATION);
    }

    private static List<MvcTestResult> atOnce(Callable<MvcTestResult> press) throws Exception {
        var start = new CyclicBarrier(2);
        Callable<MvcTestResult> pressed =
                () -> {
                    start.await();
                    return press.call();
                };
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = List.of(pressed, pressed);
            return hands.invokeAll(both).stream().map(Future::resultNow).toList();
        }
    }

    private void has(int sheets) {
        var paper = TestApplications.certificate().paper();
        for (int i = 0; i < sheets; i++) {
            drafts.addSheet(author, draft, PaperType.OTHER, paper);
        }
    }

    private List<PaperType> kept() {
        return drafts.own(author, draft).sheets().stream().map(Draft.Sheet::type).toList();
    }

    private String place(String step) {
        return StartController.place(draft, step);
    }

    private MvcTestResult send(UUID operation, MockMultipartFile... files) {
        var request =
                mvc.post()
                        .uri(place("papers"))
                        .param("operation", operation.toString())
                        .with(csrf())
                        .with(as(AUTHOR))
                        .multipart();
        for (var file : files) {
            request = request.file(file);
        }
        return request.exchange();
    }
}
