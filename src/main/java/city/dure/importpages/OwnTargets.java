package city.dure.importpages;

import city.dure.imports.ImportId;
import city.dure.imports.ImportTarget;
import city.dure.imports.Imports;
import city.dure.permissions.Permissions;
import city.dure.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps officials to the kinds of lists that the permission matrix gives them. */
@Component
class OwnTargets implements HandlerInterceptor, WebMvcConfigurer {
    private static final String PAGES = "/office/imports/**";

    private final ObjectProvider<Imports> imports;
    private final Permissions permissions;

    OwnTargets(ObjectProvider<Imports> imports, Permissions permissions) {
        this.imports = imports; // Asked for late: the pages are set up before the engine.
        this.permissions = permissions;
    }

    /** What whoever acts in this request may upload lists into. */
    List<ImportTarget> all() {
        return imports.getObject().targets().stream().filter(this::allows).toList();
    }

    /**
     * The target, for whoever may upload lists into it, whatever else the request says.
     *
     * @throws AccessDeniedException for everybody else
     */
    ImportTarget require(ImportTarget target) {
        if (!allows(target)) {
            throw new AccessDeniedException(target.permission());
        }
        return target;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(PAGES);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        ImportTarget target = target(request);
        if (target != null) {
            require(target);
        }
        return true;
    }

    private boolean allows(ImportTarget target) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return permissions.allows(Permissions.held(signedIn), target.permission());
    }

    /** Of the run in the path, else of the target that is asked for. */
    private @Nullable ImportTarget target(HttpServletRequest request) {
        var path = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (path instanceof Map<?, ?> variables && variables.get("id") instanceof String id) {
            return of(id);
        }
        String name = request.getParameter("target");
        return name == null || name.isEmpty() ? null : imports.getObject().target(name);
    }

    private @Nullable ImportTarget of(String id) {
        try {
            var all = imports.getObject();
            return all.target(all.find(ImportId.valueOf(id)).target());
        } catch (IllegalArgumentException | NotFound e) {
            return null; // The page says that there is nothing.
        }
    }
}
