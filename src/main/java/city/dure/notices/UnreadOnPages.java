package city.dure.notices;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts how many notices are unread beside the inbox's link, on whole pages only. */
@Component
class UnreadOnPages implements HandlerInterceptor, WebMvcConfigurer {
    private static final int MOST = 10;

    private final InboxRows inbox;

    UnreadOnPages(InboxRows inbox) {
        this.inbox = inbox;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView page) {
        boolean whole =
                page != null
                        && request.getHeader("HX-Request") == null
                        && !String.valueOf(page.getViewName()).startsWith("redirect:");
        if (whole) {
            signedIn().ifPresent(ref -> count(ref, request));
        }
    }

    private void count(String ref, HttpServletRequest request) {
        int unread = inbox.unread(ref, MOST);
        if (unread > 0) {
            String count = unread < MOST ? String.valueOf(unread) : (MOST - 1) + "+";
            request.setAttribute("counts", Map.of(InboxController.PATH, count));
        }
    }

    /** The reference of who is signed in; empty for a visitor. */
    static Optional<String> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(person -> !(person instanceof AnonymousAuthenticationToken))
                .map(Authentication::getName);
    }
}
