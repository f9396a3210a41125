package city.dure.portal;

import city.dure.identity.Accounts;
import city.dure.identity.CurrentRoles;
import city.dure.passkeys.Passkeys;
import city.dure.permissions.MatrixRules;
import city.dure.permissions.Permissions;
import city.dure.signin.AllScopes;
import city.dure.signin.ApiTokens;
import city.dure.signin.SignInGate;
import city.dure.web.SecurityHeaders;
import city.dure.web.StaticFiles;
import io.github.wimdeblauwe.htmx.spring.boot.security.HxRefreshHeaderAuthenticationEntryPoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The filter chains: files, the authorization server's protocol and its sign-in page, the API for
 * machines, and the portal, whose rules are the permission matrix.
 */
@Configuration
class SecurityChains {
    private static final String LOGIN = "/idp/login";
    private static final String SIGN_IN = "/oauth2/authorization/dure";
    private static final RequestMatcher STAFF_PLACES =
            new OrRequestMatcher(
                    PathPatternRequestMatcher.withDefaults().matcher("/office/**"),
                    PathPatternRequestMatcher.withDefaults().matcher("/desk/**"));

    private final HttpSessionSecurityContextRepository idpContext =
            new HttpSessionSecurityContextRepository();
    private final HttpSessionRequestCache idpRequests = new HttpSessionRequestCache();

    SecurityChains() {
        // Both share one session: kept under names of its own, neither overwrites the other.
        idpContext.setSpringSecurityContextKey(SignInGate.IDP_CONTEXT);
        idpRequests.setSessionAttrName("IDP_SAVED_REQUEST");
    }

    /**
     * Times no filter of its own: requests are timed anyway, and each filter twice costs a tenth.
     */
    @Bean
    SecurityObservationSettings noTimesOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Everybody's, and nothing that would look for a session, which is in the database. */
    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http) {
        return http.securityMatcher(StaticFiles.REQUESTS)
                .securityContext(context -> context.disable())
                .sessionManagement(sessions -> sessions.disable())
                .anonymous(anonymous -> anonymous.disable())
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .logout(out -> out.disable())
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain protocol(HttpSecurity http, SignInGate gate, Permissions permissions) {
        return http.oauth2AuthorizationServer(
                        server -> {
                            http.securityMatcher(server.getEndpointsMatcher());
                            server.oidc(Customizer.withDefaults());
                            server.tokenEndpoint(token ->
                                    token.accessTokenRequestConverters(
                                            known -> known.addFirst(new AllScopes())));
                        })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(idpContext))
                .requestCache(cache -> cache.requestCache(idpRequests))
                .headers(SecurityHeaders.strict())
                .addFilterBefore(gate.sessionEnd(), SecurityContextHolderFilter.class)
                // Also what the server could do and the matrix does not name, such as /oauth2/par.
                .addFilterAfter(
                        new UnknownAddresses(permissions), SecurityContextHolderFilter.class)
                .addFilterAfter(new LittleFromStrangers(), UnknownAddresses.class)
                .exceptionHandling(errors ->
                        errors.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(LOGIN),
                                new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain login(
            HttpSecurity http, SignInGate gate, MatrixRules rules, Passkeys passkeys) {
        var passkey = passkeys.proving();
        passkey.setSecurityContextRepository(idpContext);
        passkey.setAuthenticationSuccessHandler(gate.rightPasskey(idpRequests));
        passkey.setAuthenticationFailureHandler(gate.wrongPasskey());
        return http.securityMatcher("/idp/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().access(rules))
                .securityContext(context -> context.securityContextRepository(idpContext))
                .requestCache(cache -> cache.requestCache(idpRequests))
                .headers(SecurityHeaders.strict())
                .formLogin(form ->
                        form.loginPage(LOGIN)
                                .loginProcessingUrl(LOGIN)
                                .successHandler(gate.rightPassword(idpRequests))
                                .failureHandler(gate.wrongPassword())
                                .securityContextRepository(idpContext))
                .addFilterBefore(gate.slowDown(), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(passkey, UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(passkeys.asking(), AuthorizationFilter.class)
                .addFilterAfter(new SameSiteOnly(), SecurityContextHolderFilter.class)
                .addFilterAfter(new LittleFromStrangers(), SameSiteOnly.class)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain api(
            HttpSecurity http, MatrixRules rules, Permissions permissions, ApiTokens tokens) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(request -> !permissions.knows(request))
                                .authenticated()
                                .anyRequest()
                                .access(rules))
                .addFilterAfter(new UnknownAddresses(permissions), AuthorizationFilter.class)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .oauth2ResourceServer(server -> server.jwt(tokens::check))
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain portal(
            HttpSecurity http,
            MatrixRules rules,
            Permissions permissions,
            Accounts accounts,
            SignInGate gate,
            OAuth2UserService<OidcUserRequest, OidcUser> users) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().access(rules))
                .headers(SecurityHeaders.strict())
                .addFilterBefore(gate.sessionEnd(), SecurityContextHolderFilter.class)
                .addFilterAfter(new CurrentRoles(accounts), SecurityContextHolderFilter.class)
                .addFilterAfter(new SameSiteOnly(), CurrentRoles.class)
                .addFilterAfter(new LittleFromStrangers(), SameSiteOnly.class)
                .addFilterAfter(new UnknownAddresses(permissions), LittleFromStrangers.class)
                .oauth2Login(signIn ->
                        signIn.loginPage(SIGN_IN)
                                .successHandler(gate.signedIn())
                                .failureHandler(gate.notSignedIn())
                                .userInfoEndpoint(info -> info.oidcUserService(users)))
                .exceptionHandling(errors ->
                        errors.defaultAuthenticationEntryPointFor(
                                        new HxRefreshHeaderAuthenticationEntryPoint(),
                                        new RequestHeaderRequestMatcher("HX-Request"))
                                .defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint(gate.staffSignIn()),
                                        STAFF_PLACES)
                                .defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint(SIGN_IN),
                                        request -> true))
                .logout(out -> out.addLogoutHandler(gate.signedOut()).logoutSuccessUrl("/"))
                .build();
    }
}
