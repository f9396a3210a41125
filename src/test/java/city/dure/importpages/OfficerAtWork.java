package city.dure.importpages;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.imports.ImportId;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.imports.StagedRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the merchant officer does on the pages, the worker being awake. */
@PortalTest
abstract class OfficerAtWork {
    private static final Pattern SELECT =
            Pattern.compile("<select[^>]*name=\"places\".*?</select>", Pattern.DOTALL);
    private static final Pattern SELECTED = Pattern.compile("<option value=\"(\\d*)\" selected");

    @Autowired MockMvcTester mvc;
    @Autowired Imports imports;

    MvcTestResult upload(String target, String name, byte[] content, UUID operation) {
        return upload(target, name, content, operation.toString());
    }

    MvcTestResult upload(String target, String name, byte[] content, String operation) {
        return mvc.post()
                .uri("/office/imports")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/csv", content))
                .param("target", target)
                .param("operation", operation)
                .with(as("officer.merchants"))
                .with(csrf())
                .exchange();
    }

    /** The path of the new run. */
    String uploaded(String target, String name, byte[] content) {
        var answer = upload(target, name, content, UUID.randomUUID());
        assertThat(answer).hasStatus(302);
        return String.valueOf(answer.getResponse().getRedirectedUrl()).replace("/columns", "");
    }

    /** Sends the page of the columns off as it was prefilled. */
    void choose(String run, String source) throws Exception {
        List<String> places = new ArrayList<>();
        Matcher selects = SELECT.matcher(get(run + "/columns"));
        while (selects.find()) {
            Matcher chosen = SELECTED.matcher(selects.group());
            places.add(chosen.find() ? chosen.group(1) : "");
        }
        assertThat(columns(run, source, places, false)).hasStatus(302);
    }

    /** A browser sends a checkbox only when it is ticked. */
    MvcTestResult columns(String run, String source, List<String> places, boolean complete) {
        var form =
                mvc.post()
                        .uri(run + "/columns")
                        .param("operation", UUID.randomUUID().toString())
                        .param("source", source)
                        .param("places", places.toArray(String[]::new))
                        .with(as("officer.merchants"))
                        .with(csrf());
        return complete ? form.param("complete", "true").exchange() : form.exchange();
    }

    MvcTestResult columns(String run, String operation) {
        return mvc.post()
                .uri(run + "/columns")
                .param("operation", operation)
                .param("source", "a list")
                .param("places", "0", "1", "")
                .with(as("officer.merchants"))
                .with(csrf())
                .exchange();
    }

    void decide(String run, String decision) {
        assertThat(
                        mvc.post()
                                .uri(run + decision)
                                .param("operation", UUID.randomUUID().toString())
                                .with(as("officer.merchants"))
                                .with(csrf())
                                .exchange())
                .hasStatus(302);
    }

    /** Throws a list away of which nothing was taken over. */
    void discard(String run) {
        assertThat(
                        mvc.post()
                                .uri(run + "/removal")
                                .param("operation", UUID.randomUUID().toString())
                                .param("taken", "0")
                                .with(as("officer.merchants"))
                                .with(csrf())
                                .exchange())
                .hasStatus(302);
    }

    String get(String path) throws Exception {
        MvcTestResult answer = mvc.get().uri(path).with(as("officer.merchants")).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    void await(String run, Run.State state) throws InterruptedException {
        for (int i = 0; i < 2_400 && imports.find(id(run)).state() != state; i++) {
            Thread.sleep(50);
        }
        assertThat(imports.find(id(run)).state()).isEqualTo(state);
    }

    long notes(Run run, String reason) {
        return imports.rows(run, StagedRow.Filter.TOLD, "", 0, 2_000).rows().stream()
                .flatMap(row -> row.told().notes().stream())
                .filter(note -> note.reasonKey().equals(reason))
                .count();
    }

    static ImportId id(String run) {
        return ImportId.valueOf(run.substring(run.lastIndexOf('/') + 1));
    }

    static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
