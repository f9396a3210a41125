package city.dure.signin;

import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.Links;
import city.dure.identity.PersonMarks;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Finds the account of an id token: its subject here, or the link to another issuer's subject. */
@Component
class SignInUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private final SignInProperties properties;
    private final Accounts accounts;
    private final Links links;
    private final PersonMarks persons;

    SignInUsers(SignInProperties properties, Accounts accounts, Links links, PersonMarks persons) {
        this.properties = properties;
        this.accounts = accounts;
        this.links = links;
        this.persons = persons;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        String subject = Objects.requireNonNull(token.getSubject());
        boolean staff =
                request.getClientRegistration().getRegistrationId().equals(SignInClient.STAFF);
        boolean own = properties.ownIssuer() || staff;
        AccountId account =
                own ? AccountId.valueOf(subject) : links.accountOf(properties.issuer(), subject);
        requireOpen(account, own && !properties.ownIssuer());
        if (!own && !properties.personClaim().isBlank()) {
            know(account, token);
        }
        return new SignedIn(account.ref(), slim(token, account));
    }

    /** Where people sign in elsewhere, only officials do here. */
    private void requireOpen(AccountId account, boolean staffOnly) {
        var person = accounts.person(account.ref());
        if (person.filter(it -> it.staff() || !staffOnly).isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error("account_closed"));
        }
    }

    /** As a session keeps it, in the database: whose it is here, and nothing the issuer says. */
    private static OidcIdToken slim(OidcIdToken token, AccountId account) {
        Map<String, Object> claims =
                Map.of(
                        IdTokenClaimNames.ISS, String.valueOf(token.getIssuer()),
                        IdTokenClaimNames.SUB, account.ref());
        return new OidcIdToken("-", token.getIssuedAt(), token.getExpiresAt(), claims);
    }

    /** Notes who the issuer says it is; tokens that do not say so let in as any other. */
    private void know(AccountId account, OidcIdToken token) {
        String person = token.getClaimAsString(properties.personClaim());
        String name = token.getFullName();
        String birth = token.getBirthdate();
        if (person != null
                && name != null
                && birth != null
                && !persons.know(account, person, name, birth)) {
            throw new OAuth2AuthenticationException(new OAuth2Error("another_person"));
        }
    }
}
