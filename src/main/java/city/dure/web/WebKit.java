package city.dure.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Puts the kit's filters before all others, and keeps files apart from sessions. */
@Configuration
class WebKit {
    @Bean
    FilterRegistrationBean<DatabaseGone> databaseGone(
            ObjectProvider<ResourceUrlProvider> resources) {
        var filter =
                new DatabaseGone(path ->
                        Objects.requireNonNullElse(
                                resources.getObject().getForLookupPath(path), path));
        var registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10); // Spring Session's is at 50.
        return registration;
    }

    /** In place of Boot's, by the same name. */
    @Bean
    FlashMapManager flashMapManager() {
        return new FlashesOfPages();
    }

    /**
     * Two replies of one session may both be the first to write an attribute, such as a flash; one
     * stays, and neither person sees an error. Both databases know this form.
     */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> attributesWrittenTwice() {
        return sessions ->
                sessions.setCreateSessionAttributeQuery(
                        """
                        insert into %TABLE_NAME%_ATTRIBUTES
                        (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
                        values (?, ?, ?)
                        on conflict do nothing\
                        """);
    }

    @Bean
    FilterRegistrationBean<Filter> spentRequests() {
        Filter filter =
                (request, response, chain) ->
                        chain.doFilter(new SpentRequest((HttpServletRequest) request), response);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.ERROR));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 11);
        return registration;
    }
}
