package city.dure.districts;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Files of outlines, invented and real, and the way of one through the pages. */
public final class TestOutlines {
    public static final String LIST = "/office/city/districts";
    private static final Path MAPS = Path.of("../shared/data/maps");
    private static final Pattern HIDDEN =
            Pattern.compile("name=\"(operation|version)\" value=\"([^\"]*)\"");

    private TestOutlines() {}

    /** Squares of a tenth of a degree beside one another, from 126.8 east on, 37.6 north. */
    public static byte[] squares(String... names) {
        var features = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            features.append(i == 0 ? "" : ",").append(square(names[i], 1268 + i));
        }
        return ("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String square(String name, int west) {
        double w = west / 10.0;
        double e = (west + 1) / 10.0;
        return """
        {"type":"Feature","properties":{"adm_nm":"지어낸도 지어낸시 %s"},"geometry":{"type":"Polygon",\
        "coordinates":[[[%s,37.6],[%s,37.6],[%s,37.7],[%s,37.7],[%s,37.6]]]}}\
        """
                .formatted(name, w, e, e, w, w);
    }

    /** A real file, read where it lies; the test is skipped where it is not. */
    public static byte[] real(String name) throws IOException {
        Path file = MAPS.resolve(name);
        assumeTrue(Files.exists(file), "no " + file + ": the real outlines are not here");
        return Files.readAllBytes(file);
    }

    public static MvcTestResult upload(MockMvcTester mvc, byte[] content) {
        return mvc.post()
                .uri(LIST + "/uploads")
                .multipart()
                .file(new MockMultipartFile("file", "dong.geojson", "application/json", content))
                .param("operation", UUID.randomUUID().toString())
                .with(as("admin"))
                .with(csrf())
                .exchange();
    }

    /** Uploads a file and chooses its columns as guessed; the path of its check page. */
    public static String waiting(MockMvcTester mvc, byte[] content) {
        var answer = upload(mvc, content);
        assertThat(answer).hasStatus(302);
        String path = String.valueOf(answer.getResponse().getRedirectedUrl());
        var chosen =
                mvc.post()
                        .uri(path)
                        .param("name", "adm_nm")
                        .param("ministry", has(content, "adm_cd2") ? "adm_cd2" : "")
                        .param("kostat", has(content, "\"adm_cd\"") ? "adm_cd" : "")
                        .with(as("admin"))
                        .with(csrf())
                        .exchange();
        assertThat(chosen).hasRedirectedUrl(path.replace("/columns", ""));
        return path.replace("/columns", "");
    }

    /** Puts a waiting file into force as its page shows it. */
    public static MvcTestResult apply(MockMvcTester mvc, String path, String page) {
        var request = mvc.post().uri(path + "/application").with(as("admin")).with(csrf());
        HIDDEN.matcher(page)
                .results()
                .forEach(field -> request.param(field.group(1), field.group(2)));
        return request.exchange();
    }

    /** Puts a file into force, the whole way. */
    public static void inForce(MockMvcTester mvc, byte[] content) throws IOException {
        String path = waiting(mvc, content);
        assertThat(apply(mvc, path, page(mvc, path, "admin"))).hasRedirectedUrl(LIST);
    }

    public static String page(MockMvcTester mvc, String path, String user) throws IOException {
        var answer = mvc.get().uri(path).with(as(user)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static boolean has(byte[] content, String text) {
        return new String(content, StandardCharsets.UTF_8).contains(text);
    }
}
