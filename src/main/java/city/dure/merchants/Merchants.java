package city.dure.merchants;

import city.dure.identity.AccountId;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.Member.Membership;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.shared.Subject;
import city.dure.web.NotFound;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The businesses of the city, listed or merchant: finding them and deciding about them. */
@Service
@Transactional
public class Merchants {
    private static final int EXPORTED_AT_ONCE = 1_000;

    private final MerchantRepository merchants;
    private final MerchantSearch search;
    private final Members members;
    private final Placing placing;
    private final Ledger ledger;
    private final Clock clock;

    Merchants(
            MerchantRepository merchants,
            MerchantSearch search,
            Members members,
            Placing placing,
            Ledger ledger,
            Clock clock) {
        this.merchants = merchants;
        this.search = search;
        this.members = members;
        this.placing = placing;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What others may know of a business, if there is such a one. */
    @Transactional(readOnly = true)
    public Optional<MerchantSummary> find(MerchantId id) {
        return merchants.findById(id.value()).map(Merchant::toSummary);
    }

    /**
     * What others may know of a business.
     *
     * @throws NotFound when there is no such business
     */
    @Transactional(readOnly = true)
    public MerchantSummary summary(MerchantId id) {
        return load(id).toSummary();
    }

    /** What others may know of some businesses, in any order; unknown ones are left out. */
    @Transactional(readOnly = true)
    public List<MerchantSummary> summaries(Collection<MerchantId> ids) {
        var values = ids.stream().map(MerchantId::value).toList();
        return values.isEmpty()
                ? List.of()
                : merchants.findByIdIn(values).stream().map(Merchant::toSummary).toList();
    }

    /** Businesses that are not closed with the text in their name or address, by name. */
    @Transactional(readOnly = true)
    public List<MerchantSummary> search(String text, int limit) {
        var open = EnumSet.complementOf(EnumSet.of(MerchantStatus.CLOSED));
        return search.page(new MerchantFilter(text, "", "", open), null, limit).rows();
    }

    /**
     * Where a list begins.
     *
     * @param count how many there are in all, counted no further than was asked for
     */
    public record Beginning(Page<MerchantSummary> page, int count) {}

    /** The first page of the businesses that a filter lets through, by name, and their number. */
    @Transactional(readOnly = true)
    public Beginning begin(MerchantFilter filter, int size, int cap) {
        return search.begin(filter, size, cap);
    }

    /** A page of the businesses that a filter lets through, by name. */
    @Transactional(readOnly = true)
    public Page<MerchantSummary> page(MerchantFilter filter, @Nullable MerchantId after, int size) {
        return search.page(filter, after, size);
    }

    /** How many businesses a filter lets through, counted no further than the cap. */
    @Transactional(readOnly = true)
    public int count(MerchantFilter filter, int cap) {
        return search.count(filter, cap);
    }

    /** All businesses that a filter lets through, by name, fetched page after page. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Stream<MerchantSummary> all(MerchantFilter filter) {
        return Stream.iterate(
                        Optional.of(search.page(filter, null, EXPORTED_AT_ONCE)),
                        Optional::isPresent,
                        page -> page.flatMap(before -> next(filter, before)))
                .flatMap(page -> page.orElseThrow().rows().stream());
    }

    /**
     * Makes a business a merchant on its application and its owner a member, with one entry.
     *
     * @param claimed the listed business; null when the shop was on no list
     * @param described its facts as the officer confirmed them
     * @param owner the owner's account
     * @throws MerchantChanged when the claimed business is no longer merely listed
     */
    public Approval approve(
            Actor actor,
            @Nullable MerchantId claimed,
            Business described,
            Subject application,
            Subject owner) {
        Business confirmed = placing.placed(described);
        Merchant merchant = approved(claimed, confirmed);
        merchant.changed(actor, clock.instant());
        var id = merchant.id();
        members.add(new Member(id, owner.ref(), Membership.OWNER), clock.instant());
        var event =
                new MerchantRecords.Approved(
                        id, application, confirmed.category(), confirmed.district());
        return new Approval(id, ledger.record(actor, event));
    }

    /**
     * Makes a listed business a merchant that an operator before this portal had approved.
     *
     * @throws MerchantChanged when it is no longer merely listed
     */
    public LedgerReceipt admit(Actor actor, MerchantId id) {
        Merchant merchant = load(id);
        Business business = merchant.business();
        merchant.approve(business, clock.instant());
        merchant.changed(actor, clock.instant());
        return ledger.record(
                actor,
                new MerchantRecords.Approved(id, null, business.category(), business.district()));
    }

    /** Adds somebody to a shop; empty when they already work there as that. */
    public Optional<LedgerReceipt> addMember(
            Actor actor, MerchantId id, Subject account, Membership membership) {
        return members.add(new Member(load(id).id(), account.ref(), membership), clock.instant())
                ? Optional.of(
                        ledger.record(
                                actor, new MerchantRecords.MemberAdded(id, account, membership)))
                : Optional.empty();
    }

    /** Takes somebody off a shop; empty when they do not work there. */
    public Optional<LedgerReceipt> removeMember(Actor actor, MerchantId id, Subject account) {
        return members.remove(id, account.ref())
                ? Optional.of(ledger.record(actor, new MerchantRecords.MemberRemoved(id, account)))
                : Optional.empty();
    }

    /** Who works in a shop, longest first. */
    @Transactional(readOnly = true)
    public List<Member> members(MerchantId id) {
        return members.of(id);
    }

    /** The accounts of those who own a shop, longest first. */
    @Transactional(readOnly = true)
    public List<AccountId> owners(MerchantId id) {
        return members.of(id).stream()
                .filter(member -> member.membership() == Membership.OWNER)
                .map(member -> AccountId.valueOf(member.account()))
                .toList();
    }

    /** The shops somebody works in, longest first. */
    @Transactional(readOnly = true)
    public List<Member> shopsOf(Subject account) {
        return members.shopsOf(account.ref());
    }

    /**
     * The shop that somebody works in.
     *
     * @param least an owner may do what a clerk may
     * @throws NotFound when they do not work there
     * @throws AccessDeniedException when it takes an owner and they are a clerk
     */
    @Transactional(readOnly = true)
    public MerchantSummary own(Subject account, MerchantId id, Membership least) {
        Membership membership = membership(account, id);
        if (least == Membership.OWNER && membership != Membership.OWNER) {
            throw new AccessDeniedException("for owners");
        }
        return summary(id);
    }

    /** As what somebody works in a shop; {@link NotFound} when they do not work there. */
    @Transactional(readOnly = true)
    public Membership membership(Subject account, MerchantId id) {
        return members.of(id).stream()
                .filter(each -> each.account().equals(account.ref()))
                .map(Member::membership)
                .findFirst()
                .orElseThrow(() -> new NotFound(id.ref()));
    }

    private Optional<Page<MerchantSummary>> next(
            MerchantFilter filter, Page<MerchantSummary> before) {
        return Optional.ofNullable(before.next())
                .map(MerchantId::valueOf)
                .map(after -> search.page(filter, after, EXPORTED_AT_ONCE));
    }

    private Merchant approved(@Nullable MerchantId claimed, Business confirmed) {
        if (claimed == null) {
            return merchants.saveAndFlush(Merchant.approved(confirmed, clock.instant()));
        }
        Merchant merchant =
                merchants
                        .findForChange(claimed.value())
                        .orElseThrow(() -> new NotFound(claimed.ref()));
        merchant.approve(confirmed, clock.instant());
        return merchant;
    }

    private Merchant load(MerchantId id) {
        return merchants.findById(id.value()).orElseThrow(() -> new NotFound(id.ref()));
    }

    /** The merchant that an application made, and the entry that says so. */
    public record Approval(MerchantId merchant, LedgerReceipt receipt) {}
}
