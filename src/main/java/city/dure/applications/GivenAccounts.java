package city.dure.applications;

import city.dure.merchants.MerchantId;
import city.dure.personal.BankAccount;
import city.dure.vault.Vault;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bank accounts that owners gave when they applied. */
@Service
@Transactional(readOnly = true)
public class GivenAccounts {
    private final ApplicationRepository applications;
    private final Vault vault;

    GivenAccounts(ApplicationRepository applications, Vault vault) {
        this.applications = applications;
        this.vault = vault;
    }

    /** Of the application that made this shop a merchant; empty when there was none. */
    public Optional<BankAccount> of(MerchantId shop) {
        return applications.findByMerchantOrderByStateAtDesc(shop.value()).stream()
                .findFirst()
                .flatMap(made -> Owner.of(vault.all(made.id().ref())).payout());
    }
}
