package city.dure.money;

import city.dure.book.Asked;
import city.dure.book.Book;
import city.dure.book.Draft;
import city.dure.book.Holder;
import city.dure.book.Lot;
import city.dure.book.Transfer;
import city.dure.shared.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives back to its fund what citizens did not spend in time. Nothing expired can be spent
 * meanwhile, so it does not matter how soon.
 */
@Component
class Expiring {
    private static final Logger LOG = LoggerFactory.getLogger(Expiring.class);
    private static final int AT_ONCE = 200;

    private final Book book;
    private final WalletRows wallets;
    private final TransactionOperations transaction;

    Expiring(Book book, WalletRows wallets, TransactionOperations transaction) {
        this.book = book;
        this.wallets = wallets;
        this.transaction = transaction;
    }

    /** One transaction a citizen; who waits longest comes first. */
    @Scheduled(cron = "0 */10 * * * *", zone = "Asia/Seoul")
    void expire() {
        List<Holder> some;
        do {
            some = book.overdue(book.now(), AT_ONCE).stream().filter(this::expired).toList();
        } while (!some.isEmpty());
    }

    /** Whether it could be done; one who cannot does not keep the others waiting. */
    private boolean expired(Holder holder) {
        try {
            expire(holder);
            return true;
        } catch (DataAccessException | TransactionException e) {
            LOG.error("what {} has expired, and does not go back", holder.ref(), e);
            return false;
        }
    }

    private void expire(Holder holder) {
        transaction.executeWithoutResult(status -> {
            wallets.lock(holder);
            Instant now = book.now();
            var over = book.left(holder).stream().filter(lot -> lot.terms().expired(now)).toList();
            if (!over.isEmpty()) {
                giveBack(over);
            }
        });
    }

    private void giveBack(List<Lot> over) {
        // The wallet's lock makes it happen once; a lot that was filled again expires again.
        var asked = new Asked("expiry " + UUID.randomUUID(), "expiry", null);
        var draft = Draft.of(Transfer.Kind.EXPIRED, asked, book.backToFunds(over));
        var posted = book.post(Actor.SYSTEM, draft, MoneyRecords.Expired::of);
        LOG.debug("{} lots expired: {}", over.size(), posted);
    }
}
