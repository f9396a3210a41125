package city.dure.passkeys;

import city.dure.identity.AccountId;
import city.dure.ledger.Ledger;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys in the database: a new one has its entry, a used one only moves its counter. */
@Component
@Transactional
class PasskeyRows implements UserCredentialRepository {
    private static final String SELECT =
            "select * from passkey p join passkey_use u on u.credential_id = p.credential_id ";

    private final JdbcClient jdbc;
    private final Ledger ledger;

    PasskeyRows(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    @Override
    public void save(CredentialRecord passkey) {
        if (!use(passkey)) {
            add(passkey);
        }
    }

    @Override
    public void delete(Bytes id) {
        CredentialRecord passkey = findByCredentialId(id);
        if (passkey != null) {
            remove(passkey);
        }
    }

    private void remove(CredentialRecord passkey) {
        String id = passkey.getCredentialId().toBase64UrlString();
        jdbc.sql("delete from passkey_use where credential_id = ?").param(id).update();
        jdbc.sql("delete from passkey where credential_id = ?").param(id).update();
        AccountId account = PasskeyUsers.account(passkey.getUserEntityUserId());
        ledger.record(new Actor(account.ref(), Role.ANYONE), new PasskeyRemoved(account));
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.sql(SELECT + "where p.credential_id = ?")
                .param(id.toBase64UrlString())
                .query(PasskeyRows::row)
                .optional()
                .orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql(SELECT + "where p.account_id = ? order by p.made_at")
                .param(PasskeyUsers.account(handle).value())
                .query(PasskeyRows::row)
                .list();
    }

    private boolean use(CredentialRecord passkey) {
        return jdbc.sql(
                                "update passkey_use set signature_count = ?, backed_up = ?,"
                                        + " last_used = ? where credential_id = ?")
                        .params(passkey.getSignatureCount(), passkey.isBackupState())
                        .param(utc(passkey.getLastUsed()))
                        .param(passkey.getCredentialId().toBase64UrlString())
                        .update()
                > 0;
    }

    private void add(CredentialRecord passkey) {
        AccountId account = PasskeyUsers.account(passkey.getUserEntityUserId());
        String id = passkey.getCredentialId().toBase64UrlString();
        jdbc.sql(
                        """
                        insert into passkey (credential_id, account_id, public_key, attestation,
                            client_data, transports, user_verified, backup_able, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id, account.value(), passkey.getPublicKey().getBytes())
                .params(bytes(passkey.getAttestationObject()))
                .params(bytes(passkey.getAttestationClientDataJSON()))
                .params(transports(passkey), passkey.isUvInitialized(), passkey.isBackupEligible())
                .param(utc(passkey.getCreated()))
                .update();
        jdbc.sql("insert into passkey_use values (?, ?, ?, ?)")
                .params(id, passkey.getSignatureCount(), passkey.isBackupState())
                .param(utc(passkey.getLastUsed()))
                .update();
        ledger.record(new Actor(account.ref(), Role.ANYONE), new PasskeyAdded(account));
    }

    private static CredentialRecord row(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(row.getString("credential_id")))
                .userEntityUserId(
                        PasskeyUsers.handle(new AccountId(row.getObject("account_id", UUID.class))))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .transports(transports(row.getString("transports")))
                .uvInitialized(row.getBoolean("user_verified"))
                .backupEligible(row.getBoolean("backup_able"))
                .backupState(row.getBoolean("backed_up"))
                .signatureCount(row.getLong("signature_count"))
                .created(row.getObject("made_at", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("last_used", OffsetDateTime.class).toInstant())
                .label("")
                .build();
    }

    private static byte[] bytes(@Nullable Bytes value) {
        return Objects.requireNonNull(value).getBytes();
    }

    private static String transports(CredentialRecord passkey) {
        return passkey.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static Set<AuthenticatorTransport> transports(String written) {
        return Arrays.stream(written.split(","))
                .filter(each -> !each.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
