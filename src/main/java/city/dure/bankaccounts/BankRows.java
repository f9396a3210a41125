package city.dure.bankaccounts;

import city.dure.bankaccounts.BankChange.Proposal;
import city.dure.bankaccounts.Coded.Check;
import city.dure.bankaccounts.Coded.Refusal;
import city.dure.identity.AccountId;
import city.dure.merchants.MerchantId;
import city.dure.shared.Actor;
import city.dure.vault.FileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests in the database, without the accounts. */
@Component
class BankRows {
    private static final String SELECT = "select * from shop_bank_change ";

    private final JdbcClient jdbc;

    BankRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(BankChange asked) {
        jdbc.sql(
                        """
                        insert into shop_bank_change (id, merchant_id, state, commitment, paper,
                            requested_by, requested_at, open_shop)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(asked.id().value(), asked.shop().value(), asked.state().code())
                .params(asked.commitment(), asked.paper().value(), asked.requestedBy().ref())
                .params(utc(asked.requestedAt()), asked.shop().value())
                .update();
    }

    void propose(BankChangeId id, Proposal proposal) {
        jdbc.sql(
                        "update shop_bank_change set proposal = ?, proposed_by = ?, checked = ?"
                                + " where id = ?")
                .params(proposal.id(), proposal.by(), proposal.check().code(), id.value())
                .update();
    }

    /** Ends a request that waits; the caller holds its lock. */
    void end(BankChange asked, BankChangeState state, Actor by, Instant at) {
        end(asked, state, by, null, at);
    }

    void end(
            BankChange asked,
            BankChangeState state,
            Actor by,
            @Nullable Refusal reason,
            Instant at) {
        boolean paid = state == BankChangeState.IN_FORCE;
        jdbc.sql(
                        """
                        update shop_bank_change set state = ?, decided_by = ?, decided_at = ?,
                            reason = ?, open_shop = null, paid_shop = ?
                        where id = ?
                        """)
                .params(state.code(), by.ref(), utc(at))
                .param(reason == null ? null : reason.code())
                .param(paid ? asked.shop().value() : null)
                .param(asked.id().value())
                .update();
    }

    /** The account that money was paid to until now is a former one. */
    void makeRoom(MerchantId shop) {
        jdbc.sql(
                        "update shop_bank_change set state = 'former', paid_shop = null"
                                + " where paid_shop = ?")
                .param(shop.value())
                .update();
    }

    /** Nothing is paid to it any more, if it was. */
    void unpay(BankChangeId id) {
        jdbc.sql(
                        "update shop_bank_change set state = 'former', paid_shop = null"
                                + " where id = ? and paid_shop is not null")
                .param(id.value())
                .update();
    }

    /** All that an account asked for. */
    List<BankChange> all(AccountId owner) {
        return jdbc.sql(SELECT + "where requested_by = ? order by id")
                .param(owner.ref())
                .query(BankRows::change)
                .list();
    }

    /** The same, waiting for whoever decides about it now. */
    List<BankChange> askedBy(AccountId owner) {
        return jdbc.sql(SELECT + "where requested_by = ? order by id for update")
                .param(owner.ref())
                .query(BankRows::change)
                .list();
    }

    Optional<BankChange> find(BankChangeId id) {
        return one(SELECT + "where id = ?", id.value());
    }

    /** The same; nobody else decides before this transaction ends. */
    Optional<BankChange> locked(BankChangeId id) {
        return one(SELECT + "where id = ? for update", id.value());
    }

    /** The one that waits; nobody else decides before this transaction ends. */
    Optional<BankChange> waiting(MerchantId shop) {
        return one(SELECT + "where open_shop = ? for update", shop.value());
    }

    /** The one that money is paid to. */
    Optional<BankChange> inForce(MerchantId shop) {
        return one(SELECT + "where paid_shop = ?", shop.value());
    }

    /** The newest request of a shop. */
    Optional<BankChange> newest(MerchantId shop) {
        return one(
                SELECT + "where merchant_id = ? order by requested_at desc, id desc limit 1",
                shop.value());
    }

    /** Requests in a state, oldest first, after one of them. */
    List<BankChange> in(BankChangeState state, @Nullable BankChange after, int limit) {
        var from = after == null ? Instant.EPOCH : after.requestedAt();
        var id = after == null ? new UUID(0, 0) : after.id().value();
        return jdbc.sql(
                        """
                        select * from shop_bank_change
                        where state = :state and requested_at >= :from
                          and (requested_at > :from or (requested_at = :from and id > :id))
                        order by state, requested_at, id limit :limit
                        """)
                .param("state", state.code())
                .param("from", utc(from))
                .param("id", id)
                .param("limit", limit)
                .query(BankRows::change)
                .list();
    }

    private Optional<BankChange> one(String query, UUID key) {
        return jdbc.sql(query).param(key).query(BankRows::change).optional();
    }

    private static BankChange change(ResultSet row, int number) throws SQLException {
        var decided = row.getObject("decided_at", OffsetDateTime.class);
        return new BankChange(
                new BankChangeId(row.getObject("id", UUID.class)),
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                Coded.of(BankChangeState.values(), row.getString("state")).orElseThrow(),
                row.getString("commitment"),
                new FileId(row.getObject("paper", UUID.class)),
                AccountId.valueOf(row.getString("requested_by")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                proposal(row),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                Coded.of(Refusal.values(), row.getString("reason")).orElse(null));
    }

    private static @Nullable Proposal proposal(ResultSet row) throws SQLException {
        UUID id = row.getObject("proposal", UUID.class);
        return id == null
                ? null
                : new Proposal(
                        id,
                        row.getString("proposed_by"),
                        Coded.of(Check.values(), row.getString("checked")).orElseThrow());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
