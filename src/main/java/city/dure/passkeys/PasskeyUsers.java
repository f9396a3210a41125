package city.dure.passkeys;

import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * The accounts as passkeys know them. The user handle is the account's random id: WebAuthn level 3,
 * section 14.6.1, wants nothing personal in it.
 */
@Component
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {
    private final Accounts accounts;

    PasskeyUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    /** For who signs in: named as tokens and logs name them. */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        AccountId account = account(handle);
        return accounts.person(account.ref()).isEmpty() ? null : entity(account, account.ref());
    }

    /** For who makes a passkey: named as people know themselves, which their device then shows. */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String ref) {
        AccountId account = AccountId.valueOf(ref);
        return accounts.person(ref).isEmpty() ? null : entity(account, accounts.ownName(ref));
    }

    /** Spring saves a user whom it did not find; to open an account here would be a hole. */
    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("accounts are opened by identity");
    }

    /** Nothing calls it: Spring's own pages for passkeys, which would, are not mounted. */
    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("accounts are closed by identity");
    }

    static AccountId account(Bytes handle) {
        var id = ByteBuffer.wrap(handle.getBytes());
        return new AccountId(new UUID(id.getLong(), id.getLong()));
    }

    static Bytes handle(AccountId account) {
        UUID id = account.value();
        return new Bytes(
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    private static PublicKeyCredentialUserEntity entity(AccountId account, String name) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(account))
                .name(name)
                .displayName(name)
                .build();
    }
}
