package city.dure.payments;

import city.dure.ledger.Ledger;
import city.dure.merchants.MerchantId;
import city.dure.shared.Actor;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which shop has which number; a shop has one for good, and no two have the same. */
@Service
@Transactional
public class PayCodes {
    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    PayCodes(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The number of a shop; it is given one when somebody asks for the first time. */
    public PayCode of(Actor actor, MerchantId shop) {
        return find(shop).orElseGet(() -> give(actor, shop));
    }

    /** The shop that has a number. */
    @Transactional(readOnly = true)
    public Optional<MerchantId> shop(PayCode code) {
        return jdbc.sql("select merchant_id from pay_code where code = ?")
                .param(code.digits())
                .query((row, number) -> new MerchantId(row.getObject(1, UUID.class)))
                .optional();
    }

    private PayCode give(Actor actor, MerchantId shop) {
        jdbc.sql("select id from merchant where id = ? for update")
                .param(shop.value())
                .query((row, number) -> 0)
                .single();
        return find(shop).orElseGet(() -> keep(actor, shop, free()));
    }

    private PayCode keep(Actor actor, MerchantId shop, PayCode code) {
        jdbc.sql("insert into pay_code (merchant_id, code, given_at) values (?, ?, ?)")
                .params(shop.value(), code.digits(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        ledger.record(actor, new PayRecords.CodeGiven(shop, code.digits()));
        return code;
    }

    private PayCode free() {
        return Stream.generate(() -> PayCode.random(random))
                .filter(code -> shop(code).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Optional<PayCode> find(MerchantId shop) {
        return jdbc.sql("select code from pay_code where merchant_id = ?")
                .param(shop.value())
                .query((row, number) -> new PayCode(row.getString(1)))
                .optional();
    }
}
