package city.dure.city;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands the city's name, currency and emblem to every page as the request attribute city. */
@Component
class CityOnPages implements HandlerInterceptor, WebMvcConfigurer {
    private final City city;

    CityOnPages(City city) {
        this.city = city;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this); // After the language is chosen.
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        city.known().ifPresent(known -> request.setAttribute("city", Face.of(known)));
        return true;
    }

    /** What the layout shows of the city. */
    record Face(String name, String currencyName, String emblem) {
        static Face of(CityProfile profile) {
            return new Face(profile.label(), profile.currencyLabel(), profile.emblem());
        }
    }
}
