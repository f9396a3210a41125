package city.dure.city;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands the city's name, currency and emblem to every page as the request attribute city, and shows
 * no page in a language that the city does not offer.
 */
@Component
class CityOnPages implements HandlerInterceptor, WebMvcConfigurer {
    private final City city;
    private final LocaleResolver languages;

    CityOnPages(City city, LocaleResolver languages) {
        this.city = city;
        this.languages = languages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this); // After the language is chosen.
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        city.known().ifPresent(known -> show(known, request, response));
        return true;
    }

    private void show(
            CityProfile profile, HttpServletRequest request, HttpServletResponse response) {
        if (!profile.languages().contains(LocaleContextHolder.getLocale().getLanguage())) {
            languages.setLocale(request, response, Locale.of(profile.languages().getFirst()));
        }
        request.setAttribute("city", Face.of(profile));
    }

    /** What the layout shows of the city. */
    record Face(String name, String currencyName, String emblem, List<String> languages) {
        static Face of(CityProfile profile) {
            return new Face(
                    profile.label(),
                    profile.currencyLabel(),
                    profile.emblem(),
                    profile.languages());
        }
    }
}
