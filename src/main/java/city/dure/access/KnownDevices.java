package city.dure.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Remembers by a cookie that somebody has signed in from this browser before, so that whoever
 * guesses at the same name elsewhere does not keep the owner out.
 */
@Component
class KnownDevices {
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int NAME_DIGITS = 12;

    private final KeyedHash hash;

    KnownDevices(KeyedHash hash) {
        this.hash = hash;
    }

    /** The random number of this browser, if this name signed in from it before. */
    Optional<String> find(HttpServletRequest request, String username) {
        String name = cookieName(username);
        Cookie[] cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> genuine(value, username))
                .map(value -> value.substring(0, value.indexOf('.')))
                .findFirst();
    }

    void remember(HttpServletRequest request, HttpServletResponse response, String username) {
        String device = UUID.randomUUID().toString();
        var cookie =
                ResponseCookie.from(cookieName(username), device + "." + proof(device, username))
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/idp/login")
                        .maxAge(KEPT)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private boolean genuine(String value, String username) {
        int dot = value.indexOf('.');
        return dot > 0
                && MessageDigest.isEqual(
                        value.substring(dot + 1).getBytes(StandardCharsets.US_ASCII),
                        proof(value.substring(0, dot), username)
                                .getBytes(StandardCharsets.US_ASCII));
    }

    private String proof(String device, String username) {
        return hash.of("access.devices", device + " " + username);
    }

    private String cookieName(String username) {
        return "known-" + hash.of("access.devices", username).substring(0, NAME_DIGITS);
    }
}
