package city.dure.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The request as its error page sees it: without a body. Tomcat refuses to read the parameters of a
 * form that was too large each time somebody asks, the error page included, and would answer with a
 * page of its own.
 */
class SpentRequest extends HttpServletRequestWrapper {
    SpentRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return read(() -> super.getParameter(name));
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return read(() -> super.getParameterValues(name));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Objects.requireNonNullElse(read(super::getParameterMap), Map.of());
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Objects.requireNonNullElse(
                read(super::getParameterNames), Collections.emptyEnumeration());
    }

    private static <T> @Nullable T read(Supplier<@Nullable T> parameters) {
        try {
            return parameters.get();
        } catch (IllegalStateException e) {
            return null; // Told already: this is the page that tells it.
        }
    }
}
