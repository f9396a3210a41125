package city.dure.identity;

import city.dure.shared.Actor;
import city.dure.vault.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which account a person of another issuer has here. */
@Service
@Transactional
public class Links {
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Keys keys;

    Links(JdbcClient jdbc, Accounts accounts, Keys keys) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.keys = keys;
    }

    /** The account of an issuer's subject; a citizen's account is opened at the first sign-in. */
    public AccountId accountOf(String issuer, String subject, String name) {
        String hash = hash(issuer, subject);
        return find(issuer, hash)
                .orElseGet(() -> {
                    AccountId id = accounts.open(Actor.SYSTEM, new NewAccount(name, false));
                    jdbc.sql(
                                    "insert into account_link (issuer, subject_hash,"
                                            + " account_id) values (?, ?, ?)")
                            .params(issuer, hash, id.value())
                            .update();
                    return id;
                });
    }

    private Optional<AccountId> find(String issuer, String hash) {
        return jdbc.sql("select account_id from account_link where issuer = ? and subject_hash = ?")
                .params(issuer, hash)
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .optional();
    }

    private String hash(String issuer, String subject) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.secret("identity.subjects"), "HmacSHA256"));
            byte[] text = (issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
