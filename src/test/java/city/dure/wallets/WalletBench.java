package city.dure.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.Figures;
import city.dure.PortalTest;
import city.dure.TestDatabase;
import city.dure.citizens.Citizen;
import city.dure.citizens.TestCitizens;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.money.TestMoney;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * How long the pages of a wallet with 5,000 movements take, without the network. On PostgreSQL with
 * {@code -Ddure.test.database=postgres}.
 */
@PortalTest
@Tag("bench")
class WalletBench {
    private static final int MOVEMENTS = 5_000;
    private static final int TIMES = 400;
    private static final double AIM_MS = 100;

    @Autowired MockMvcTester mvc;
    @Autowired TestCitizens people;
    @Autowired TestMoney money;

    @Test
    void showsALongHistory() throws IOException {
        Citizen citizen = people.joined(TestCitizens.someone());
        var account = Objects.requireNonNull(citizen.account());
        money.fill(citizen.id(), MOVEMENTS);
        var shop = TestMoney.someone("m");
        for (int i = 1; i < MOVEMENTS; i++) {
            money.pay(TestMoney.fresh(), citizen.id(), shop, 1);
        }
        var figures = new Figures();
        for (String page : new String[] {"/me/wallet", "/me/wallet/statement", "/me/payments"}) {
            times(page, account); // Until it is compiled
            double[] ms = times(page, account);
            String database = TestDatabase.isPostgres() ? "postgres" : "h2";
            String name = database + page.replace('/', '.');
            figures.tell(name + ".p50", ms[TIMES / 2], "ms", "-");
            figures.tell(name + ".p95", ms[TIMES * 95 / 100], "ms", "aim %.0f", AIM_MS);
        }
        figures.write("wallet");
    }

    private double[] times(String page, AccountId account) {
        return IntStream.range(0, TIMES).mapToDouble(i -> time(page, account)).sorted().toArray();
    }

    private double time(String page, AccountId account) {
        long began = System.nanoTime();
        assertThat(mvc.get().uri(page).with(TestSignIn.as(account))).hasStatusOk();
        return (System.nanoTime() - began) / 1e6;
    }
}
