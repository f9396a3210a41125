package city.dure.applications;

import city.dure.applications.ApplicationRefused.Reason;
import city.dure.identity.Accounts;
import city.dure.ledger.Ledger;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.sources.Claims;
import city.dure.vault.Vault;
import city.dure.web.Conflict;
import city.dure.web.Formats;
import city.dure.web.NotFound;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds an application to read or to change, where two who change it do so one after the other, and
 * says which shops and business numbers are taken.
 */
@Component
class Register implements Claims {
    /** Came to nothing. */
    private static final Set<ApplicationState> ENDED =
            EnumSet.of(ApplicationState.REFUSED, ApplicationState.WITHDRAWN);

    private final ApplicationRepository applications;
    private final Steps steps;
    private final Merchants merchants;
    private final Vault vault;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Formats formats;

    Register(
            ApplicationRepository applications,
            Steps steps,
            Merchants merchants,
            Vault vault,
            Accounts accounts,
            Ledger ledger,
            Formats formats) {
        this.applications = applications;
        this.steps = steps;
        this.merchants = merchants;
        this.vault = vault;
        this.accounts = accounts;
        this.ledger = ledger;
        this.formats = formats;
    }

    /** Whether one that an account sent in or owns is not decided yet. */
    boolean waits(String account) {
        return applications.findByApplicant(account).stream()
                .anyMatch(each -> each.toSummary().withdrawable());
    }

    /** Forgets those of an account that are over; whether there are others. */
    boolean forget(Actor by, String account) {
        var own = applications.findByApplicant(account);
        var over = own.stream().filter(this::isOver).toList();
        over.forEach(each -> {
            each.forget();
            vault.destroy(each.id().ref());
            ledger.record(by, new ApplicationRecords.Forgotten(each.id()));
        });
        return over.size() < own.size();
    }

    private boolean isOver(Application application) {
        var shop = application.toSummary().merchant();
        return ENDED.contains(application.state())
                || shop != null && merchants.summary(shop).status() == MerchantStatus.CLOSED;
    }

    Application find(ApplicationId id) {
        return applications.findById(id.value()).orElseThrow(() -> new NotFound(id.ref()));
    }

    /** The application, locked until the transaction ends. */
    Application lock(ApplicationId id) {
        return applications.findForChange(id.value()).orElseThrow(() -> new NotFound(id.ref()));
    }

    /**
     * The application, locked, as the page showed it.
     *
     * @throws Conflict with who changed it since, what they did, and when; the applicant unnamed
     */
    Application lock(ApplicationId id, int seenVersion) {
        Application application = lock(id);
        requireSeen(application, seenVersion);
        return application;
    }

    /** Refuses what was decided on another version, as {@link #lock(ApplicationId, int)} does. */
    void requireSeen(Application application, int seenVersion) {
        if (application.version() != seenVersion) {
            throw changed(application.id());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Set<MerchantId> claimed() {
        return applications.findOpenShops().stream()
                .map(MerchantId::new)
                .collect(Collectors.toSet());
    }

    /** Why this shop or business number cannot be applied for now; empty when it can. */
    Optional<Reason> obstacle(@Nullable MerchantId claimed, @Nullable BusinessNumber number) {
        return Optional.ofNullable(claimed)
                .flatMap(this::shopObstacle)
                .or(() -> Optional.ofNullable(number).flatMap(this::numberObstacle));
    }

    void requireFree(@Nullable MerchantId claimed, BusinessNumber number) {
        var reason = obstacle(claimed, number);
        if (reason.isPresent()) {
            throw new ApplicationRefused(reason.get());
        }
    }

    /** What makes two applications with one business number collide, and says nothing of it. */
    String mark(BusinessNumber number) {
        return vault.fingerprint(Owner.NUMBER, number.digits());
    }

    private Optional<Reason> shopObstacle(MerchantId claimed) {
        if (!merchants.summary(claimed).claimable()) {
            return Optional.of(Reason.SHOP_NOT_CLAIMABLE);
        }
        return applications.existsByOpenShop(claimed.value())
                ? Optional.of(Reason.SHOP_IN_REVIEW)
                : Optional.empty();
    }

    private Optional<Reason> numberObstacle(BusinessNumber number) {
        if (applications.existsByOpenNumber(mark(number))) {
            return Optional.of(Reason.NUMBER_IN_REVIEW);
        }
        return isMerchant(number) ? Optional.of(Reason.NUMBER_IS_MERCHANT) : Optional.empty();
    }

    private boolean isMerchant(BusinessNumber number) {
        var ids =
                vault.find(Owner.NUMBER, number.digits()).stream()
                        .map(ref -> ApplicationId.valueOf(ref).value())
                        .toList();
        return applications.findByIdIn(ids).stream()
                .map(each -> each.toSummary().merchant())
                .anyMatch(made -> made != null && accepts(made));
    }

    private boolean accepts(MerchantId id) {
        return merchants.summary(id).status() != MerchantStatus.CLOSED;
    }

    private Conflict changed(ApplicationId id) {
        return steps.latest(id)
                .<Conflict>map(step ->
                        new Conflict.Changed(
                                "applications.changed." + step.act(),
                                step.byPerson() ? "" : accounts.displayName(step.actor()),
                                formats.dateTime(step.at())))
                .orElseGet(() -> new Conflict("applications.not-now"));
    }
}
