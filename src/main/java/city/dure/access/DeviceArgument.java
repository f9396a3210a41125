package city.dure.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/**
 * Gives a handler its {@link Device}: money asks which browser moves it, for a stolen account pays
 * from another one and borrowed names share one. Only pages of money set the cookie.
 */
@Component
class DeviceArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    static final String COOKIE = "device";
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f-]{36}");

    private final KeyedHash hash;

    DeviceArgument(KeyedHash hash) {
        this.hash = hash;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Device.class;
    }

    @Override
    public Device resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        var answer = Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
        return new Device(hash.of("access.browsers", number(asked, answer)));
    }

    private static String number(HttpServletRequest request, HttpServletResponse response) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .filter(value -> NUMBER.matcher(value).matches())
                .orElseGet(() -> given(request, response));
    }

    private static String given(HttpServletRequest request, HttpServletResponse response) {
        String number = UUID.randomUUID().toString();
        var cookie =
                ResponseCookie.from(COOKIE, number)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(KEPT)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return number;
    }
}
