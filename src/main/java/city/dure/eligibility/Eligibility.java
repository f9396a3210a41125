package city.dure.eligibility;

import city.dure.city.City;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.MoneyKind;
import city.dure.web.Conflict;
import city.dure.web.Formats;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
    private static final MerchantFilter ACCEPTING =
            new MerchantFilter("", "", "", Set.of(MerchantStatus.APPROVED));
    private static final int BATCH = 1_000;

    private final RuleRows rules;
    private final Turnovers turnovers;
    private final Networks networks;
    private final Shops shops;
    private final Merchants merchants;
    private final City city;
    private final Ledger ledger;
    private final Clock clock;

    Eligibility(
            RuleRows rules,
            Turnovers turnovers,
            Networks networks,
            Shops shops,
            Merchants merchants,
            City city,
            Ledger ledger,
            Clock clock) {
        this.rules = rules;
        this.turnovers = turnovers;
        this.networks = networks;
        this.shops = shops;
        this.merchants = merchants;
        this.city = city;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A shop that other rules would let accept a kind of money, or no longer let.
     *
     * @param becomes the answer of the other rules
     */
    public record Change(MerchantSummary shop, Answer becomes) {}

    /** Whether a shop may accept a kind of money at a moment. */
    @Transactional(readOnly = true)
    public Answer ask(MerchantId shop, MoneyKind kind, Instant moment) {
        return judge(rulesAt(moment), moment).ask(shops.seen(merchants.summary(shop)), kind);
    }

    /** Which kinds of money a shop may accept now, each with its reason. */
    @Transactional(readOnly = true)
    public List<Answer> answers(MerchantSummary shop) {
        Instant now = clock.instant();
        Judge judge = judge(rulesAt(now), now);
        Shop seen = shops.seen(shop);
        return Arrays.stream(MoneyKind.values()).map(kind -> judge.ask(seen, kind)).toList();
    }

    /** The same as if the shop were a merchant, whatever it is now. */
    @Transactional(readOnly = true)
    public List<Answer> answersOnceApproved(MerchantSummary shop) {
        Instant now = clock.instant();
        Judge judge = judge(rulesAt(now), now);
        Shop seen = shops.seen(shop).approved();
        return Arrays.stream(MoneyKind.values()).map(kind -> judge.ask(seen, kind)).toList();
    }

    /** The rules that hold at a moment. */
    @Transactional(readOnly = true)
    public Rules rulesAt(Instant moment) {
        return rules.at(moment).orElseGet(Rules::national);
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

    /** What other rules would change for the shops that accept now, if they began now. */
    @Transactional(readOnly = true)
    public List<Change> difference(Rules other) {
        Instant now = clock.instant();
        Judge before = judge(rulesAt(now), now);
        Judge after = judge(other, now);
        var changes = new ArrayList<Change>();
        var batch = new ArrayList<MerchantSummary>(BATCH);
        try (Stream<MerchantSummary> all = merchants.all(ACCEPTING)) {
            all.forEach(shop -> {
                batch.add(shop);
                if (batch.size() == BATCH) {
                    changes.addAll(difference(batch, before, after));
                    batch.clear();
                }
            });
        }
        changes.addAll(difference(batch, before, after));
        return changes;
    }

    /**
     * Announces rules; they hold from their minute on.
     *
     * @param wanted with the version of the newest ones that were shown
     * @throws Conflict.Changed when somebody announced others meanwhile
     */
    public LedgerReceipt announce(Actor actor, Rules wanted) {
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
                        next.version(), next.noticedOn(), next.from().toString(), next.written()));
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

    /** The number of the newest rules, announced or in force; 0 before the first. */
    @Transactional(readOnly = true)
    public int newestVersion() {
        return rules.newestVersion();
    }

    /** Notes down what a shop declared for a year; empty when it is known already. */
    public Optional<LedgerReceipt> declare(Actor actor, MerchantId shop, Turnover declared) {
        if (turnovers.of(merchants.summary(shop).id()).contains(declared)) {
            return Optional.empty();
        }
        turnovers.write(shop, declared, clock.instant());
        return Optional.of(
                ledger.record(
                        actor,
                        new EligibilityRecords.TurnoverDeclared(
                                shop, declared.year(), declared.won())));
    }

    /** What a shop declared, newest year first. */
    @Transactional(readOnly = true)
    public List<Turnover> turnovers(MerchantId shop) {
        return turnovers.of(shop);
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
        return ledger.record(
                actor, new EligibilityRecords.NetworkMade(network.code(), network.name()));
    }

    /** Lets a shop belong to these networks and no others; empty when it does already. */
    public Optional<LedgerReceipt> belong(Actor actor, MerchantId shop, Set<String> wanted) {
        var known = networksOf(merchants.summary(shop).id());
        var joined = wanted.stream().filter(each -> !known.contains(each)).sorted().toList();
        var left = known.stream().filter(each -> !wanted.contains(each)).sorted().toList();
        joined.forEach(network -> networks.join(shop, network, clock.instant()));
        left.forEach(network -> networks.leave(shop, network));
        return joined.isEmpty() && left.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ledger.record(
                                actor, new EligibilityRecords.NetworksChanged(shop, joined, left)));
    }

    private List<Change> difference(List<MerchantSummary> batch, Judge before, Judge after) {
        var seen = shops.seen(batch);
        var changes = new ArrayList<Change>();
        for (MerchantSummary shop : batch) {
            Shop facts = Objects.requireNonNull(seen.get(shop.id()));
            for (MoneyKind kind : MoneyKind.values()) {
                Answer becomes = after.ask(facts, kind);
                if (before.ask(facts, kind).yes() != becomes.yes()) {
                    changes.add(new Change(shop, becomes));
                }
            }
        }
        return changes;
    }

    private Judge judge(Rules by, Instant moment) {
        return new Judge(by, city::category, moment.atZone(Formats.ZONE).getYear());
    }
}
