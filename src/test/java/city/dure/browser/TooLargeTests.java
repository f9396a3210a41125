package city.dure.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** A form that is far too large, sent to the real server: MockMvc has no limits. */
class TooLargeTests extends BrowserTest {
    private static final long SIZE = 300L << 20;

    @Test
    void tellsItPlainlyInTheLanguageOfThePage() throws Exception {
        assertThat(send(""))
                .satisfies(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(413);
                    assertThat(answer.body()).contains("파일이 너무 큽니다", "50 MB", "아무것도 저장하지 않았습니다");
                });
        assertThat(send("lang=en").body()).contains("The file is too large");
    }

    private static HttpResponse<String> send(String cookie) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(address() + "/office/imports"))
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .header("Cookie", cookie)
                        .POST(
                                BodyPublishers.fromPublisher(
                                        BodyPublishers.ofInputStream(Zeros::new), SIZE))
                        .build();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    /** As many zeros as the form is said to have. */
    private static final class Zeros extends InputStream {
        private long left = SIZE;

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int given = (int) Math.min(length, left);
            left -= given;
            return given;
        }
    }
}
