package city.dure.identity;

import city.dure.permissions.Permissions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;
import org.thymeleaf.context.LazyContextVariable;

/**
 * Reads the roles of the signed-in account anew for each request that asks who is there: the
 * session knows only whose it is, so a role that was withdrawn or ran out counts no longer.
 */
public class CurrentRoles extends OncePerRequestFilter {
    private final Accounts accounts;

    /** A filter for a chain of the portal, right after the session was looked up. */
    public CurrentRoles(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = SecurityContextHolder.getDeferredContext();
        SecurityContextHolder.setDeferredContext(
                SingletonSupplier.of(() -> current(kept.get().getAuthentication())));
        request.setAttribute("person", name());
        chain.doFilter(request, response);
    }

    /** Error pages show the same navigation. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private SecurityContext current(@Nullable Authentication kept) {
        if (kept == null || kept instanceof AnonymousAuthenticationToken) {
            return new SecurityContextImpl();
        }
        return accounts.person(kept.getName())
                .map(person -> new SecurityContextImpl(with(kept, person)))
                .orElseGet(SecurityContextImpl::new);
    }

    /** Looked up only where a page shows it. */
    private LazyContextVariable<@Nullable String> name() {
        return new LazyContextVariable<>() {
            @Override
            protected @Nullable String loadValue() {
                Authentication here = SecurityContextHolder.getContext().getAuthentication();
                return here == null || here instanceof AnonymousAuthenticationToken
                        ? null
                        : accounts.ownName(here.getName());
            }
        };
    }

    private static Authentication with(Authentication kept, Person person) {
        return kept.toBuilder()
                .authorities(held -> {
                    held.clear();
                    held.addAll(Permissions.authorities(person.roles()));
                })
                .build();
    }
}
