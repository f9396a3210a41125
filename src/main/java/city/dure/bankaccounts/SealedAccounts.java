package city.dure.bankaccounts;

import city.dure.personal.Bank;
import city.dure.personal.BankAccount;
import city.dure.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The accounts of requests in the vault, each under the id of its request. */
@Component
class SealedAccounts {
    private static final String BANK = "bank";
    private static final String NUMBER = "bank-account";
    private static final String HOLDER = "bank-holder";
    private static final String SALT = "bank-salt";
    private static final int SALT_BYTES = 32;

    private final Vault vault;

    SealedAccounts(Vault vault) {
        this.vault = vault;
    }

    /** Keeps an account and returns the commitment to it, which nobody can guess it by. */
    String keep(BankChangeId id, BankAccount account) {
        byte[] random = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(random);
        String salt = HexFormat.of().formatHex(random);
        vault.put(id.ref(), BANK, account.bank().code());
        vault.put(id.ref(), NUMBER, account.digits());
        vault.put(id.ref(), HOLDER, account.holder());
        vault.put(id.ref(), SALT, salt);
        return commitment(salt, account);
    }

    /** The account; empty when it was destroyed. */
    Optional<BankAccount> read(BankChangeId id) {
        return account(vault.all(id.ref()));
    }

    /**
     * The account that was committed to.
     *
     * @throws IllegalStateException when it is gone, or is another
     */
    BankAccount require(BankChange asked) {
        var kept = vault.all(asked.id().ref());
        BankAccount account = account(kept).orElseThrow(() -> altered(asked));
        String salt = Objects.requireNonNullElse(kept.get(SALT), "");
        if (!commitment(salt, account).equals(asked.commitment())) {
            throw altered(asked);
        }
        return account;
    }

    /** Destroys an account to which no money was paid. */
    void destroy(BankChangeId id) {
        vault.destroy(id.ref());
    }

    private static Optional<BankAccount> account(Map<String, String> kept) {
        return Optional.ofNullable(kept.get(BANK))
                .flatMap(Bank::of)
                .map(bank ->
                        new BankAccount(
                                bank,
                                kept.getOrDefault(NUMBER, ""),
                                kept.getOrDefault(HOLDER, "")));
    }

    private static String commitment(String salt, BankAccount account) {
        String text =
                String.join("\n", salt, account.bank().code(), account.digits(), account.holder());
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IllegalStateException altered(BankChange asked) {
        return new IllegalStateException("not the account that was asked for: " + asked.id());
    }
}
