package city.dure.applications;

import city.dure.identity.AccountId;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.MerchantId;
import city.dure.papers.Paper;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.vault.FileId;
import city.dure.vault.Vault;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The applications of shops, for those who send them in; what officers do is {@link Reviews}. */
@Service
@Transactional
public class Applications {
    private static final int SHOWN = 50;
    private static final String JOIN_CODE = "join-code";

    private final ApplicationRepository applications;
    private final Register register;
    private final Steps steps;
    private final Sheets sheets;
    private final Vault vault;
    private final Ledger ledger;
    private final Clock clock;

    Applications(
            ApplicationRepository applications,
            Register register,
            Steps steps,
            Sheets sheets,
            Vault vault,
            Ledger ledger,
            Clock clock) {
        this.applications = applications;
        this.register = register;
        this.steps = steps;
        this.sheets = sheets;
        this.vault = vault;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Sends an application in; an official does so for an owner who joins it later.
     *
     * @throws ApplicationRefused when the shop or its number is taken
     */
    public ApplicationId submit(Actor actor, NewApplication made) {
        register.requireFree(made.claimed(), made.owner().number());
        boolean forOthers = actor.role() != Role.CITIZEN && actor.role() != Role.OWNER;
        var application =
                applications.saveAndFlush(
                        new Application(
                                actor,
                                forOthers,
                                made,
                                register.mark(made.owner().number()),
                                clock.instant()));
        keep(application.id(), made, forOthers);
        steps.add(application.id(), actor, "submitted", List.of(), null);
        ledger.record(actor, new ApplicationRecords.Submitted(application.id(), made.claimed()));
        return application.id();
    }

    /** Why this shop or business number cannot be applied for now; empty when it can. */
    @Transactional(readOnly = true)
    public Optional<ApplicationRefused> obstacle(
            @Nullable MerchantId claimed, @Nullable BusinessNumber number) {
        return register.obstacle(claimed, number).map(ApplicationRefused::new);
    }

    /** Those an account sent in or owns, newest first. */
    @Transactional(readOnly = true)
    public List<ApplicationSummary> of(Actor actor) {
        return applications.findOf(actor.ref(), Limit.of(SHOWN)).stream()
                .map(Application::toSummary)
                .toList();
    }

    /** Whether one that an account sent in or owns is not decided yet. */
    @Transactional(readOnly = true)
    public boolean waits(Actor actor) {
        return register.waits(actor.ref());
    }

    /**
     * Forgets an account's applications that came to nothing or whose shops are closed.
     *
     * @return whether there are others, which stay
     */
    public boolean forget(Actor by, AccountId whose) {
        return register.forget(by, whose.ref());
    }

    /** The names of applications by reference. */
    @Transactional(readOnly = true)
    public Map<String, String> names(Collection<String> refs) {
        var ids = refs.stream().map(ref -> ApplicationId.valueOf(ref).value()).toList();
        return applications.findByIdIn(ids).stream()
                .collect(
                        Collectors.toMap(each -> each.id().ref(), each -> each.toSummary().name()));
    }

    /**
     * One's own application with everything about it; to an official who wrote it for an owner it
     * is masked, as to every other, once that owner has joined.
     *
     * @throws NotFound when it is another's
     */
    @Transactional(readOnly = true)
    public ApplicationFile own(Actor actor, ApplicationId id) {
        Application application = requireOwn(actor, register.find(id));
        ApplicationFile file = file(application);
        return application.shownTo(actor) ? file : file.mask();
    }

    /** The same as a page showed it; otherwise a {@link Conflict} with what happened since. */
    @Transactional(readOnly = true)
    public ApplicationFile own(Actor actor, ApplicationId id, int seenVersion) {
        register.requireSeen(requireOwn(actor, register.find(id)), seenVersion);
        return own(actor, id);
    }

    /** A paper of one's own application, for whom it is shown unmasked. */
    @Transactional(readOnly = true)
    public Paper ownPaper(Actor actor, ApplicationId id, FileId paper) {
        if (!register.find(id).shownTo(actor)) {
            throw new NotFound(paper.ref());
        }
        return sheets.open(id, paper).orElseThrow(() -> new NotFound(paper.ref()));
    }

    /**
     * Whether the account owns the application, or wrote it for an owner who has not joined yet.
     */
    @Transactional(readOnly = true)
    public boolean concerns(Actor actor, ApplicationId id) {
        return applications.findById(id.value()).map(each -> each.shownTo(actor)).orElse(false);
    }

    /** Sends what an officer asked for; the review goes on. */
    public LedgerReceipt giveInformation(
            Actor actor,
            ApplicationId id,
            int seenVersion,
            List<NewApplication.Sheet> added,
            @Nullable String note) {
        ownChange(actor, id, seenVersion).takeInformation(clock.instant());
        added.forEach(sheet -> sheets.add(id, sheet.type(), sheet.paper()));
        var types = added.stream().map(NewApplication.Sheet::type).toList();
        var codes = types.stream().map(PaperType::code).toList();
        steps.add(id, actor, "information-given", codes, note);
        return ledger.record(actor, new ApplicationRecords.InformationGiven(id, types));
    }

    /** Objects to a refusal, once and in time. */
    public LedgerReceipt object(Actor actor, ApplicationId id, int seenVersion, String why) {
        Application application = ownChange(actor, id, seenVersion);
        var number = owner(id).number();
        register.requireFree(application.claimed(), number);
        application.object(register.mark(number), clock.instant());
        applications.saveAndFlush(application);
        steps.add(id, actor, "objected", List.of(), why);
        return ledger.record(actor, new ApplicationRecords.Objected(id));
    }

    /** Takes an application back. */
    public LedgerReceipt withdraw(Actor actor, ApplicationId id, int seenVersion) {
        ownChange(actor, id, seenVersion).withdraw(clock.instant());
        steps.add(id, actor, "withdrawn", List.of(), null);
        return ledger.record(actor, new ApplicationRecords.Withdrawn(id));
    }

    /**
     * Makes somebody the applicant of what an official wrote for them: the code they were given and
     * the phone number they left show that it is theirs.
     *
     * @return the application; empty when code and phone fit none
     */
    public Optional<ApplicationId> join(Actor actor, String code, String phone) {
        var found =
                vault.find(JOIN_CODE, code).stream()
                        .map(ApplicationId::valueOf)
                        .filter(id -> owner(id).hasPhone(phone))
                        .findFirst();
        found.ifPresent(id -> join(actor, id));
        return found;
    }

    ApplicationFile file(Application application) {
        ApplicationId id = application.id();
        Map<String, String> kept = vault.all(id.ref());
        return new ApplicationFile(
                application.toSummary(),
                Owner.of(kept),
                sheets.of(id),
                steps.of(id, kept),
                kept.get(JOIN_CODE),
                false);
    }

    private void join(Actor actor, ApplicationId id) {
        register.lock(id).join(actor.ref());
        vault.remove(id.ref(), JOIN_CODE);
        steps.add(id, actor, "owner-joined", List.of(), null);
        ledger.record(actor, new ApplicationRecords.OwnerJoined(id, actor));
    }

    private void keep(ApplicationId id, NewApplication made, boolean forOthers) {
        made.owner().fields().forEach((field, value) -> vault.put(id.ref(), field, value));
        vault.putFindable(id.ref(), Owner.NUMBER, made.owner().number().digits());
        if (forOthers) {
            vault.putFindable(id.ref(), JOIN_CODE, NewApplication.joinCode());
        }
        made.sheets().forEach(sheet -> sheets.add(id, sheet.type(), sheet.paper()));
    }

    private Owner owner(ApplicationId id) {
        return Owner.of(vault.all(id.ref()));
    }

    private Application ownChange(Actor actor, ApplicationId id, int seenVersion) {
        if (!requireOwn(actor, register.find(id)).shownTo(actor)) {
            throw new Conflict("applications.joined");
        }
        return register.lock(id, seenVersion);
    }

    private static Application requireOwn(Actor actor, Application application) {
        if (!application.belongsTo(actor)) {
            throw new NotFound(application.id().ref());
        }
        return application;
    }
}
