package city.dure.vault;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Key material under a name: made when first asked for, kept in the database under the master key,
 * so that a restart and every other instance find the same.
 */
@Service
public class Keys {
    private static final String INSERT =
            "insert into vault_secret (name, wrapped)"
                    + " select cast(? as varchar), cast(? as bytea)"
                    + (MasterKey.IN_FORCE + " on conflict do nothing");

    private final JdbcClient jdbc;
    private final MasterKey master;
    private final TransactionTemplate ownTransaction;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    Keys(JdbcClient jdbc, MasterKey master, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.master = master;
        this.ownTransaction = new TransactionTemplate(transactions);
        // What is cached must be stored for good, whatever becomes of the caller's transaction.
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The 32 random bytes of a name, at most 64 characters long. */
    public byte[] secret(String name) {
        return secret(name, Keys::random);
    }

    /** The material of a name; the maker is asked only when there is none yet. */
    public byte[] secret(String name, Supplier<byte[]> maker) {
        return known.computeIfAbsent(
                        name, missing -> ownTransaction.execute(status -> keep(missing, maker)))
                .clone();
    }

    /** Seals bytes that are no subject's yet, such as a form being written, under a named key. */
    public byte[] seal(String name, String context, byte[] plain) {
        return Aes.under(secret(name)).seal(plain, context);
    }

    /**
     * The bytes that were sealed in this context.
     *
     * @throws NotGenuine when they were changed or sealed in another one
     */
    public byte[] unseal(String name, String context, byte[] sealed) {
        return Aes.under(secret(name)).open(sealed, context);
    }

    private byte[] keep(String name, Supplier<byte[]> maker) {
        return stored(name)
                .orElseGet(() -> {
                    jdbc.sql(INSERT)
                            .params(name, master.wrap(maker.get(), context(name)))
                            .param(master.fingerprint())
                            .update();
                    // Another instance may have been quicker: the stored one counts.
                    return stored(name).orElseThrow(master::outdated);
                });
    }

    private Optional<byte[]> stored(String name) {
        return jdbc.sql("select wrapped from vault_secret where name = ?")
                .param(name)
                .query(byte[].class)
                .optional()
                .map(wrapped -> master.unwrap(wrapped, context(name)));
    }

    static byte[] random() {
        byte[] bytes = new byte[Aes.KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    static String context(String name) {
        return "secret|" + name;
    }
}
