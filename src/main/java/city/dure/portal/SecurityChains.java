package city.dure.portal;

import city.dure.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The filter chains of the portal. */
@Configuration
class SecurityChains {
    @Bean
    SecurityFilterChain portal(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(SecurityHeaders.strict())
                .build();
    }
}
