package city.dure.passkeys;

import city.dure.identity.AccountId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys of this portal's host (WebAuthn level 3): made on a person's device after it has made
 * sure who holds it, and used in place of a name and password.
 */
@Service
public class Passkeys {
    /** Where a browser asks how to prove a passkey, and where it hands the proof in. */
    public static final String SIGN_IN = "/idp/passkey";

    /** Says when it was proven, which an id token tells. */
    private static final String WITH_PASSKEY = FactorGrantedAuthority.WEBAUTHN_AUTHORITY;

    private final PasskeyRows rows;
    private final Webauthn4JRelyingPartyOperations operations;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(PasskeyUsers users, PasskeyRows rows, @Value("${dure.public-url}") String publicUrl) {
        this.rows = rows;
        URI origin = URI.create(publicUrl);
        operations =
                new Webauthn4JRelyingPartyOperations(
                        users,
                        rows,
                        PublicKeyCredentialRpEntity.builder()
                                .id(origin.getHost())
                                .name(origin.getHost())
                                .build(),
                        Set.of(origin.resolve("/").toString().replaceFirst("/$", "")));
        operations.setCustomizeCreationOptions(options ->
                options.authenticatorSelection(
                        AuthenticatorSelectionCriteria.builder()
                                .residentKey(ResidentKeyRequirement.REQUIRED)
                                .userVerification(UserVerificationRequirement.REQUIRED)
                                .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    }

    /** What a device needs to know to make a passkey for an account; the answer must come back. */
    public PublicKeyCredentialCreationOptions begin(AccountId account) {
        var asked =
                UsernamePasswordAuthenticationToken.authenticated(
                        account.ref(), null, AuthorityUtils.NO_AUTHORITIES);
        return operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(asked));
    }

    /**
     * Keeps the passkey that a device made, with its entry, within the caller's transaction.
     *
     * @throws PasskeyRefused when it was not made for these options and this account, on this host,
     *     by its holder
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(AccountId account, PublicKeyCredentialCreationOptions options, String made) {
        if (!options.getUser().getId().equals(PasskeyUsers.handle(account))) {
            throw new PasskeyRefused(null);
        }
        try {
            var passkey = json.readValue(made, RelyingPartyPublicKey.class);
            operations.registerCredential(
                    new ImmutableRelyingPartyRegistrationRequest(options, passkey));
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) { // of Jackson and webauthn4j, which share no other parent
            throw new PasskeyRefused(e);
        }
    }

    /** When a passkey was made, and used last. */
    public record Kept(Instant madeAt, @Nullable Instant usedAt) {}

    /** The passkeys of an account, the oldest first. */
    public List<Kept> of(AccountId account) {
        return rows.findByUserId(PasskeyUsers.handle(account)).stream()
                .map(each -> new Kept(each.getCreated(), each.getLastUsed()))
                .toList();
    }

    /** Takes all passkeys of an account away, each with its entry. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void removeAll(AccountId account) {
        rows.findByUserId(PasskeyUsers.handle(account))
                .forEach(passkey -> rows.delete(passkey.getCredentialId()));
    }

    /** The options as a browser reads them. */
    public String written(PublicKeyCredentialCreationOptions options) {
        return json.writeValueAsString(options);
    }

    /** Tells a browser how to prove a passkey: any of this host's. */
    public PublicKeyCredentialRequestOptionsFilter asking() {
        var filter = new PublicKeyCredentialRequestOptionsFilter(operations);
        filter.setRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(SIGN_IN + "/options"));
        return filter;
    }

    /** Signs in who proves a passkey; the caller says what follows. */
    public WebAuthnAuthenticationFilter proving() {
        var filter = new WebAuthnAuthenticationFilter();
        filter.setRequiresAuthenticationRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(SIGN_IN));
        filter.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        filter.setAuthenticationManager(this::prove);
        return filter;
    }

    /**
     * The same kind of authentication as by password: the authorization server writes it down with
     * each code it gives, and knows no other.
     */
    private Authentication prove(Authentication asked) {
        try {
            var passkey = (WebAuthnAuthenticationRequestToken) asked;
            String ref = operations.authenticate(passkey.getWebAuthnRequest()).getName();
            var person = User.withUsername(ref).password("").build();
            return UsernamePasswordAuthenticationToken.authenticated(
                    person, null, List.of(FactorGrantedAuthority.fromAuthority(WITH_PASSKEY)));
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) { // of webauthn4j and of Spring, which share no other parent
            throw new BadCredentialsException("no passkey of an account", e);
        }
    }
}
