package city.dure.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Signs in one of the demo people for a MockMvc request; the roles are read as in the portal. */
public final class TestSignIn {
    private TestSignIn() {}

    /** As the person with this sign-in name, such as {@code officer.merchants}. */
    public static RequestPostProcessor as(String username) {
        return request -> {
            var context =
                    WebApplicationContextUtils.getRequiredWebApplicationContext(
                            request.getServletContext());
            var passwords = context.getBean(Passwords.class);
            return as(passwords.find(username).orElseThrow().account()).postProcessRequest(request);
        };
    }

    /** As the holder of this account. */
    public static RequestPostProcessor as(AccountId account) {
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(account.ref(), null, List.of()));
    }
}
