package city.dure.passkeys;

import city.dure.identity.AccountId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Component;

/** Passkeys of no device. */
@Component
public class TestPasskeys {
    private final PasskeyRows rows;

    TestPasskeys(PasskeyRows rows) {
        this.rows = rows;
    }

    /** Gives an account a passkey more. */
    public void add(AccountId account) {
        byte[] any = UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        rows.save(
                ImmutableCredentialRecord.builder()
                        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                        .credentialId(new Bytes(any))
                        .userEntityUserId(PasskeyUsers.handle(account))
                        .publicKey(new ImmutablePublicKeyCose(any))
                        .attestationObject(new Bytes(any))
                        .attestationClientDataJSON(new Bytes(any))
                        .transports(Set.of(AuthenticatorTransport.INTERNAL))
                        .uvInitialized(true)
                        .created(Instant.now())
                        .lastUsed(Instant.now())
                        .label("")
                        .build());
    }

    /** How many an account has. */
    public int count(AccountId account) {
        return rows.findByUserId(PasskeyUsers.handle(account)).size();
    }
}
