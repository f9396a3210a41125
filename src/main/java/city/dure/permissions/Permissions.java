package city.dure.permissions;

import city.dure.shared.Actor;
import city.dure.shared.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Service;

/** Answers who may do what, from the one matrix; whatever has no row is denied. */
@Service
public class Permissions {
    private Matrix matrix = Matrix.read();

    /** The matrix itself, for the help page and the tests. */
    public Matrix matrix() {
        return matrix;
    }

    /** Whether one who holds these roles may open or post to a place. */
    public boolean allows(@Nullable String method, String path, List<Role> held) {
        return matrix.row(method, path).flatMap(row -> row.acting(held)).isPresent();
    }

    /** The same of who carries an authentication, whose token must be good for it besides. */
    boolean allows(@Nullable String method, String path, Authentication authentication) {
        return matrix.row(method, path)
                .filter(row -> row.acting(held(authentication)).isPresent())
                .filter(row -> row.scope() == null || hasScope(authentication, row.scope()))
                .isPresent();
    }

    private static boolean hasScope(Authentication authentication, String scope) {
        return authentication.getAuthorities().stream()
                .anyMatch(each -> ("SCOPE_" + scope).equals(each.getAuthority()));
    }

    /**
     * Whether there is anything at the address of a request, for whomever; else nothing answers.
     */
    public boolean knows(HttpServletRequest request) {
        return matrix.knows(path(request));
    }

    /** Whether the actor's role has a cell in a row, such as {@code audit.openings}. */
    public boolean allows(Actor actor, String row) {
        return matrix.row(row).map(found -> found.cell(actor.role()) != null).orElse(false);
    }

    /** Whether one of these roles has a cell in a row. */
    public boolean allows(List<Role> held, String row) {
        return matrix.row(row).flatMap(found -> found.acting(held)).isPresent();
    }

    /** Who acts in this request, in the role that the matrix allows here. */
    public Actor actor(HttpServletRequest request, @Nullable Authentication authentication) {
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            return Actor.ANYONE;
        }
        List<Role> held = held(authentication);
        Role role =
                matrix.row(request.getMethod(), path(request))
                        .flatMap(row -> row.acting(held))
                        .or(() -> held.stream().findFirst())
                        .orElse(Role.ANYONE);
        return new Actor(authentication.getName(), role);
    }

    /** The roles that an authentication carries, in their order. */
    public static List<Role> held(@Nullable Authentication authentication) {
        if (authentication == null) {
            return List.of();
        }
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .flatMap(code -> code == null ? Stream.empty() : Role.of(code).stream())
                .sorted()
                .toList();
    }

    /** The roles as Spring Security carries them. */
    public static Collection<GrantedAuthority> authorities(Collection<Role> roles) {
        return roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.code()))
                .toList();
    }

    static String path(HttpServletRequest request) {
        return Optional.ofNullable(request.getRequestURI())
                .orElse("")
                .substring(Optional.ofNullable(request.getContextPath()).orElse("").length());
    }
}
