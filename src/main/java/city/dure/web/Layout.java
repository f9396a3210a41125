package city.dure.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.thymeleaf.spring6.util.DetailedError;

/** What every page asks for around its content; templates call it {@code @layout}. */
@Component("layout")
public class Layout {
    private final List<MenuItem> items;
    private final WebInvocationPrivilegeEvaluator privileges;
    private final boolean demo;
    private final DataSize largestFile;

    Layout(
            ObjectProvider<MenuItem> items,
            WebInvocationPrivilegeEvaluator privileges,
            Environment environment) {
        this.items = items.stream().sorted(Comparator.comparingInt(MenuItem::order)).toList();
        this.privileges = privileges;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.largestFile =
                environment.getRequiredProperty(
                        "spring.servlet.multipart.max-file-size", DataSize.class);
    }

    /** The links of one place that the present person may open. */
    public List<Link> menu(String place) {
        var person = SecurityContextHolder.getContext().getAuthentication();
        String here = path();
        var links =
                items.stream()
                        .filter(item -> item.place().equals(place))
                        .filter(item -> privileges.isAllowed(item.href(), person))
                        .toList();
        String nearest =
                links.stream()
                        .map(MenuItem::href)
                        .filter(href -> leadsTo(href, here))
                        .max(Comparator.comparingInt(String::length))
                        .orElse("");
        return links.stream()
                .map(item -> new Link(item.labelKey(), item.href(), item.href().equals(nearest)))
                .toList();
    }

    /** Whether the person of this page may do something there, so that it is offered or not. */
    public boolean may(String method, String path) {
        var person = SecurityContextHolder.getContext().getAuthentication();
        return privileges.isAllowed("", path, method, person);
    }

    /** Whether this is the demonstration, so that every page says so. */
    public boolean demo() {
        return demo;
    }

    /** The largest file that the portal takes, in bytes; a room may take less. */
    public long largestFile() {
        return largestFile.toBytes();
    }

    /** The language of the page, {@code ko} or {@code en}. */
    public String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    /**
     * The present page in another language; the home page when the present one was sent by form.
     */
    public String inLanguage(String language) {
        var address = UriComponentsBuilder.fromPath("/");
        var request = request();
        if (request != null && request.getMethod().equals("GET")) {
            address = UriComponentsBuilder.fromPath(path());
            Optional.ofNullable(request.getQueryString()).ifPresent(address::query);
        }
        return address.replaceQueryParam("lang", language).build().toUriString();
    }

    /**
     * The next part of a list that is paged by key: the link with its key as {@code after}.
     *
     * @param href as it stands in a page, so that what is searched for is encoded already
     */
    public String after(String href, String key) {
        return UriComponentsBuilder.fromUriString(href)
                .replaceQueryParam("after", UriUtils.encode(key, StandardCharsets.UTF_8))
                .build()
                .toUriString();
    }

    /**
     * What is wrong with a form in the order of its fields; what concerns all of it stands first.
     */
    public List<DetailedError> inOrder(List<DetailedError> errors, Object form) {
        var fields =
                Arrays.stream(form.getClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList();
        return errors.stream()
                .sorted(Comparator.comparingInt(error -> fields.indexOf(field(error))))
                .toList();
    }

    private static String field(DetailedError error) {
        return error.isGlobal() ? "" : error.getFieldName().replaceAll("[.\\[].*", "");
    }

    private static boolean leadsTo(String href, String here) {
        return here.equals(href) || (!href.equals("/") && here.startsWith(href + "/"));
    }

    private static String path() {
        var request = request();
        return request == null ? "/" : asked(request);
    }

    /** The path that was asked for, also where an error page answers for it. */
    static String asked(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return Objects.requireNonNullElse(failed, request.getRequestURI()).toString();
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? here.getRequest()
                : null;
    }

    /**
     * A link of the navigation.
     *
     * @param current whether the present page is it or below it, and no other one is nearer
     */
    public record Link(String labelKey, String href, boolean current) {}
}
