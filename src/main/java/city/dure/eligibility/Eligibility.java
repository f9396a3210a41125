package city.dure.eligibility;

import static java.util.Collections.disjoint;
import static java.util.stream.Collectors.toUnmodifiableSet;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.MoneyKind;
import city.dure.shared.Subject;
import city.dure.web.Conflict;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers whether a shop may accept a kind of money, and keeps the rules that say so. */
@Service
@Transactional
public class Eligibility {
    private final RuleRows rules;
    private final Judges judges;
    private final RuleConditions conditions;
    private final Networks networks;
    private final Shops shops;
    private final Merchants merchants;
    private final Ledger ledger;
    private final Clock clock;

    Eligibility(
            RuleRows rules,
            Judges judges,
            RuleConditions conditions,
            Networks networks,
            Shops shops,
            Merchants merchants,
            Ledger ledger,
            Clock clock) {
        this.rules = rules;
        this.judges = judges;
        this.conditions = conditions;
        this.networks = networks;
        this.shops = shops;
        this.merchants = merchants;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whether a shop may accept a kind of money at a moment. */
    @Transactional(readOnly = true)
    public Answer ask(MerchantId shop, MoneyKind kind, Instant moment) {
        return judges.at(moment).ask(shops.seen(merchants.summary(shop)), kind);
    }

    /** Which kinds of money a shop may accept now, each with its reason. */
    @Transactional(readOnly = true)
    public List<Answer> answers(MerchantSummary shop) {
        return answers(shops.seen(shop), clock.instant());
    }

    /** The kinds of money that a shop may accept, and the codes of the networks that it is in. */
    public record Accepted(Set<MoneyKind> kinds, Set<String> networks) {}

    /** What a shop may accept now. */
    @Transactional(readOnly = true)
    public Accepted accepted(MerchantSummary shop) {
        Shop seen = shops.seen(shop);
        var kinds =
                answers(seen, clock.instant()).stream()
                        .filter(Answer::yes)
                        .map(Answer::kind)
                        .collect(toUnmodifiableSet());
        return new Accepted(kinds, Set.copyOf(seen.networks()));
    }

    /** The same as if the shop were a merchant, whatever it is now. */
    @Transactional(readOnly = true)
    public List<Answer> answersOnceApproved(MerchantSummary shop) {
        return answers(shops.seen(shop).approved(), clock.instant());
    }

    /** What the owner of a shop is told: each answer now, and the turnover that counts. */
    @Transactional(readOnly = true)
    public Standing standing(MerchantSummary shop) {
        Instant now = clock.instant();
        Shop seen = shops.seen(shop);
        return new Standing(answers(seen, now), seen.turnover(), Judges.year(now) - 1);
    }

    /** The shops that may accept a kind of money now, as a condition of lists. */
    @Transactional(readOnly = true)
    public MerchantFilter.Also accepting(MoneyKind kind) {
        Instant now = clock.instant();
        return conditions.accepting(kind, judges.rulesAt(now), Judges.year(now));
    }

    private List<Answer> answers(Shop seen, Instant now) {
        Judge judge = judges.at(now);
        return Arrays.stream(MoneyKind.values()).map(kind -> judge.ask(seen, kind)).toList();
    }

    /** The rules that hold at a moment. */
    @Transactional(readOnly = true)
    public Rules rulesAt(Instant moment) {
        return judges.rulesAt(moment);
    }

    /** The rules announced last that were not taken back, whether or not they hold yet. */
    @Transactional(readOnly = true)
    public Rules newest() {
        return announced().stream()
                .max(Comparator.comparing(Rules::version))
                .orElseGet(this::rules);
    }

    /** The rules that hold now. */
    @Transactional(readOnly = true)
    public Rules rules() {
        return rulesAt(clock.instant());
    }

    /** Rules that are announced and have not begun, soonest first. */
    @Transactional(readOnly = true)
    public List<Rules> announced() {
        return rules.after(clock.instant());
    }

    /**
     * Announces rules that a second officer approved; they hold from their minute on.
     *
     * @param proposal what the first officer asked for
     * @param wanted with the version of the newest ones that were shown
     * @throws Conflict.Changed when somebody announced others meanwhile
     */
    public LedgerReceipt announce(Actor actor, Subject proposal, Rules wanted) {
        if (rules.newestVersion() != wanted.version()) {
            throw new Conflict.Changed("eligibility.changed");
        }
        Rules next = wanted.numbered(wanted.version() + 1);
        try {
            rules.write(next, actor, clock.instant());
        } catch (DuplicateKeyException e) { // Somebody did at the same moment.
            throw new Conflict.Changed("eligibility.changed");
        }
        return ledger.record(
                actor,
                new EligibilityRecords.Announced(
                        proposal,
                        next.version(),
                        next.noticedOn(),
                        next.from().toString(),
                        next.written()));
    }

    /**
     * Takes announced rules back.
     *
     * @throws Conflict.Changed when they have begun, or were taken back already
     */
    public LedgerReceipt withdraw(Actor actor, int version) {
        if (!rules.withdraw(version, clock.instant())) {
            throw new Conflict.Changed("eligibility.begun");
        }
        return ledger.record(actor, new EligibilityRecords.Withdrawn(version));
    }

    /**
     * The numbers of the rules, in force or announced, that some money is limited to a district by.
     */
    @Transactional(readOnly = true)
    public List<Integer> limitedTo(Set<String> districts) {
        return Stream.concat(Stream.of(rules()), announced().stream())
                .filter(each ->
                        each.byKind().values().stream()
                                .anyMatch(rule -> !disjoint(rule.districts(), districts)))
                .map(Rules::version)
                .toList();
    }

    /** The number of the newest rules, announced or in force; 0 before the first. */
    @Transactional(readOnly = true)
    public int newestVersion() {
        return rules.newestVersion();
    }

    /** All networks by name. */
    @Transactional(readOnly = true)
    public List<Network> networks() {
        return networks.all();
    }

    /** The codes of the networks that a shop belongs to. */
    @Transactional(readOnly = true)
    public Set<String> networksOf(MerchantId shop) {
        return networks.of(List.of(shop)).getOrDefault(shop, Set.of());
    }

    /**
     * Makes a network that rules may name.
     *
     * @throws DuplicateKeyException when its code is taken
     */
    public LedgerReceipt make(Actor actor, Network network) {
        networks.add(network, clock.instant());
        return ledger.record(actor, new EligibilityRecords.NetworkMade(network.code()));
    }

    /**
     * Lets a shop join and leave networks; empty when nothing changes. Others that somebody let it
     * join or leave meanwhile stay as they are.
     *
     * @param wanted those it is to belong to
     * @param seen those it belonged to when that was decided
     */
    public Optional<LedgerReceipt> belong(
            Actor actor, MerchantId shop, Set<String> wanted, Set<String> seen) {
        merchants.summary(shop);
        var known = networks.locked(shop);
        var joined =
                wanted.stream()
                        .filter(each -> !seen.contains(each) && !known.contains(each))
                        .sorted()
                        .toList();
        var left =
                seen.stream()
                        .filter(each -> !wanted.contains(each) && known.contains(each))
                        .sorted()
                        .toList();
        joined.forEach(network -> networks.join(shop, network, clock.instant()));
        left.forEach(network -> networks.leave(shop, network));
        return joined.isEmpty() && left.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ledger.record(
                                actor, new EligibilityRecords.NetworksChanged(shop, joined, left)));
    }
}
