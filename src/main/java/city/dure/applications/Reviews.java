package city.dure.applications;

import city.dure.access.Access.What;
import city.dure.access.AccessLog;
import city.dure.access.Limits;
import city.dure.identity.AccountId;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.Merchants;
import city.dure.notices.Notice;
import city.dure.notices.Notices;
import city.dure.papers.Paper;
import city.dure.shared.Actor;
import city.dure.shared.Subject;
import city.dure.vault.FileId;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What officers do with applications; who sends them in is {@link Applications}' matter. */
@Service
@Transactional
public class Reviews {
    /** How long an officer sees the person after giving a reason. */
    public static final Duration VIEW = Duration.ofMinutes(10);

    private static final String OWNER = "name,phone,number,account";

    private final Register register;
    private final Applications applications;
    private final Steps steps;
    private final Sheets sheets;
    private final Merchants merchants;
    private final Notices notices;
    private final AccessLog log;
    private final Limits limits;
    private final Ledger ledger;
    private final Clock clock;

    Reviews(
            Register register,
            Applications applications,
            Steps steps,
            Sheets sheets,
            Merchants merchants,
            Notices notices,
            AccessLog log,
            Limits limits,
            Ledger ledger,
            Clock clock) {
        this.register = register;
        this.applications = applications;
        this.steps = steps;
        this.sheets = sheets;
        this.merchants = merchants;
        this.notices = notices;
        this.log = log;
        this.limits = limits;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * An application; the person is masked until the officer gives a reason to look, and from then
     * on each look is written into the access record.
     *
     * @param address the officer's, for that record
     */
    public ApplicationFile file(Actor officer, ApplicationId id, String address) {
        Application application = register.find(id);
        ApplicationFile file = applications.file(application);
        var reason = steps.viewReason(id, officer, VIEW);
        reason.ifPresent(why -> looked(officer, application, address, OWNER, why));
        return reason.isPresent() ? file : file.mask();
    }

    /** Whether this officer may decide about it as it stands. */
    @Transactional(readOnly = true)
    public boolean mayDecide(Actor officer, ApplicationId id) {
        return register.find(id).mayDecide(officer);
    }

    /**
     * Opens the person behind an application for ten minutes; they see who looked, and why.
     *
     * @throws city.dure.web.TooMany after sixty within a quarter of an hour
     */
    public LedgerReceipt viewPerson(Actor officer, ApplicationId id, ViewReason reason) {
        limits.countLook(officer);
        register.lock(id);
        steps.add(id, officer, "person-viewed", List.of(reason.code()), null);
        return ledger.record(officer, new ApplicationRecords.PersonViewed(id, reason));
    }

    /** A paper, while the person is open to this officer; each look is written down. */
    public Paper paper(Actor officer, ApplicationId id, FileId paper, String address) {
        String reason =
                steps.viewReason(id, officer, VIEW)
                        .orElseThrow(() -> new Conflict("applications.person-closed"));
        looked(officer, register.find(id), address, "papers", reason);
        return sheets.open(id, paper).orElseThrow(() -> new NotFound(paper.ref()));
    }

    /** Takes an application up. */
    public LedgerReceipt take(Actor officer, ApplicationId id, int seenVersion) {
        register.lock(id, seenVersion).take(clock.instant());
        steps.add(id, officer, "review-started", List.of(), null);
        return ledger.record(officer, new ApplicationRecords.ReviewStarted(id));
    }

    /** Asks the applicant for something. */
    public LedgerReceipt wantInformation(
            Actor officer,
            ApplicationId id,
            int seenVersion,
            List<Wanted> wanted,
            @Nullable String note) {
        register.lock(id, seenVersion).wantInformation(clock.instant());
        var codes = wanted.stream().map(Wanted::code).toList();
        steps.add(id, officer, "information-wanted", codes, note);
        tell(register.find(id), "information-wanted");
        return ledger.record(officer, new ApplicationRecords.InformationWanted(id, wanted));
    }

    /** Makes the shop a merchant and its applicant the owner, with the merchant's one entry. */
    public Merchants.Approval approve(Actor officer, ApplicationId id, int seenVersion) {
        Application application = toDecide(officer, id, seenVersion);
        Merchants.Approval approval =
                merchants.approve(
                        officer,
                        application.claimed(),
                        application.business(listed(application)),
                        id,
                        applicant(application));
        application.approve(approval.merchant(), clock.instant());
        steps.add(id, officer, "approved", List.of(), null);
        tell(application, "approved");
        return approval;
    }

    /** Refuses with a reason from the list; what is written to it is read by the applicant. */
    public LedgerReceipt refuse(
            Actor officer,
            ApplicationId id,
            int seenVersion,
            RefusalReason reason,
            @Nullable String note) {
        Application application = toDecide(officer, id, seenVersion);
        boolean objected = application.state() == ApplicationState.OBJECTED;
        application.refuse(officer, reason, clock.instant());
        String act = objected ? "objection-refused" : "refused";
        steps.add(id, officer, act, List.of(reason.code()), note);
        tell(application, act);
        return ledger.record(
                officer,
                objected
                        ? new ApplicationRecords.ObjectionRefused(id, reason)
                        : new ApplicationRecords.Refused(id, reason));
    }

    /** Tells the applicant, if the application has one, what became of it. */
    private void tell(Application application, String act) {
        String account = application.applicant();
        if (account != null) {
            String id = application.id().ref();
            notices.tell(
                    AccountId.valueOf(account),
                    Notice.of(
                            "applications.notice." + act,
                            "/merchants/applications/" + id,
                            application.toSummary().name()));
        }
    }

    /** Written down about the applicant's account, or the application as long as it has none. */
    private void looked(
            Actor officer, Application application, String address, String fields, String reason) {
        String applicant = application.applicant();
        String whom = applicant == null ? application.id().ref() : applicant;
        log.looked(What.REVEALED, officer, address, fields, whom, reason, 1);
    }

    private Application toDecide(Actor officer, ApplicationId id, int seenVersion) {
        Application application = register.lock(id, seenVersion);
        if (!application.mayDecide(officer)) {
            throw new Conflict("applications.not-you");
        }
        return application;
    }

    private city.dure.merchants.@Nullable Business listed(Application application) {
        var claimed = application.claimed();
        return claimed == null ? null : merchants.summary(claimed).business();
    }

    private static Subject applicant(Application application) {
        String account = application.applicant();
        if (account == null) {
            throw new Conflict("applications.no-owner");
        }
        return AccountId.valueOf(account);
    }

    /** What an officer may ask an applicant for. */
    public enum Wanted {
        REGISTRATION,
        LICENCE,
        BANK_BOOK,
        SHOP_FRONT,
        SHARPER_PHOTO,
        OTHER;

        /** The code in forms and message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Why an officer looks at the person behind an application; that person sees it. */
    public enum ViewReason {
        REVIEW,
        CONTACT,
        OBJECTION;

        /** The code in forms and message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
