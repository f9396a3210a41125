package city.dure.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses with 400, before anything is done, a form whose fields that nobody types are missing or
 * unreadable: the operation id that lets it take effect once, the version that was shown. No person
 * could correct them, so there is no form to show again. What people type is text, and may be
 * wrong.
 */
@Component
class HiddenFields implements HandlerInterceptor, WebMvcConfigurer {
    private static final Pattern FAR = Pattern.compile(".*\\[[^]]{3,}].*", Pattern.DOTALL);

    private static final Pattern ROW = Pattern.compile("\\w+\\[\\d{1,2}]\\.\\w+");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("POST") && handler instanceof HandlerMethod method) {
            request.getParameterMap().keySet().forEach(HiddenFields::requireNear);
            Arrays.stream(method.getMethodParameters())
                    .flatMap(HiddenFields::fields)
                    .forEach(field -> require(request, field));
        }
        return true;
    }

    /** No form has a list as long as this; Spring refuses to grow one, and says 500. */
    private static void requireNear(String field) {
        if (FAR.matcher(field).matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "list");
        }
    }

    private static Stream<RecordComponent> fields(MethodParameter parameter) {
        boolean form =
                parameter.hasParameterAnnotation(ModelAttribute.class)
                        && parameter.getParameterType().isRecord();
        return form
                ? Arrays.stream(parameter.getParameterType().getRecordComponents())
                : Stream.of();
    }

    private static void require(HttpServletRequest request, RecordComponent field) {
        require(field.getType(), field.getName(), request);
        if (field.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> row
                && row.isRecord()) {
            requireIndexed(request, field.getName());
            Arrays.stream(row.getRecordComponents())
                    .forEach(each -> requireRows(request, field.getName(), each));
        }
    }

    /** Rows are named {@code days[0].open}; anything else no browser sends. */
    private static void requireIndexed(HttpServletRequest request, String list) {
        boolean other =
                request.getParameterMap().keySet().stream()
                        .filter(name -> name.equals(list) || name.startsWith(list + "["))
                        .anyMatch(name -> !ROW.matcher(name).matches());
        if (other) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, list);
        }
    }

    /** The same fields of each row of a list: {@code days[0].open}. */
    private static void requireRows(HttpServletRequest request, String list, RecordComponent each) {
        request.getParameterMap().keySet().stream()
                .filter(name -> name.startsWith(list + "[") && name.endsWith("]." + each.getName()))
                .forEach(name -> require(each.getType(), name, request));
    }

    private static void require(Class<?> type, String name, HttpServletRequest request) {
        if (!readable(type, request.getParameter(name))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, name);
        }
    }

    /** Whether a browser may have sent this for a component of this type. */
    private static boolean readable(Class<?> type, @Nullable String text) {
        if (type == UUID.class) {
            return reads(text, UUID::fromString);
        }
        if (type == int.class) {
            return reads(text, Integer::parseInt);
        }
        boolean noText =
                type == MultipartFile.class || (type == Boolean.class && !"true".equals(text));
        return text == null || !noText;
    }

    private static boolean reads(@Nullable String text, Consumer<String> reader) {
        try {
            reader.accept(text == null ? "" : text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
