package city.dure.portal;

import city.dure.permissions.Permissions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 404 where the permission matrix has no row, to whomever: nobody is asked to sign in for a
 * page that is not there, and a handler without a row is not there either.
 */
class UnknownAddresses extends OncePerRequestFilter {
    private final Permissions permissions;

    UnknownAddresses(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (permissions.knows(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }
}
