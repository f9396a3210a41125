package city.dure.notices;

import city.dure.web.Languages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps the language that somebody pressed, whether signed in already or signing in afterwards. */
@Component
class LanguageChoice implements HandlerInterceptor, WebMvcConfigurer {
    private final InboxRows inbox;

    LanguageChoice(InboxRows inbox) {
        this.inbox = inbox;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Languages.pressed(request)
                .ifPresent(language ->
                        UnreadOnPages.signedIn().ifPresent(ref -> inbox.choose(ref, language)));
        return true;
    }

    /** Signed in to the portal; signing in to its issuer comes before that, by another name. */
    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication() instanceof OAuth2AuthenticationToken person
                && RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes attributes) {
            Languages.kept(attributes.getRequest())
                    .ifPresent(language -> inbox.choose(person.getName(), language));
        }
    }
}
