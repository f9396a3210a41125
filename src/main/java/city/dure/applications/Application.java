package city.dure.applications;

import city.dure.merchants.Business;
import city.dure.merchants.MerchantId;
import city.dure.shared.Actor;
import city.dure.shared.Spelling;
import city.dure.web.Conflict;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application of a shop; decides what may become of it, and by whom. */
@Entity
@Table(name = "merchant_application")
class Application {
    /** How long one may object: article 35 of the Civil Petitions Treatment Act. */
    static final Duration OBJECTION_PERIOD = Duration.ofDays(60);

    private static final String FORGOTTEN = "—";

    @Id private UUID id;
    @Version private Integer version;

    @Enumerated(EnumType.STRING)
    private ApplicationState state;

    private Instant stateAt;
    private @Nullable String applicant;
    private String filedBy;
    private String filedRole;
    private Instant submittedAt;
    private @Nullable UUID claimed;
    private String name;
    private String searchName;
    private String category;
    private String district;
    private String roadAddress;
    private @Nullable String phone;
    private @Nullable String refusedBy;
    private @Nullable Instant refusedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable RefusalReason refusalReason;

    private @Nullable Instant objectedAt;
    private @Nullable UUID merchant;
    private @Nullable UUID openShop;
    private @Nullable String openNumber;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Application() {}

    /** A new one; written by an official it has no applicant until the owner joins. */
    Application(
            Actor actor, boolean forOthers, NewApplication made, String numberIndex, Instant at) {
        id = UUID.randomUUID();
        state = ApplicationState.SUBMITTED;
        stateAt = at;
        submittedAt = at;
        applicant = forOthers ? null : actor.ref();
        filedBy = actor.ref();
        filedRole = actor.role().code();
        claimed = made.claimed() == null ? null : made.claimed().value();
        name = made.name();
        searchName = Spelling.of(made.name());
        category = made.category();
        district = made.district();
        roadAddress = made.roadAddress();
        phone = made.phone();
        openShop = claimed;
        openNumber = numberIndex;
    }

    void take(Instant at) {
        requireState(ApplicationState.SUBMITTED);
        become(ApplicationState.IN_REVIEW, at);
    }

    void wantInformation(Instant at) {
        become(ApplicationState.INFO_WANTED, at);
    }

    void takeInformation(Instant at) {
        requireState(ApplicationState.INFO_WANTED);
        become(ApplicationState.IN_REVIEW, at);
    }

    void approve(MerchantId made, Instant at) {
        become(ApplicationState.APPROVED, at);
        merchant = made.value();
    }

    void refuse(Actor actor, RefusalReason reason, Instant at) {
        become(ApplicationState.REFUSED, at);
        refusedBy = actor.ref();
        refusedAt = at;
        refusalReason = reason;
    }

    /** Objects once, within the period after the refusal; the shop must not be taken meanwhile. */
    void object(String numberIndex, Instant at) {
        if (!objectionPossible(at)) {
            throw new IllegalTransition(state, ApplicationState.OBJECTED);
        }
        become(ApplicationState.OBJECTED, at);
        objectedAt = at;
        openShop = claimed;
        openNumber = numberIndex;
    }

    void withdraw(Instant at) {
        become(ApplicationState.WITHDRAWN, at);
    }

    void join(String account) {
        if (applicant != null) {
            throw new IllegalTransition(state, state);
        }
        applicant = account;
    }

    /** Nothing of it leads to a person or a place any more. */
    void forget() {
        applicant = null;
        name = FORGOTTEN;
        searchName = FORGOTTEN;
        roadAddress = FORGOTTEN;
        phone = null;
    }

    /** Until when one may object; null when one may not, or has. */
    @Nullable Instant objectionUntil() {
        return state == ApplicationState.REFUSED && objectedAt == null && refusedAt != null
                ? refusedAt.plus(OBJECTION_PERIOD)
                : null;
    }

    boolean objectionPossible(Instant now) {
        Instant until = objectionUntil();
        return until != null && now.isBefore(until);
    }

    /** Whether this officer may decide: not on one's own, nor twice on the same matter. */
    boolean mayDecide(Actor officer) {
        boolean ownDraft = officer.ref().equals(filedBy) || officer.ref().equals(applicant);
        boolean secondTime = state == ApplicationState.OBJECTED && officer.ref().equals(refusedBy);
        return !ownDraft && !secondTime;
    }

    boolean belongsTo(Actor actor) {
        return actor.ref().equals(applicant) || actor.ref().equals(filedBy);
    }

    /**
     * Who sees the person and acts for the shop: the owner; the writer until an owner has joined.
     */
    boolean shownTo(Actor actor) {
        return actor.ref().equals(applicant == null ? filedBy : applicant);
    }

    /** The business as applied for, with what the list knows beyond it. */
    Business business(@Nullable Business listed) {
        return new Business(
                name,
                category,
                listed == null ? null : listed.categoryText(),
                district,
                roadAddress,
                listed == null ? null : listed.lotAddress(),
                listed == null ? null : listed.postcode(),
                phone,
                listed == null ? null : listed.latitude(),
                listed == null ? null : listed.longitude());
    }

    ApplicationSummary toSummary() {
        return new ApplicationSummary(
                id(),
                version,
                state,
                stateAt,
                submittedAt,
                name,
                category,
                district,
                roadAddress,
                phone,
                applicant,
                filedBy,
                !filedBy.equals(applicant),
                claimed(),
                refusalReason,
                refusedBy,
                objectionUntil(),
                objectedAt != null,
                merchant == null ? null : new MerchantId(merchant));
    }

    ApplicationId id() {
        return new ApplicationId(id);
    }

    int version() {
        return version;
    }

    ApplicationState state() {
        return state;
    }

    @Nullable MerchantId claimed() {
        return claimed == null ? null : new MerchantId(claimed);
    }

    @Nullable String applicant() {
        return applicant;
    }

    private void requireState(ApplicationState needed) {
        if (state != needed) {
            throw new IllegalTransition(state, needed);
        }
    }

    private void become(ApplicationState next, Instant at) {
        if (!state.canBecome(next)) {
            throw new IllegalTransition(state, next);
        }
        state = next;
        stateAt = at;
        if (!next.open()) {
            openShop = null;
            openNumber = null;
        }
    }

    /** This state allows no such step. */
    static class IllegalTransition extends Conflict {
        IllegalTransition(ApplicationState from, ApplicationState to) {
            super("applications.not-now", from + " to " + to);
        }
    }
}
