package city.dure.permissions;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Something in the portal that answers.
 *
 * @param path an example of the pattern, with ids that can be ids but name nothing
 */
record Handler(String method, String pattern, String path) implements Comparable<Handler> {
    /** All handlers of the portal, the actuator's among them. */
    static Set<Handler> all(ApplicationContext portal) {
        var handlers = new TreeSet<Handler>();
        for (var mapping : portal.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            mapping.getHandlerMethods()
                    .forEach((info, method) -> of(info, method).forEach(handlers::add));
        }
        return handlers;
    }

    @Override
    public int compareTo(Handler other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }

    private static Stream<Handler> of(RequestMappingInfo info, HandlerMethod handler) {
        var methods =
                info.getMethodsCondition().getMethods().isEmpty()
                        ? List.of("GET", "POST")
                        : info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
        return info.getPatternValues().stream()
                .flatMap(pattern ->
                        methods.stream()
                                .map(method ->
                                        new Handler(
                                                method,
                                                pattern.isEmpty() ? "/" : pattern,
                                                example(pattern, handler))));
    }

    private static String example(String pattern, HandlerMethod handler) {
        String path = pattern.isEmpty() ? "/" : pattern.replace("/**", "");
        for (Parameter parameter : handler.getMethod().getParameters()) {
            var variable = parameter.getAnnotation(PathVariable.class);
            if (variable != null) {
                String name = variable.value().isEmpty() ? parameter.getName() : variable.value();
                path = path.replaceAll("\\{\\*?" + name + "(:[^}]*)?}", id(parameter.getType()));
            }
        }
        return path.replaceAll("\\{[^}]*}", "x");
    }

    private static String id(Class<?> type) {
        if (type == UUID.class) {
            return UUID.randomUUID().toString();
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "999999999";
        }
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(made ->
                        Arrays.equals(made.getParameterTypes(), new Class<?>[] {UUID.class}))
                .findFirst()
                .map(made -> {
                    try {
                        made.setAccessible(true);
                        return made.newInstance(UUID.randomUUID()).toString();
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .orElse("x");
    }
}
