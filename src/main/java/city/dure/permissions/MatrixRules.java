package city.dure.permissions;

import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** The URL rules of the portal: the matrix, and nothing beside it. */
@Component
public class MatrixRules implements AuthorizationManager<RequestAuthorizationContext> {
    private final Permissions permissions;

    MatrixRules(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication,
            RequestAuthorizationContext context) {
        var request = context.getRequest();
        return new AuthorizationDecision(
                permissions.allows(
                        request.getMethod(), Permissions.path(request), authentication.get()));
    }
}
