package city.dure.browser;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The addresses at which the portal shows a page of its own making. */
final class Views {
    private final Set<PathPattern> patterns;

    Views(RequestMappingHandlerMapping handlers) {
        patterns =
                handlers.getHandlerMethods().entrySet().stream()
                        .filter(entry -> isView(entry.getKey(), entry.getValue().getMethod()))
                        .flatMap(entry ->
                                entry.getKey().getPathPatternsCondition() == null
                                        ? Stream.<PathPattern>empty()
                                        : entry
                                                .getKey()
                                                .getPathPatternsCondition()
                                                .getPatterns()
                                                .stream())
                        .collect(Collectors.toSet());
    }

    /** The patterns that none of these paths leads to. */
    Set<String> unseen(Set<String> paths) {
        var unseen = new TreeSet<String>();
        patterns.forEach(pattern -> unseen.add(pattern.getPatternString()));
        paths.forEach(path -> unseen.remove(patternOf(path)));
        return unseen;
    }

    private String patternOf(String path) {
        return patterns.stream()
                .filter(pattern -> pattern.matches(PathContainer.parsePath(path)))
                .min(PathPattern.SPECIFICITY_COMPARATOR)
                .map(PathPattern::getPatternString)
                .orElse("");
    }

    private static boolean isView(RequestMappingInfo info, Method handler) {
        var methods = info.getMethodsCondition().getMethods();
        Class<?> answer = handler.getReturnType();
        return (methods.isEmpty() || methods.contains(RequestMethod.GET))
                && handler.getDeclaringClass().getPackageName().startsWith("city.dure")
                && (answer == String.class || answer == ModelAndView.class);
    }
}
