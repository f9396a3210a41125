package city.dure.signin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the portal over real HTTP as a browser does behind a proxy that ends TLS: cookies,
 * secure ones too, redirects, forms.
 */
public final class Browser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final String origin;
    private @Nullable HttpResponse<String> last;
    private final List<String> visited = new ArrayList<>();

    /** A browser without cookies, at an origin such as {@code http://localhost:8080}. */
    public Browser(String origin) {
        this.origin = origin;
    }

    /** Opens a page and follows all redirects. */
    public Browser open(String path) {
        return follow(HttpRequest.newBuilder(URI.create(origin).resolve(path)).GET());
    }

    /** Posts a form with the token of the page last seen. */
    public Browser post(String path, Map<String, String> fields) {
        var all = new java.util.HashMap<>(fields);
        var token = CSRF.matcher(body());
        if (token.find()) {
            all.put("_csrf", token.group(1));
        }
        return follow(
                HttpRequest.newBuilder(URI.create(origin).resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(all))));
    }

    /** Fills in the sign-in form of the page last seen. */
    public Browser signIn(String username, String password) {
        return post("/idp/login", Map.of("username", username, "password", password));
    }

    /** The status of the page that was reached. */
    public int status() {
        return reached().statusCode();
    }

    /** The page that was reached. */
    public String body() {
        return reached().body();
    }

    /** Where the browser is. */
    public URI location() {
        return reached().uri();
    }

    /** Every address asked for, in order. */
    public List<String> visited() {
        return visited;
    }

    /** A header of the page that was reached, or an empty text. */
    public String header(String name) {
        return reached().headers().firstValue(name).orElse("");
    }

    /** The value of a cookie, or an empty text. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    private Browser follow(HttpRequest.Builder request) {
        HttpRequest next = filled(request);
        for (int hops = 0; hops < 20; hops++) {
            visited.add(next.uri().toString());
            var answer = send(next);
            last = answer;
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            var target = answer.headers().firstValue("Location");
            if (answer.statusCode() / 100 != 3 || target.isEmpty()) {
                return this;
            }
            next = filled(HttpRequest.newBuilder(next.uri().resolve(target.get())).GET());
        }
        throw new IllegalStateException("redirected without end: " + visited);
    }

    private HttpRequest filled(HttpRequest.Builder request) {
        String sent =
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        return (sent.isEmpty() ? request : request.header("Cookie", sent))
                .header("Accept", "text/html,*/*;q=0.8")
                .build();
    }

    private void keep(String written) {
        String[] cookie = written.split(";", 2)[0].split("=", 2);
        if (written.contains("Max-Age=0")) {
            cookies.remove(cookie[0]);
        } else {
            cookies.put(cookie[0], cookie[1]);
        }
    }

    private HttpResponse<String> reached() {
        return Objects.requireNonNull(last, "no page was opened");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
