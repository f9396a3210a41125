package city.dure.signin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people and machines sign in.
 *
 * @param issuer another OpenID Connect issuer for people; none means the portal's own
 * @param clientId as registered with that issuer
 * @param clientSecret as registered with that issuer
 * @param scopes asked of that issuer
 * @param personClaim the claim in which that issuer says who a person is, the same to everybody (CI
 *     of the Korean identity providers), beside {@code name} and {@code birthdate}; blank for none
 * @param machines clients of the API by id
 * @param staff how long sessions of officials live
 * @param others how long everybody else's do
 */
@ConfigurationProperties("dure.sign-in")
record SignInProperties(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("") String personClaim,
        @DefaultValue Map<String, Machine> machines,
        @DefaultValue StaffLifetime staff,
        @DefaultValue OthersLifetime others) {

    /** How long one stays signed in: without a request, and from signing in whatever one does. */
    interface Lifetime {
        Duration idle();

        Duration total();
    }

    record StaffLifetime(@DefaultValue("15m") Duration idle, @DefaultValue("8h") Duration total)
            implements Lifetime {}

    record OthersLifetime(@DefaultValue("30m") Duration idle, @DefaultValue("24h") Duration total)
            implements Lifetime {}

    /** How long a session of somebody lives. */
    Lifetime lifetime(boolean official) {
        return official ? staff : others;
    }

    /**
     * A client of the API.
     *
     * @param secret encoded, such as {@code {bcrypt}$2a$…}
     * @param scopes all it may ask for, and gets when it asks for none
     */
    record Machine(String secret, List<String> scopes) {}

    /** Whether people sign in at the portal's own authorization server. */
    boolean ownIssuer() {
        return issuer.isBlank();
    }
}
