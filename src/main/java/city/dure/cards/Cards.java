package city.dure.cards;

import city.dure.access.Limits;
import city.dure.access.Limits.Bucket;
import city.dure.cards.Card.State;
import city.dure.cards.Card.Why;
import city.dure.citizens.CitizenId;
import city.dure.citizens.Citizens;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.ledger.LedgerRecord;
import city.dure.personal.CardCode;
import city.dure.shared.Actor;
import city.dure.vault.Vault;
import city.dure.web.Conflict;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The prepaid cards of citizens: each has at most one that is not blocked. */
@Service
@Transactional
public class Cards {
    /** How often a holder may mistype the number of a card within a quarter of an hour. */
    static final int TRIES = 5;

    /** Of the vault: the number of a card, whose subject is the card. */
    private static final String FIELD = "card";

    private final CardRows rows;
    private final Citizens citizens;
    private final Vault vault;
    private final Limits limits;
    private final Ledger ledger;
    private final Clock clock;

    Cards(
            CardRows rows,
            Citizens citizens,
            Vault vault,
            Limits limits,
            Ledger ledger,
            Clock clock) {
        this.citizens = citizens;
        this.rows = rows;
        this.vault = vault;
        this.limits = limits;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Those of somebody, the newest first. */
    @Transactional(readOnly = true)
    public List<Card> of(CitizenId citizen) {
        return rows.of(citizen);
    }

    /** The number of a card, which shows itself masked; empty when its holder was forgotten. */
    @Transactional(readOnly = true)
    public Optional<CardCode> code(CardId card) {
        return vault.get(card.ref(), FIELD).flatMap(CardCode::read);
    }

    /** Those that are to be made, from those that wait longest on, after one of them. */
    @Transactional(readOnly = true)
    List<Card> ordered(@Nullable CardId after, int most) {
        return rows.ordered(after, most);
    }

    /**
     * The card of a number, so that it stays as it is until the transaction ends: who blocks it
     * meanwhile waits.
     */
    public Optional<Card> lock(CardCode code) {
        return rows.lock(vault.fingerprint(FIELD, code.digits()));
    }

    /** The card of a number. */
    @Transactional(readOnly = true)
    public Optional<Card> find(CardCode code) {
        return rows.find(vault.fingerprint(FIELD, code.digits()));
    }

    /**
     * Orders a card for somebody.
     *
     * @throws Conflict when they have one that is not blocked, or left, or go by another id
     */
    public LedgerReceipt order(Actor actor, CitizenId citizen) {
        lock(citizen);
        return order(actor, citizen, CardCode.random(), null);
    }

    LedgerReceipt order(Actor actor, CitizenId citizen, CardCode code, @Nullable CardId instead) {
        if (rows.lockOpen(citizen).isPresent()) {
            throw new Conflict("cards.open");
        }
        Instant now = now();
        var card = new Card(CardId.random(), citizen, State.ORDERED, now, now, null);
        try {
            rows.insert(card, vault.fingerprint(FIELD, code.digits()));
        } catch (DuplicateKeyException e) { // Two tabs: there was no row yet for which to wait
            throw new Conflict("cards.open");
        }
        vault.put(card.id().ref(), FIELD, code.plain());
        String replaced = instead == null ? null : instead.ref();
        return ledger.record(actor, new CardRecords.Ordered(card.id(), citizen, replaced));
    }

    /**
     * The card of somebody was made and sent.
     *
     * @throws Conflict when they wait for none
     */
    LedgerReceipt send(Actor actor, CitizenId citizen) {
        Card card = open(citizen);
        requireIn(card.state() == State.ORDERED);
        return move(actor, card, State.SENT, new CardRecords.Sent(card.id(), citizen));
    }

    /** What somebody typed as the number of the card in their hands. */
    enum Typed {
        RIGHT,
        WRONG,
        TOO_OFTEN
    }

    /** Puts somebody's card to use, whose number they read from it; once, however often. */
    Typed activate(Actor actor, CitizenId citizen, CardCode typed) {
        Card card = open(citizen);
        if (limits.take(new Bucket("numbers of " + card.id(), TRIES)).isPresent()) {
            return Typed.TOO_OFTEN;
        }
        if (!code(card.id()).equals(Optional.of(typed))) {
            return Typed.WRONG;
        }
        if (card.state() != State.ACTIVE) {
            use(actor, card);
        }
        return Typed.RIGHT;
    }

    /**
     * Puts a card to use that somebody was given at a desk.
     *
     * @throws Conflict when they wait for none
     */
    LedgerReceipt handOut(Actor actor, CitizenId citizen) {
        Card card = open(citizen);
        requireIn(card.state() != State.ACTIVE);
        return use(actor, card);
    }

    /**
     * Blocks somebody's card at once.
     *
     * @throws Conflict when they have none that is not blocked
     */
    public LedgerReceipt block(Actor actor, CitizenId citizen, Why why) {
        return block(actor, open(citizen), why);
    }

    /** Blocks somebody's card and orders another one. */
    LedgerReceipt replace(Actor actor, CitizenId citizen, Why why) {
        lock(citizen);
        Card old = open(citizen);
        block(actor, old, why);
        return order(actor, citizen, CardCode.random(), old.id());
    }

    /**
     * Blocks what somebody has who leaves, and forgets the numbers of all they had.
     *
     * @param ids all by which they went: a card may be on its way from one to another
     */
    public void forget(Actor actor, Collection<CitizenId> ids) {
        for (Card card : rows.lockAll(ids)) {
            if (card.open()) {
                block(actor, card, Why.LEFT);
            }
            vault.destroy(card.id().ref());
        }
    }

    /** Hands cards to the id that their holder goes by from now on; of two, the holder's stays. */
    void handOver(Actor actor, CitizenId former, CitizenId present) {
        var all = rows.lockAll(List.of(former, present));
        if (all.stream().anyMatch(card -> card.open() && card.citizen().equals(present))) {
            rows.lockOpen(former).ifPresent(card -> block(actor, card, Why.SECOND));
        }
        rows.of(former)
                .forEach(card -> {
                    rows.give(card, present);
                    ledger.record(actor, new CardRecords.HandedOver(card.id(), present, former));
                });
    }

    /**
     * Before their cards, as who leaves does: nobody is given a card who is forgotten meanwhile.
     */
    private void lock(CitizenId citizen) {
        if (citizens.lock(citizen).isEmpty()) {
            throw new Conflict("cards.gone");
        }
    }

    private Card open(CitizenId citizen) {
        return rows.lockOpen(citizen).orElseThrow(() -> new Conflict("cards.none"));
    }

    private static void requireIn(boolean right) {
        if (!right) {
            throw new Conflict.Changed("cards.changed");
        }
    }

    private LedgerReceipt use(Actor actor, Card card) {
        return move(
                actor, card, State.ACTIVE, new CardRecords.Activated(card.id(), card.citizen()));
    }

    private LedgerReceipt block(Actor actor, Card card, Why why) {
        rows.block(card.id(), why, now());
        return ledger.record(actor, new CardRecords.Blocked(card.id(), card.citizen(), why.code()));
    }

    private LedgerReceipt move(Actor actor, Card card, State state, LedgerRecord record) {
        rows.move(card.id(), state, now());
        return ledger.record(actor, record);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
