package city.dure.merchants;

import city.dure.merchants.Member.Membership;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who works in which shop. */
@Component
class Members {
    private final JdbcClient jdbc;

    Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds somebody or changes their membership; false when they already had it. */
    boolean add(Member member, Instant at) {
        return !isMember(member) && (change(member) || insert(member, at));
    }

    boolean remove(MerchantId merchant, String account) {
        return jdbc.sql("delete from merchant_member where merchant_id = ? and account = ?")
                        .params(merchant.value(), account)
                        .update()
                > 0;
    }

    List<Member> of(MerchantId merchant) {
        return jdbc.sql("select * from merchant_member where merchant_id = ? order by since")
                .param(merchant.value())
                .query(Members::member)
                .list();
    }

    List<Member> shopsOf(String account) {
        return jdbc.sql("select * from merchant_member where account = ? order by since")
                .param(account)
                .query(Members::member)
                .list();
    }

    private boolean isMember(Member member) {
        return of(member.merchant()).contains(member);
    }

    private boolean change(Member member) {
        return jdbc.sql(
                                "update merchant_member set membership = ?"
                                        + " where merchant_id = ? and account = ?")
                        .params(code(member), member.merchant().value(), member.account())
                        .update()
                > 0;
    }

    private boolean insert(Member member, Instant at) {
        return jdbc.sql(
                                "insert into merchant_member"
                                        + " (merchant_id, account, membership, since)"
                                        + " values (?, ?, ?, ?)")
                        .params(
                                member.merchant().value(),
                                member.account(),
                                code(member),
                                at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private static String code(Member member) {
        return member.membership().name().toLowerCase(Locale.ROOT);
    }

    private static Member member(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Member(
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                row.getString("account"),
                Membership.valueOf(row.getString("membership").toUpperCase(Locale.ROOT)));
    }
}
