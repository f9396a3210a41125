package city.dure.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.util.WebUtils;

/** Korean, unless somebody pressed another language; a cookie that holds nothing else keeps it. */
@Configuration
public class Languages implements WebMvcConfigurer {
    private static final Set<String> SPOKEN = Set.of("ko", "en");
    private static final String NAME = "lang";

    Languages() {
        // What is written outside a request must not follow the machine's language.
        LocaleContextHolder.setDefaultLocale(Locale.KOREAN);
    }

    /** The language that a request asks for; empty when it asks for none. */
    public static Optional<Locale> pressed(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(NAME)).map(Languages::spoken);
    }

    /** The language that was pressed last in a browser; empty when none was. */
    public static Optional<Locale> kept(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(cookie -> spoken(cookie.getValue()));
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver =
                new CookieLocaleResolver(NAME) {
                    @Override
                    protected @Nullable Locale parseLocaleValue(String value) {
                        return spoken(value);
                    }
                };
        resolver.setDefaultLocale(Locale.KOREAN);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change =
                new LocaleChangeInterceptor() {
                    @Override
                    protected @Nullable Locale parseLocaleValue(String value) {
                        return spoken(value);
                    }
                };
        change.setParamName(NAME);
        registry.addInterceptor(change).order(-100);
    }

    private static @Nullable Locale spoken(String value) {
        return SPOKEN.contains(value) ? Locale.of(value) : null;
    }
}
