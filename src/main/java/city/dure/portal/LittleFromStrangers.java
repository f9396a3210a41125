package city.dure.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses large files of somebody who has not signed in, and files of untold length, before
 * anything of them is read: whatever looks for the token of a form would keep them on the disk
 * first.
 */
class LittleFromStrangers extends OncePerRequestFilter {
    private static final long MOST = DataSize.ofMegabytes(2).toBytes();

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasFiles(request)
                && !isSmall(request)
                && SecurityContextHolder.getContext().getAuthentication() == null) {
            response.sendError(
                    request.getContentLengthLong() < 0
                            ? HttpStatus.LENGTH_REQUIRED.value()
                            : HttpStatus.CONTENT_TOO_LARGE.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean hasFiles(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean isSmall(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length >= 0 && length <= MOST;
    }
}
